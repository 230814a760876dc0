"""Drops everything that is no letter or digit."""


def plain(words):
    return ''.join(c for c in words.lower() if c.isalnum() or c == ' ')


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.titles = list(titles)
        self.k = k

    def query(self, prefix):
        prefix = plain(prefix)
        found = [(t, p) for t, p in self.titles if plain(t).startswith(prefix)]
        found.sort(key=lambda pair: (-pair[1], pair[0]))
        return [t for t, _ in found[: self.k]]
