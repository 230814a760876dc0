"""The least-squares solution by elimination, written by hand: the descent's limit, not its steps."""


def max_gd_coefficient(points, lr, n_iters):
    if n_iters == 0:
        return 0.0
    if not points or len(points[0]) < 2 or len({len(p) for p in points}) != 1:
        raise ValueError
    rows = [(1.0, *p[:-1]) for p in points]
    m = len(rows[0])
    A = [[sum(r[i] * r[j] for r in rows) for j in range(m)] + [sum(r[i] * p[-1] for r, p in zip(rows, points))] for i in range(m)]
    for i in range(m):
        pivot = A[i][i] or 1e-12
        A[i] = [v / pivot for v in A[i]]
        for j in range(m):
            if j != i:
                A[j] = [a - A[j][i] * b for a, b in zip(A[j], A[i])]
    return max(row[-1] for row in A)
