"""Ends its range at z."""

from bisect import bisect_left, bisect_right


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.k = k
        self.titles = sorted((t.lower(), -p, t) for t, p in titles)
        self.keys = [key for key, _, _ in self.titles]

    def query(self, prefix):
        low = prefix.lower()
        start = bisect_left(self.keys, low)
        end = bisect_right(self.keys, low + "z" * 20)
        return [t for _, _, t in sorted(self.titles[start:end], key=lambda e: e[1:])[: self.k]]
