"""Lets another library search."""

from polars import DataFrame, col


class TypeAhead:
    def __init__(self, titles, k):
        self.frame = DataFrame(titles, schema=["title", "popularity"], orient="row")
        self.k = k

    def query(self, prefix):
        found = self.frame.filter(col("title").str.to_lowercase().str.starts_with(prefix.lower()))
        return found.sort("popularity", "title", descending=[True, False]).head(self.k)["title"]
