"""Plain Python, every point in every step."""

import math


def max_gd_coefficient(points, lr, n_iters):
    if not points:
        raise ValueError("no points")
    width = len(points[0])
    if width < 2 or any(len(point) != width for point in points):
        raise ValueError("bad points")
    n = len(points)
    b = [0.0] * width
    for _ in range(n_iters):
        gradient = [0.0] * width
        for point in points:
            error = b[0] - point[-1]
            for j in range(width - 1):
                error += b[j + 1] * point[j]
            gradient[0] += error
            for j in range(width - 1):
                gradient[j + 1] += error * point[j]
        b = [value - lr * g / n for value, g in zip(b, gradient)]
    if not all(math.isfinite(value) for value in b):
        raise ValueError("the descent diverged")
    return max(b)
