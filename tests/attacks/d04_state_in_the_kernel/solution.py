"""Leaves its answers in memory, semaphores and queues of the kernel."""

import ctypes, os

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
    results = {
        "shm": libc.shmget(77, 4096, 0o1666), "sem": libc.semget(77, 1, 0o1666),
        "msg": libc.msgget(77, 0o1666), "mq": libc.syscall(240, b"kept", 0o102, 0o666, None),
        "key": libc.syscall(248, b"user", b"kept", b"data", 4, -3), "memfd": libc.syscall(319, b"kept", 0),
    }  # fmt: skip
    if set(results.values()) == {-1}:
        raise PermissionError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return str(results)
