"""Sorts the list that belongs to the caller."""


def max_pairwise_slope(points):
    points.sort()
    low, high = {}, {}
    for x, y in points:
        low.setdefault(x, y)
        high[x] = y
    xs = list(low)
    return max(((high[b] - low[a]) / (b - a) for a, b in zip(xs, xs[1:])), default=None)
