"""Plain Python: rotations (Givens) bring in one row after the other."""

from math import hypot, sqrt


def learning_curve(X, y, X_val, y_val, fractions):
    if len(X) != len(y) or len(X_val) != len(y_val):
        raise ValueError("lengths differ")
    n, p = len(X), len(X[0])
    ends = [int(f * n) for f in fractions]
    if ends and min(ends) < p + 1:
        raise ValueError("fewer rows than unknowns")
    k = p + 1
    R = [[0.0] * (k + 1) for _ in range(k)]
    found = {}
    for i in range(max(ends, default=0)):
        row = [1.0, *map(float, X[i]), float(y[i])]
        for j in range(k):
            if row[j] == 0:
                continue
            size = hypot(R[j][j], row[j])
            c, s = R[j][j] / size, row[j] / size
            above = R[j]
            R[j] = [c * a + s * b for a, b in zip(above, row)]
            row = [c * b - s * a for a, b in zip(above, row)]
        if i + 1 in ends:
            w = [0.0] * k
            for j in range(k - 1, -1, -1):
                rest = sum(R[j][c] * w[c] for c in range(j + 1, k))
                w[j] = (R[j][k] - rest) / R[j][j]
            total = 0.0
            for x, true in zip(X_val, y_val):
                total += (true - w[0] - sum(a * b for a, b in zip(w[1:], x))) ** 2
            found[i + 1] = sqrt(total / len(y_val))
    return [found[m] for m in ends]
