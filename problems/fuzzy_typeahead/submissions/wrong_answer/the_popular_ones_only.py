"""Looks at the most popular titles alone."""

def fuzzy_typeahead(query, titles, k, max_edits):
    if k < 1 or max_edits < 0:
        raise ValueError
    q = query.lower()
    found = []
    titles = sorted(titles, key=lambda t: -t[1])[: max(50, 10 * k)]
    for title, pop in titles:
        t = title.lower()
        prev = list(range(len(q) + 1))
        best = prev[-1]
        for ch in t:
            row = [prev[0] + 1]
            for j in range(1, len(q) + 1):
                row.append(min(prev[j] + 1, row[j - 1] + 1, prev[j - 1] + (q[j - 1] != ch)))
            prev = row
            best = min(best, row[-1])
        if best <= max_edits:
            found.append((best, -pop, title))
    found.sort()
    return [f[2] for f in found[:k]]
