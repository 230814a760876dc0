"""math.exp(1000) raises OverflowError."""

import math


def logistic_regression_gd(X, y, lr, n_iters, l2=0.0):
    n = len(X)
    if n == 0 or n != len(y) or any(v not in (0, 1) for v in y):
        raise ValueError("bad input")
    w, b = [0.0] * len(X[0]), 0.0
    for _ in range(n_iters):
        errors = [sigmoid(sum(c * v for c, v in zip(w, row)) + b) - label for row, label in zip(X, y)]
        w = [
            c - lr * (sum(e * row[j] for e, row in zip(errors, X)) / n + l2 * c)
            for j, c in enumerate(w)
        ]
        b -= lr * sum(errors) / n
    loss = 0.0
    for row, label in zip(X, y):
        z = sum(c * v for c, v in zip(w, row)) + b
        loss += math.log(1 + math.exp(z)) - label * z
    return w, b, loss / n + l2 / 2 * sum(c * c for c in w)


def sigmoid(z):
    return 1 / (1 + math.exp(-z))
