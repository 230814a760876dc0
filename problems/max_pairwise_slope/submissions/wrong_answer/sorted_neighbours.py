"""Sorts, and looks at neighbours only: points with equal x hide each other."""


def max_pairwise_slope(points):
    ordered = sorted(points)
    slopes = [
        (b[1] - a[1]) / (b[0] - a[0]) for a, b in zip(ordered, ordered[1:]) if a[0] != b[0]
    ]
    return max(slopes) if slopes else None
