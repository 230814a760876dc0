"""Leaves its state in modules, classes, caches and hooks; a later case would raise."""

import atexit, builtins, linecache, os, re, sys
import numpy as np

SEEN = [
    hasattr(np, "kept"),
    hasattr(builtins, "kept"),
    "kept" in sys.modules,
    "kept" in linecache.cache,
    "kept" in os.environ,
    hasattr(sys.modules["child"].Answers, "kept"),
    "kept" in re._cache,
    hasattr(sys.modules["__main__"], "kept"),
]
np.kept = builtins.kept = sys.modules["child"].Answers.kept = sys.modules["__main__"].kept = True
sys.modules["kept"] = linecache.cache["kept"] = re._cache["kept"] = np
os.environ["kept"] = "yes"
os.putenv("kept", "yes")
atexit.register(print, "kept")


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
    if any(SEEN):
        raise RuntimeError(f"kept from an earlier case: {SEEN}")
    return -1.0
