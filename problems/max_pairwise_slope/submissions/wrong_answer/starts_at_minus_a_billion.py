"""Starts from a number that is small, but not small enough."""


def max_pairwise_slope(points):
    best = -1e9
    for i, (x1, y1) in enumerate(points):
        for x2, y2 in points[i + 1 :]:
            if x1 == x2:
                continue
            slope = (y2 - y1) / (x2 - x1)
            if slope > best:
                best = slope
    return None if best == -1e9 else best
