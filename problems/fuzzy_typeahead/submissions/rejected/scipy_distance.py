"""Lets a library count the differences."""

from scipy.spatial.distance import hamming


def fuzzy_typeahead(query, titles, k, max_edits):
    n = len(query)
    found = [(n * hamming(list(query), list(t[:n].ljust(n))), -p, t) for t, p in titles]
    return [t for d, _, t in sorted(found)[:k] if d <= max_edits]
