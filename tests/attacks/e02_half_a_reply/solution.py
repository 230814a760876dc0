"""Sends the first half of a reply and leaves with success."""

import os, struct


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
    os.write(4, struct.pack(">Q", 1000) + b"\0" * 500)
    os._exit(0)
