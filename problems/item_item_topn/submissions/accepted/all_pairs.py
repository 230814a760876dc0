"""Plain Python: every pair of items."""

from math import sqrt


def item_item_topn(ratings, n):
    if n < 1:
        raise ValueError("n must be at least 1")
    vectors = {}
    for user, item, rating in ratings:
        vector = vectors.setdefault(item, {})
        if user in vector:
            raise ValueError("a user rated an item twice")
        vector[user] = rating
    lengths = {item: sqrt(sum(r * r for r in vector.values())) for item, vector in vectors.items()}
    result = {}
    for a, mine in vectors.items():
        near = []
        for b, other in vectors.items():
            common = mine.keys() & other.keys()
            if a != b and common:
                product = sum(mine[user] * other[user] for user in common)
                below = lengths[a] * lengths[b]
                near.append((round(product / below, 6) if below else 0.0, b))
        near.sort(key=lambda pair: (-pair[0], pair[1]))
        result[a] = near[:n]
    return result
