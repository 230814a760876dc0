"""Makes room for every prefix of five letters before the first title is there."""

import numpy as np


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.table = np.full((27**5, 16), -1)
        self.titles = sorted(titles, key=lambda pair: (-pair[1], pair[0]))
        self.k = k

    def query(self, prefix):
        return [t for t, _ in self.titles if t.lower().startswith(prefix.lower())][: self.k]
