"""Takes the smallest of no prefixes where a title is empty."""

from functools import lru_cache


@lru_cache(maxsize=None)
def distance(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(distance(a[1:], b) + 1, distance(a, b[1:]) + 1, distance(a[1:], b[1:]) + (a[0] != b[0]))


def fuzzy_typeahead(query, titles, k, max_edits):
    if k < 1 or max_edits < 0:
        raise ValueError("bad input")
    query = query.lower()
    found = []
    for title, popularity in titles:
        ends = range(1, len(title) + 1) if query else [1]
        near = min(distance(query, title.lower()[:n]) if query else 0 for n in ends)
        if near <= max_edits:
            found.append((near, -popularity, title))
    return [title for _, _, title in sorted(found)[:k]]
