"""Remembers answers by the first three letters of the prefix."""


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.titles = sorted(titles, key=lambda pair: (-pair[1], pair[0]))
        self.k = k
        self.cache = {}

    def query(self, prefix):
        key = prefix.lower()[:3]
        if key not in self.cache:
            low = prefix.lower()
            self.cache[key] = [t for t, _ in self.titles if t.lower().startswith(low)][: self.k]
        return self.cache[key]
