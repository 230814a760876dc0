"""Returns every title, whatever was typed."""


def fuzzy_typeahead(query, titles, k, max_edits):
    if k < 1 or max_edits < 0:
        raise ValueError("bad input")
    return [title for title, _ in sorted(titles, key=lambda pair: (-pair[1], pair[0]))][:k]
