"""Puts the letters into a table of 26 places."""


def fuzzy_typeahead(query, titles, k, max_edits):
    if k < 1 or max_edits < 0:
        raise ValueError("bad input")
    places = [[] for _ in range(27)]
    for index, letter in enumerate(query.lower()):
        places[ord(letter) - ord("a") if letter != " " else 26].append(index)
    found = []
    for title, popularity in titles:
        row = list(range(len(query) + 1))
        best = row[-1]
        for n, letter in enumerate(title.lower(), 1):
            same = places[ord(letter) - ord("a") if letter != " " else 26]
            above, row = row, [n]
            for j in range(1, len(query) + 1):
                row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (j - 1 not in same)))
            best = min(best, row[-1])
        if best <= max_edits:
            found.append((best, -popularity, title))
    return [title for _, _, title in sorted(found)[:k]]
