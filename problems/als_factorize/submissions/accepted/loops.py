"""Plain Python: sums by loops, the equations by elimination."""


def solve(A, b):
    k = len(b)
    for i in range(k):  # symmetric and positive definite: no pivoting is needed
        row, pivot = A[i], A[i][i]
        for j in range(i + 1, k):
            f = A[j][i] / pivot
            if f:
                other = A[j]
                for c in range(i, k):
                    other[c] -= f * row[c]
                b[j] -= f * b[i]
    x = [0.0] * k
    for i in reversed(range(k)):
        x[i] = (b[i] - sum(A[i][j] * x[j] for j in range(i + 1, k))) / A[i][i]
    return x


def half_step(groups, fixed, k, reg):
    result = []
    for group in groups:
        if not group:
            result.append([0.0] * k)
            continue
        A = [[reg if i == j else 0.0 for j in range(k)] for i in range(k)]
        b = [0.0] * k
        for other, r in group:
            v = fixed[other]
            for i in range(k):
                b[i] += r * v[i]
                row, vi = A[i], v[i]
                for j in range(k):
                    row[j] += vi * v[j]
        result.append(solve(A, b))
    return result


def als_factorize(ratings, n_users, n_items, k, reg, n_iters, V0):
    if reg <= 0 or n_iters < 1 or len(V0) != n_items or any(len(row) != k for row in V0):
        raise ValueError("bad input")
    if len({(u, i) for u, i, _ in ratings}) != len(ratings):
        raise ValueError("rated twice")
    by_user = [[] for _ in range(n_users)]
    by_item = [[] for _ in range(n_items)]
    for u, i, r in ratings:
        if not (0 <= u < n_users and 0 <= i < n_items):
            raise ValueError("out of range")
        by_user[u].append((i, r))
        by_item[i].append((u, r))
    V = [[float(x) for x in row] for row in V0]
    for _ in range(n_iters):
        U = half_step(by_user, V, k, reg)
        V = half_step(by_item, U, k, reg)
    return U, V
