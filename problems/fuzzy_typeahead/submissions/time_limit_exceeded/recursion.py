"""Plain recursion without a memory."""


def distance(a, b):
    if not a:
        return 0  # the rest of the title is not typed yet
    if not b:
        return len(a)
    if a[0] == b[0]:
        best = distance(a[1:], b[1:])
    else:
        best = distance(a[1:], b[1:]) + 1
    return min(best, distance(a[1:], b) + 1, distance(a, b[1:]) + 1)


def fuzzy_typeahead(query, titles, k, max_edits):
    if k < 1 or max_edits < 0:
        raise ValueError("bad input")
    found = []
    for title, popularity in titles:
        near = distance(query.lower(), title.lower())
        if near <= max_edits:
            found.append((near, -popularity, title))
    return [title for _, _, title in sorted(found)[:k]]
