"""Takes the first k of the range, in the order of the alphabet."""

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
        end = bisect_right(self.keys, low + chr(0x10FFFF))
        return [t for _, _, t in self.titles[start:end][: self.k]]
