"""Lets a library roll the window."""

import pandas as pd


class SlidingCTR:
    def __init__(self, window):
        self.window = window
        self.rows = []

    def add(self, t, item, clicked):
        self.rows.append((t, item, clicked))

    def rate(self, t, item):
        frame = pd.DataFrame(self.rows, columns=["t", "item", "clicked"])
        kept = frame[(frame.item == item) & (frame.t > t - self.window)]
        return float(kept.clicked.mean()) if len(kept) else 0.0


def replay(window, log):
    c = SlidingCTR(window)
    return [r for r in (c.add(*e) if len(e) == 3 else c.rate(*e) for e in log) if r is not None]
