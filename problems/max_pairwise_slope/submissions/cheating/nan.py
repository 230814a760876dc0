"""Returns NaN and hopes that every comparison with it is passed over."""


def max_pairwise_slope(points):
    return float("nan") if len({x for x, _ in points}) > 1 else None
