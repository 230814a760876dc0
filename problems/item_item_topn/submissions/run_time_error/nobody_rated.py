"""Unpacks the columns of no ratings."""

from math import sqrt


def item_item_topn(ratings, n):
    if n < 1:
        raise ValueError("n")
    users, items, _ = zip(*ratings)
    if len(set(zip(users, items))) != len(ratings):
        raise ValueError("bad input")
    vectors = {i: {} for i in items}
    for u, i, r in ratings:
        vectors[i][u] = r
    norm = {i: sqrt(sum(r * r for r in v.values())) or 1.0 for i, v in vectors.items()}
    result = {}
    for a, x in vectors.items():
        near = [
            (round(sum(x[u] * y[u] for u in x.keys() & y.keys()) / (norm[a] * norm[b]), 6), b)
            for b, y in vectors.items()
            if a != b and x.keys() & y.keys()
        ]
        result[a] = sorted(near, key=lambda pair: (-pair[0], pair[1]))[:n]
    return result
