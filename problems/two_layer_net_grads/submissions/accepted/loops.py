"""Plain Python, row by row."""

import math


def two_layer_net_grads(X, y, W1, b1, W2, b2):
    rows, labels = [list(map(float, x)) for x in X], [float(v) for v in y]
    n = len(rows)
    if n == 0 or n != len(labels) or any(v not in (0.0, 1.0) for v in labels):
        raise ValueError("no rows, other lengths or other labels")
    units = [list(map(float, u)) for u in zip(*W1)]  # one list of weights for each hidden unit
    offsets, outer, b2 = [float(v) for v in b1], [float(v) for v in W2], float(b2)
    p, h = len(rows[0]), len(outer)
    loss, gb2 = 0.0, 0.0
    g_units, gb1, gW2 = [[0.0] * p for _ in range(h)], [0.0] * h, [0.0] * h
    for x, label in zip(rows, labels):
        a = [sum(map(float.__mul__, u, x)) + c for u, c in zip(units, offsets)]
        z = b2 + sum(w * max(v, 0.0) for w, v in zip(outer, a))
        small = math.exp(-abs(z))
        loss += max(z, 0.0) - label * z + math.log1p(small)
        error = (1.0 if z >= 0 else small) / (1.0 + small) - label
        gb2 += error
        for k in range(h):
            if a[k] > 0:
                gW2[k] += error * a[k]
                back = error * outer[k]
                gb1[k] += back
                g = g_units[k]
                for j in range(p):
                    g[j] += back * x[j]
    gW1 = [[g_units[k][j] / n for k in range(h)] for j in range(p)]
    return loss / n, gW1, [v / n for v in gb1], [v / n for v in gW2], gb2 / n
