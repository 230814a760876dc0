"""Leaves out items that have no neighbour."""

from math import sqrt


def item_item_topn(ratings, n):
    if n < 1:
        raise ValueError("n must be at least 1")
    vectors = {}
    for u, i, r in ratings:
        if u in vectors.setdefault(i, {}):
            raise ValueError("a user rated an item twice")
        vectors[i][u] = r
    result = {i: [] for i in vectors}
    for a in vectors:
        for b in vectors:
            common = [u for u in vectors[a] if u in vectors[b]]
            if a == b or not common:
                continue
            product = sum(vectors[a][u] * vectors[b][u] for u in common)
            norm_a = sqrt(sum(r * r for r in vectors[a].values()))
            norm_b = sqrt(sum(r * r for r in vectors[b].values()))
            cos = product / (norm_a * norm_b) if norm_a and norm_b else 0.0
            result[a].append((round(cos, 6), b))
    for i in result:
        result[i].sort(key=lambda pair: (-pair[0], pair[1]))
        result[i] = result[i][:n]
    return {i: near for i, near in result.items() if near}
