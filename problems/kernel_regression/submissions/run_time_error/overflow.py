"""Takes the proportions to the first point, which may be too large for a float."""

from math import exp


def kernel_regression(x, y, queries, h):
    if h <= 0 or len(x) == 0 or len(x) != len(y):
        raise ValueError("bad input")
    result = []
    for q in queries:
        first = ((q - x[0]) / h) ** 2
        weights = [exp(0.5 * (first - ((q - point) / h) ** 2)) for point in x]
        result.append(sum(w * value for w, value in zip(weights, y)) / sum(weights))
    return result
