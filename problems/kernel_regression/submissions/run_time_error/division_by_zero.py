"""Divides by a sum of weights that is 0 far from all points."""

from math import exp


def kernel_regression(x, y, queries, h):
    if h <= 0 or len(x) == 0 or len(x) != len(y):
        raise ValueError("bad input")
    result = []
    for q in queries:
        weights = [exp(-0.5 * ((q - point) / h) ** 2) for point in x]
        result.append(sum(w * value for w, value in zip(weights, y)) / sum(weights))
    return result
