"""Counts the places at which query and title differ."""


def fuzzy_typeahead(query, titles, k, max_edits):
    if k < 1 or max_edits < 0:
        raise ValueError("bad input")
    found = []
    for title, popularity in titles:
        text = title.lower()[: len(query)].ljust(len(query), "\0")
        distance = sum(a != b for a, b in zip(query.lower(), text))
        if distance <= max_edits:
            found.append((distance, -popularity, title))
    return [title for _, _, title in sorted(found)[:k]]
