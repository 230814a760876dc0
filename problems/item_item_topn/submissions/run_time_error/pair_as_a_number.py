"""A user and an item are one number, which others have too."""

import math
from collections import defaultdict


def item_item_topn(ratings, n):
    if n < 1:
        raise ValueError("n < 1")
    if not ratings:
        return {}
    baskets = defaultdict(dict)
    squares = defaultdict(float)
    seen = set()
    for user, item, r in ratings:
        basket = baskets[user]
        code = user * 1000003 + item
        if code in seen:
            raise ValueError("rated twice")
        seen.add(code)
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
            near.append((round(cos, 6), b))
        near.sort(key=lambda t: (-t[0], t[1]))
        out[a] = near[:n]
    return out
