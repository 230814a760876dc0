"""Plain Python: every sum by a loop."""

from math import log, pi


def moments(values):
    mean = sum(values) / len(values)
    return mean, sum((v - mean) ** 2 for v in values) / len(values)


def gaussian_nb(X, y, Q):
    X, y, Q = [[float(v) for v in row] for row in X], [int(v) for v in y], [list(map(float, q)) for q in Q]
    if not X or len(X) != len(y):
        raise ValueError("no rows, or different lengths")
    small = 1e-9 * max(moments(column)[1] for column in zip(*X))
    if small == 0:
        raise ValueError("no feature varies")
    classes = {}
    for row, label in zip(X, y):
        classes.setdefault(label, []).append(row)
    labels = sorted(classes)
    fitted = []
    for label in labels:
        rows = classes[label]
        each = [(m, v + small) for m, v in map(moments, zip(*rows))]
        start = log(len(rows) / len(X)) - 0.5 * sum(log(2 * pi * v) for _, v in each)
        fitted.append((start, each))
    table = [
        [start - 0.5 * sum((x - m) ** 2 / v for x, (m, v) in zip(q, each)) for start, each in fitted]
        for q in Q
    ]
    return [labels[row.index(max(row))] for row in table], table
