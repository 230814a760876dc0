"""All titles in one text, by line ends."""

import re


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k")
        self.k = k
        self.titles = [t for t, p in sorted(titles, key=lambda x: (-x[1], x[0]))]
        self.text = "\n" + "\n".join(t.lower() for t in self.titles)
        self.n = len(self.titles)

    def query(self, prefix):
        out, p = [], "\n" + prefix.lower()
        i = self.text.find(p)
        while i >= 0 and len(out) < min(self.k, self.n):
            out.append(self.titles[self.text.count("\n", 0, i)])
            i = self.text.find(p, i + 1)
        return out
