"""Plain Python: H by loops, then Jacobi's rotations until it is diagonal."""

import math


def max_stable_learning_rate(points):
    if not points:
        raise ValueError("no points")
    m = len(points[0])
    if m < 2 or any(len(point) != m for point in points):
        raise ValueError("bad points")
    n = len(points)
    H = [[0.0] * m for _ in range(m)]
    for point in points:
        row = (1.0, *point[:-1])
        for i in range(m):
            for j in range(m):
                H[i][j] += row[i] * row[j] / n
    for _ in range(100):
        off = sum(H[i][j] ** 2 for i in range(m) for j in range(m) if i != j)
        if off <= 1e-26 * sum(H[i][i] ** 2 for i in range(m)):
            break
        for p in range(m - 1):
            for q in range(p + 1, m):
                if H[p][q] == 0.0:
                    continue
                theta = (H[q][q] - H[p][p]) / (2 * H[p][q])
                t = math.copysign(1.0, theta) / (abs(theta) + math.hypot(theta, 1.0))
                c = 1 / math.hypot(t, 1.0)
                s = t * c
                for k in range(m):
                    a, b = H[k][p], H[k][q]
                    H[k][p], H[k][q] = c * a - s * b, s * a + c * b
                for k in range(m):
                    a, b = H[p][k], H[q][k]
                    H[p][k], H[q][k] = c * a - s * b, s * a + c * b
    return 2.0 / max(H[i][i] for i in range(m))
