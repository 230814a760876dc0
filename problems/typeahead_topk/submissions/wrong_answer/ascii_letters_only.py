"""Turns letters into small ones by a table of English letters."""


def small(text):
    return ''.join(chr(ord(c) + 32) if 'A' <= c <= 'Z' else c for c in text)


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.titles = list(titles)
        self.k = k

    def query(self, prefix):
        prefix = small(prefix)
        found = [(t, p) for t, p in self.titles if small(t).startswith(prefix)]
        found.sort(key=lambda pair: (-pair[1], pair[0]))
        return [t for t, _ in found[: self.k]]
