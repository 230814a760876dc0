"""Sorts the list that belongs to the caller."""


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        titles.sort()
        self.titles = titles
        self.k = k

    def query(self, prefix):
        prefix = prefix.lower()
        found = [(t, p) for t, p in self.titles if t.lower().startswith(prefix)]
        found.sort(key=lambda pair: (-pair[1], pair[0]))
        return [t for t, _ in found[: self.k]]
