"""The start may have any shape of the right size."""

import numpy as np

def als_factorize(ratings, n_users, n_items, k, reg, n_iters, V0):
    V = np.array(V0, dtype=float)
    if V.size != n_items * k or reg <= 0 or n_iters < 1:
        raise ValueError("bad arguments")
    users, items = {}, {}
    seen = set()
    for u, i, r in ratings:
        if not (0 <= u < n_users and 0 <= i < n_items) or (u, i) in seen:
            raise ValueError("bad rating")
        seen.add((u, i))
        users.setdefault(u, []).append((i, r))
        items.setdefault(i, []).append((u, r))
    U = np.zeros((n_users, k))

    def solve(groups, other, size):
        out = np.zeros((size, k))
        for g, pairs in groups.items():
            F = other[[p[0] for p in pairs]]
            r = np.array([p[1] for p in pairs], dtype=float)
            out[g] = np.linalg.solve(F.T @ F + reg * np.eye(k), F.T @ r)
        return out

    for _ in range(n_iters):
        U = solve(users, V, n_users)
        V = solve(items, U, n_items)
    return U, V
