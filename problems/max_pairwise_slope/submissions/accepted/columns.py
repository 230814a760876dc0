"""Plain Python: lowest and highest y of each x in dicts, then neighbouring x."""


def max_pairwise_slope(points):
    low, high = {}, {}
    for x, y in points:
        low[x] = min(y, low.get(x, y))
        high[x] = max(y, high.get(x, y))
    xs = sorted(low)
    return max(((high[b] - low[a]) / (b - a) for a, b in zip(xs, xs[1:])), default=None)
