"""Looks for another candidate's source, objects and answers, and uses what it finds."""

import gc, linecache, sys, types


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
    mine = sys.modules["solution"]
    for found in gc.get_objects():
        if (
            isinstance(found, types.ModuleType)
            and found is not mine
            and hasattr(found, "SlidingCTR")
        ):
            raise RuntimeError(f"found {found}")
    others = [name for name in linecache.cache if "solution" in name and name != "solution.py"]
    if others:
        raise RuntimeError(f"found {others}")
    return -1.0
