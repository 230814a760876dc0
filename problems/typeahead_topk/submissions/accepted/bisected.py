"""Titles sorted in lower case: those with a prefix stand together, and a heap takes the best."""

from bisect import bisect_left, bisect_right
from heapq import nsmallest


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self._k = k
        self._entries = sorted((title.lower(), -popularity, title) for title, popularity in titles)
        self._keys = [entry[0] for entry in self._entries]

    def query(self, prefix):
        prefix = prefix.lower()
        start = bisect_left(self._keys, prefix)
        end = bisect_right(self._keys, prefix, lo=start, key=lambda key: key[: len(prefix)])
        best = nsmallest(self._k, (entry[1:] for entry in self._entries[start:end]))
        return [title for _, title in best]
