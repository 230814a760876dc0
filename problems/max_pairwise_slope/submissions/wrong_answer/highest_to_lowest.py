"""Takes the line from the highest point of a column to the lowest of the next."""


def max_pairwise_slope(points):
    low, high = {}, {}
    for x, y in points:
        low[x] = min(y, low.get(x, y))
        high[x] = max(y, high.get(x, y))
    xs = sorted(low)
    best = None
    for a, b in zip(xs, xs[1:]):
        slope = (low[b] - high[a]) / (b - a)
        if best is None or slope > best:
            best = slope
    return best
