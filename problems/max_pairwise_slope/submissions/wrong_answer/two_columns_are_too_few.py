"""Needs three distinct x."""


def max_pairwise_slope(points):
    low, high = {}, {}
    for x, y in points:
        low[x] = min(y, low.get(x, y))
        high[x] = max(y, high.get(x, y))
    xs = sorted(low)
    if len(xs) < 3:
        return None
    best = None
    for a, b in zip(xs, xs[1:]):
        slope = (high[b] - low[a]) / (b - a)
        if best is None or slope > best:
            best = slope
    return best
