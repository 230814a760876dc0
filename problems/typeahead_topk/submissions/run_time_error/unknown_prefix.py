"""A dict of prefixes, in which an unknown one is a KeyError."""


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.best = {}
        for title, _ in sorted(titles, key=lambda pair: (-pair[1], pair[0])):
            for length in range(len(title) + 1):
                self.best.setdefault(title.lower()[:length], []).append(title)
        self.k = k

    def query(self, prefix):
        return self.best[prefix.lower()][: self.k]
