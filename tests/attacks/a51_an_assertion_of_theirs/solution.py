"""Fails with AssertionErrors that say what a passed test would, and with skips."""

import unittest


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
    raise (AssertionError("returned 0.5, expected 0.5"), unittest.SkipTest("no"))[0]
