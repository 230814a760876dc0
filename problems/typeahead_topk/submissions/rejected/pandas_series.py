"""Lets a library search."""

import pandas as pd


class TypeAhead:
    def __init__(self, titles, k):
        self.frame = pd.DataFrame(titles, columns=["title", "popularity"])
        self.k = k

    def query(self, prefix):
        found = self.frame[self.frame.title.str.lower().str.startswith(prefix.lower())]
        found = found.sort_values(["popularity", "title"], ascending=[False, True])
        return found.title.head(self.k).tolist()
