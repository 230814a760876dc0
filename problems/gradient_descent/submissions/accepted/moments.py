"""Plain Python with the moments added up once."""

import math


def max_gd_coefficient(points, lr, n_iters):
    if len(points) == 0:
        raise ValueError
    width = len(points[0])
    if width < 2:
        raise ValueError
    gram = [[0.0] * width for _ in range(width)]
    moment = [0.0] * width
    for point in points:
        if len(point) != width:
            raise ValueError
        row = (1.0, *point[:-1])
        for i, a in enumerate(row):
            moment[i] += a * point[-1]
            for j, c in enumerate(row):
                gram[i][j] += a * c
    n = len(points)
    b = [0.0] * width
    for _ in range(n_iters):
        b = [
            b[i] - lr * (sum(g * c for g, c in zip(gram[i], b)) - moment[i]) / n
            for i in range(width)
        ]
    if any(math.isnan(v) or math.isinf(v) for v in b):
        raise ValueError
    return max(b)
