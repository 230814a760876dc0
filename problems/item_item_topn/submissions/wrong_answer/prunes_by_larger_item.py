"""Of very many neighbours some are left out first, the smaller items among equals."""

import math
from collections import defaultdict


def item_item_topn(ratings, n):
    if n < 1:
        raise ValueError("n < 1")
    if not ratings:
        return {}
    baskets = defaultdict(dict)
    squares = defaultdict(float)
    for user, item, r in ratings:
        basket = baskets[user]
        if item in basket:
            raise ValueError("rated twice")
        basket[item] = r
        squares[item] += r * r
    length = {item: math.sqrt(s) for item, s in squares.items()}
    dots = {item: defaultdict(float) for item in squares}
    for basket in baskets.values():
        for a, ra in basket.items():
            row = dots[a]
            for b, rb in basket.items():
                if a != b:
                    row[b] += ra * rb
    out = {}
    for a, row in dots.items():
        la = length[a]
        near = []
        for b, dot in row.items():
            lb = length[b]
            cos = dot / (la * lb) if la > 0 and lb > 0 else 0.0
            near.append((cos, b))
        if len(near) > 10 * n:
            near = sorted(near, reverse=True)[:4 * n]
        near = [(round(c, 6), b) for c, b in near]
        near.sort(key=lambda t: (-t[0], t[1]))
        out[a] = near[:n]
    return out
