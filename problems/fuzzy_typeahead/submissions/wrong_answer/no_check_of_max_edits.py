"""Takes a negative max_edits."""


def nearest_prefix(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        table[i][0] = i
    for j in range(len(b) + 1):
        table[0][j] = j
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            change = 0 if a[i - 1] == b[j - 1] else 1
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + change)
    return min(table[-1])


def fuzzy_typeahead(query, titles, k, max_edits):
    if k < 1:
        raise ValueError("k below 1, or max_edits below 0")
    found = []
    for title, popularity in titles:
        distance = nearest_prefix(query.lower(), title.lower())
        if distance <= max_edits:
            found.append((distance, -popularity, title))
    found.sort()
    return [title for _, _, title in found[:k]]
