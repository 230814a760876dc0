"""Slopes are rounded to nine decimals."""

def max_pairwise_slope(points):
    cols = {}
    for x, y in points:
        l, h = cols.get(x, (y, y))
        cols[x] = (min(l, y), max(h, y))
    xs = sorted(cols)
    best = None
    for a, b in zip(xs, xs[1:]):
        n, d = cols[b][1] - cols[a][0], b - a
        s = float(n // d) if isinstance(n, int) and isinstance(d, int) and n % d == 0 else round(n / d, 9)
        best = s if best is None or s > best else best
    return best
