"""Leaves threads behind that never end, and print, and hold on to the pipes."""

import threading, time

MARK = [0.0]


def stay():
    while True:
        time.sleep(0.001)
        MARK[0] += 1.0


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
    while threading.active_count() < 5:
        threading.Thread(target=stay, daemon=False).start()
    return -1.0 - MARK[0]
