"""Plain Python: user by user, only pairs that really occur."""

from collections import defaultdict
from math import sqrt


def item_item_topn(ratings, n):
    if n < 1:
        raise ValueError("n must be at least 1")
    baskets = defaultdict(dict)
    squares = defaultdict(float)
    for user, item, rating in ratings:
        if item in baskets[user]:
            raise ValueError("a user rated an item twice")
        baskets[user][item] = rating
        squares[item] += rating * rating
    products = {item: defaultdict(float) for item in squares}
    for basket in baskets.values():
        for a, mine in basket.items():
            row = products[a]
            for b, other in basket.items():
                row[b] += mine * other
    lengths = {item: sqrt(square) for item, square in squares.items()}
    result = {}
    for a, row in products.items():
        near = []
        for b, product in row.items():
            if b != a:
                below = lengths[a] * lengths[b]
                near.append((-round(product / below, 6) if below else 0.0, b))
        near.sort()
        result[a] = [(-cosine, b) for cosine, b in near[:n]]
    return result
