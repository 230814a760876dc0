"""Closes every descriptor, in one call or one by one, and returns."""

import os


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
    os.closerange(0, 64)
    return 0.0
