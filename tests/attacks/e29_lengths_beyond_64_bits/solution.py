"""Announces lengths at every border: the largest there is, negative to some, and sums that overflow."""

import os, struct

LENGTHS = [
    struct.pack(">Q", 2**64 - 1),
    struct.pack(">Q", 2**63),
    struct.pack(">Q", 0),
    struct.pack(">QQQ", 16, 2**64 - 16, 0),
    struct.pack(">QQQ", 16, 16, 2**64 - 16),
    struct.pack(">QQQ", 16, 0, 0),
]


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
    os.write(4, LENGTHS[os.getpid() % len(LENGTHS)])
    os._exit(0)
