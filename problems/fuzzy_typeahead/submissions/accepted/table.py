"""Plain Python: one table for all prefixes of a title, a row for each of its letters."""


def prefix_distance(query, title):
    row = list(range(len(query) + 1))
    best = row[-1]  # the empty prefix
    for length, letter in enumerate(title, 1):
        above, row = row, [length]
        for column, wanted in enumerate(query, 1):
            row.append(min(above[column] + 1, row[-1] + 1, above[column - 1] + (letter != wanted)))
        best = min(best, row[-1])
    return best


def fuzzy_typeahead(query, titles, k, max_edits):
    if k < 1:
        raise ValueError("k must be at least 1")
    if max_edits < 0:
        raise ValueError("max_edits must not be negative")
    distances = [prefix_distance(query.lower(), title.lower()) for title, _ in titles]
    found = [
        (distance, -popularity, title)
        for distance, (title, popularity) in zip(distances, titles)
        if distance <= max_edits
    ]
    found.sort()
    return [title for _, _, title in found[:k]]
