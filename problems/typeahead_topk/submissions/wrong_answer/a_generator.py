"""Returns a generator."""


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.titles = sorted(titles, key=lambda pair: (-pair[1], pair[0]))[:]
        self.k = k

    def query(self, prefix):
        found = (t for t, _ in self.titles if t.lower().startswith(prefix.lower()))
        return (t for t, _ in zip(found, range(self.k)))
