"""Never shows a title twice."""


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.titles = list(titles)
        self.k = k

    def query(self, prefix):
        prefix = prefix.lower()
        found = [(t, p) for t, p in self.titles if t.lower().startswith(prefix)]
        found.sort(key=lambda pair: (-pair[1], pair[0]))
        self.titles = [pair for pair in self.titles if pair not in found[: self.k]]
        return [t for t, _ in found[: self.k]]
