"""Takes the largest popularity of all, which an empty list does not have."""


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.top = max(popularity for _, popularity in titles)
        self.titles, self.k = titles, k

    def query(self, prefix):
        found = [(self.top - p, t) for t, p in self.titles if t.lower().startswith(prefix.lower())]
        return [t for _, t in sorted(found)[: self.k]]
