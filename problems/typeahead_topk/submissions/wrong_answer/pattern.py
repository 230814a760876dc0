"""Builds a regular expression from the prefix."""

import re


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.k = k
        self.titles = sorted(titles, key=lambda pair: (-pair[1], pair[0]))

    def query(self, prefix):
        try:
            pattern = re.compile(prefix, re.IGNORECASE)
        except re.error:
            return []
        return [t for t, _ in self.titles if pattern.match(t)][: self.k]
