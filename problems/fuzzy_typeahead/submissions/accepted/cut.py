"""One table for each title, which is given up when no cell of a row is small enough any more."""


def fuzzy_typeahead(query, titles, k, max_edits):
    if k < 1 or max_edits < 0:
        raise ValueError("k below 1, or max_edits below 0")
    query = query.lower()
    first = list(range(len(query) + 1))
    longest = len(query) + max_edits  # a longer prefix is too far away
    found = []
    for title, popularity in titles:
        row, best = first, len(query)
        for length, letter in enumerate(title.lower()[:longest], 1):
            left = length
            fresh = [left]
            diagonal = length - 1
            smallest = left
            for wanted, up in zip(query, row[1:]):
                cost = diagonal if letter == wanted else diagonal + 1
                if up < cost:
                    cost = up + 1
                if left < cost:
                    cost = left + 1
                fresh.append(cost)
                left, diagonal = cost, up
                if cost < smallest:
                    smallest = cost
            row = fresh
            if left < best:
                best = left
            if smallest > max_edits:
                break
        if best <= max_edits:
            found.append((best, -popularity, title))
    return [title for _, _, title in sorted(found)[:k]]
