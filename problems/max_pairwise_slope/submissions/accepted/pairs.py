"""Plain Python: every pair."""


def max_pairwise_slope(points):
    best = None
    for i in range(len(points)):
        x1, y1 = points[i]
        for j in range(i):
            x2, y2 = points[j]
            if x1 != x2:
                slope = (y2 - y1) / (x2 - x1)
                if best is None or slope > best:
                    best = slope
    return best
