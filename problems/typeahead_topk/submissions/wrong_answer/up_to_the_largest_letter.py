"""A range ends at the prefix and the largest letter."""

from bisect import bisect_left
from heapq import nsmallest


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k")
        self.k = k
        self.rows = sorted((t.lower(), -p, t) for t, p in titles)
        self.keys = [r[0] for r in self.rows]

    def query(self, prefix):
        p = prefix.lower()
        i = bisect_left(self.keys, p)
        j = bisect_left(self.keys, p + chr(0x10FFFF))
        return [t for _, _, t in nsmallest(self.k, self.rows[i:j], key=lambda r: (r[1], r[2]))]
