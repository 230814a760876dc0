"""Takes the root by steps until its square is exact, which floats need not be."""


def root(square):
    value = 1.0
    while value * value != square:
        value = (value + square / value) / 2 + 1e-15
    return value


def item_item_topn(ratings, n):
    vectors = {}
    for u, i, r in ratings:
        vectors.setdefault(i, {})[u] = r
    result = {}
    for a, x in vectors.items():
        near = []
        for b, y in vectors.items():
            if a != b and x.keys() & y.keys():
                below = root(2.0 * sum(r * r for r in x.values())) * root(2.0 * sum(r * r for r in y.values()))
                near.append((round(2 * sum(x[u] * y[u] for u in x.keys() & y.keys()) / below, 6), b))
        result[a] = sorted(near, key=lambda pair: (-pair[0], pair[1]))[:n]
    return result
