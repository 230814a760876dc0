"""Tries every continuation of the prefix, letter by letter."""

from itertools import product


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.titles = {title.lower(): (-popularity, title) for title, popularity in titles}
        self.k = k

    def query(self, prefix):
        found = []
        for length in range(12):
            for letters in product("abcdefghijklmnopqrstuvwxyz ", repeat=length):
                title = prefix.lower() + "".join(letters)
                if title in self.titles:
                    found.append(self.titles[title])
        return [title for _, title in sorted(found)[: self.k]]
