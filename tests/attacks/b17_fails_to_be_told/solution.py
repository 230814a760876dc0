"""Fails on purpose, with what it would like to see in the traceback."""


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
    import sys

    frames = []
    frame = sys._getframe(1)
    while frame:
        frames.append({name: repr(value)[:200] for name, value in frame.f_locals.items()})
        frame = frame.f_back
    raise LookupError(f"what was asked: {frames}")
