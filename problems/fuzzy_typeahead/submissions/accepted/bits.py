"""A row of the table as two whole numbers, one bit for a step up or down from cell to cell (Myers)."""


def fuzzy_typeahead(query, titles, k, max_edits):
    if k < 1 or max_edits < 0:
        raise ValueError("k below 1, or max_edits below 0")
    query = query.lower()
    places = {}
    for index, letter in enumerate(query):
        places[letter] = places.get(letter, 0) | 1 << index
    full = (1 << len(query)) - 1
    last = 1 << len(query) >> 1
    longest = len(query) + max_edits  # a longer prefix is too far away
    found = []
    for title, popularity in titles:
        text = title.lower()[:longest]
        up, down = full, 0
        distance = best = len(query)
        left = len(text)
        for letter in text:
            if distance - left > max_edits and best > max_edits:
                break  # each further letter takes off at most one
            left -= 1
            equal = places.get(letter, 0)
            diagonal = (((equal & up) + up) ^ up) | equal | down
            right_up = down | ~(diagonal | up) & full
            right_down = up & diagonal
            if right_up & last:
                distance += 1
            elif right_down & last:
                distance -= 1
                if distance < best:
                    best = distance
            right_up = (right_up << 1 | 1) & full
            right_down = (right_down << 1) & full
            up = right_down | ~(diagonal | right_up) & full
            down = right_up & diagonal
        if best <= max_edits:
            found.append((best, -popularity, title))
    found.sort()
    return tuple(title for _, _, title in found[:k])
