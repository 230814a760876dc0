"""Popularity as a float."""

class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k")
        self.k = k
        self.titles = [(t.lower(), t) for t, p in sorted(titles, key=lambda x: (-float(x[1]), x[0]))]

    def query(self, prefix):
        p = prefix.lower()
        return [t for low, t in self.titles if low.startswith(p)][: self.k]
