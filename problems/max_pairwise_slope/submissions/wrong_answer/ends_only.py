"""Takes the line from the leftmost to the rightmost point."""


def max_pairwise_slope(points):
    if len({x for x, _ in points}) < 2:
        return None
    left, right = min(points), max(points)
    return (right[1] - left[1]) / (right[0] - left[0])
