"""x are equal to twelve decimals."""

from fractions import Fraction
from itertools import groupby


def max_pairwise_slope(points):
    """Neighbours in x hold the maximum: highest y of the right x, lowest y of the left."""
    pts = sorted(((p[0], p[1]) for p in points), key=lambda p: p[0])
    cols = []
    for x, g in groupby(pts, key=lambda p: round(p[0], 12)):
        ys = [q[1] for q in g]
        cols.append((x, min(ys), max(ys)))
    best = None
    for (xa, lo, _), (xb, _, hi) in zip(cols, cols[1:]):
        try:
            s = (hi - lo) / (xb - xa)
        except (OverflowError, ZeroDivisionError):
            s = float(Fraction(hi) - Fraction(lo)) / float(Fraction(xb) - Fraction(xa))
        if best is None or s > best:
            best = s
    return best
