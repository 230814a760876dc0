"""Keeps the highest y of each x, and not the lowest."""


def max_pairwise_slope(points):
    low, high = {}, {}
    for x, y in points:
        low[x] = max(y, low.get(x, y))
        high[x] = max(y, high.get(x, y))
    xs = sorted(low)
    best = None
    for a, b in zip(xs, xs[1:]):
        slope = (high[b] - low[a]) / (b - a)
        if best is None or slope > best:
            best = slope
    return best
