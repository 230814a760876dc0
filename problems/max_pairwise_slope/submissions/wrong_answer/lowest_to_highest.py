"""Takes the line from the lowest point to the highest."""


def max_pairwise_slope(points):
    if len({x for x, _ in points}) < 2:
        return None
    low, high = min(points, key=lambda p: p[1]), max(points, key=lambda p: p[1])
    return (high[1] - low[1]) / (high[0] - low[0]) if high[0] != low[0] else None
