"""Refuses too few labels, but not too many."""

import math


def logistic_regression_gd(X, y, lr, n_iters, l2=0.0):
    rows = [[float(v) for v in row] for row in X]
    labels = [float(v) for v in y]
    n = len(rows)
    if n == 0 or n > len(labels):
        raise ValueError("no rows, or X and y differ in length")
    if any(label not in (0.0, 1.0) for label in labels):
        raise ValueError("labels must be 0 or 1")
    p = len(rows[0])
    w, b = [0.0] * p, 0.0
    for _ in range(n_iters):
        gw, gb = [0.0] * p, 0.0
        for row, label in zip(rows, labels):
            error = sigmoid(score(row, w, b)) - label
            gb += error
            for j in range(p):
                gw[j] += error * row[j]
        w = [v - lr * (g / n + l2 * v) for v, g in zip(w, gw)]
        b -= lr * gb / n
    loss = sum(cost(score(row, w, b), label) for row, label in zip(rows, labels)) / n
    return w, b, loss + l2 / 2 * sum(v * v for v in w)


def score(row, w, b):
    return b + sum(v * c for v, c in zip(row, w))


def sigmoid(z):
    if z >= 0:
        return 1.0 / (1.0 + math.exp(-z))
    e = math.exp(z)
    return e / (1.0 + e)


def cost(z, label):
    return max(z, 0.0) - label * z + math.log1p(math.exp(-abs(z)))
