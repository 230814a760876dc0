"""Adds an epsilon against a division by zero."""


def max_pairwise_slope(points):
    best = None
    for i, (x1, y1) in enumerate(points):
        for x2, y2 in points[i + 1 :]:
            slope = (y2 - y1) / (x2 - x1 + 1e-9)
            if best is None or slope > best:
                best = slope
    return best
