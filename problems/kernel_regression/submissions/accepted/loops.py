"""Plain Python: query by query, exponents first."""

from math import exp


def kernel_regression(x, y, queries, h):
    if h <= 0 or len(x) == 0 or len(x) != len(y):
        raise ValueError("no bandwidth, no points, or as many values as points are missing")
    result = []
    for q in queries:
        exponents = [-0.5 * ((q - point) / h) ** 2 for point in x]
        largest = max(exponents)  # taken off all: the proportions stay, and the largest weight is 1
        weights = [exp(exponent - largest) for exponent in exponents]
        total = sum(weight * value for weight, value in zip(weights, y))
        result.append(total / sum(weights))
    return result
