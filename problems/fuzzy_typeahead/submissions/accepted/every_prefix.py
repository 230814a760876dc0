"""Plain Python: the whole table of the edit distance, anew for each prefix of each title."""


def edit_distance(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if i == 0 or j == 0:
                table[i][j] = i + j
            else:
                table[i][j] = min(
                    table[i - 1][j] + 1,
                    table[i][j - 1] + 1,
                    table[i - 1][j - 1] + (a[i - 1] != b[j - 1]),
                )
    return table[-1][-1]


def fuzzy_typeahead(query, titles, k, max_edits):
    if k < 1 or max_edits < 0:
        raise ValueError("k below 1, or max_edits below 0")
    query = query.lower()
    found = []
    for title, popularity in titles:
        text = title.lower()
        distance = min(edit_distance(query, text[:n]) for n in range(len(text) + 1))
        if distance <= max_edits:
            found.append((distance, -popularity, title))
    return [title for _, _, title in sorted(found)[:k]]
