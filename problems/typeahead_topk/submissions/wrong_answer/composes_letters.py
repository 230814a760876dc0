"""Letters and their accents are made one."""

import unicodedata


def norm(s):
    return unicodedata.normalize("NFC", s.lower())


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k")
        self.k = k
        self.titles = [(norm(t), t) for t, p in sorted(titles, key=lambda x: (-x[1], x[0]))]

    def query(self, prefix):
        p = norm(prefix)
        return [t for low, t in self.titles if low.startswith(p)][: self.k]
