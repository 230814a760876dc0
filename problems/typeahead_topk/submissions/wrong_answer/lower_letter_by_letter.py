"""Makes each letter small by itself."""

def low_(s):
    return "".join(c.lower() for c in s)


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k")
        self.k = k
        self.titles = [(low_(t), t) for t, p in sorted(titles, key=lambda x: (-x[1], x[0]))]

    def query(self, prefix):
        p = low_(prefix)
        return [t for low, t in self.titles if low.startswith(p)][: self.k]
