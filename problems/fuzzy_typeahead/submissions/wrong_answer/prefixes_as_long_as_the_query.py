"""Looks at one letter more than the query has, and no further."""


def fuzzy_typeahead(query, titles, k, max_edits):
    if k < 1 or max_edits < 0:
        raise ValueError("k below 1, or max_edits below 0")
    query = query.lower()
    found = []
    for title, popularity in titles:
        row = list(range(len(query) + 1))
        best = row[-1]
        for length, letter in enumerate(title.lower()[: len(query) + 1], 1):
            above, row = row, [length]
            for column, wanted in enumerate(query, 1):
                row.append(min(above[column] + 1, row[-1] + 1, above[column - 1] + (letter != wanted)))
            best = min(best, row[-1])
        if best <= max_edits:
            found.append((best, -popularity, title))
    return [title for _, _, title in sorted(found)[:k]]
