"""Uses the patterns of a shell."""

from fnmatch import fnmatchcase


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.k = k
        self.titles = sorted(titles, key=lambda pair: (-pair[1], pair[0]))

    def query(self, prefix):
        pattern = prefix.lower() + "*"
        return [t for t, _ in self.titles if fnmatchcase(t.lower(), pattern)][: self.k]
