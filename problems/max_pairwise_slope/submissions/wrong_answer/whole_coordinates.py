"""Cuts the coordinates to whole numbers."""


def max_pairwise_slope(points):
    points = [(int(x), int(y)) for x, y in points]
    best = None
    for i, (x1, y1) in enumerate(points):
        for x2, y2 in points[i + 1 :]:
            if x1 == x2:
                continue
            slope = (y2 - y1) / (x2 - x1)
            if best is None or slope > best:
                best = slope
    return best
