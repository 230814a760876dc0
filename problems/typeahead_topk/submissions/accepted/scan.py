"""Plain Python: every title is looked at for every query."""


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.titles = sorted(((t, p) for t, p in titles), key=lambda pair: (-pair[1], pair[0]))
        self.k = k

    def query(self, prefix):
        prefix = prefix.lower()
        found = [title for title, _ in self.titles if title.lower().startswith(prefix)]
        return found[: self.k]
