"""A table with a cell for each pair of user and item, NaN where there is no rating."""

import numpy as np


def als_factorize(ratings, n_users, n_items, k, reg, n_iters, V0):
    if reg <= 0 or n_iters < 1 or np.shape(V0) != (n_items, k):
        raise ValueError
    R = np.full((n_users, n_items), np.nan)
    for u, i, r in ratings:
        if not (0 <= u < n_users and 0 <= i < n_items) or not np.isnan(R[u, i]):
            raise ValueError
        R[u, i] = r
    known = ~np.isnan(R)
    V = np.array(V0, dtype=float)
    for _ in range(n_iters):
        U = np.zeros((n_users, k))
        for u in range(n_users):
            A = V[known[u]]
            U[u] = np.linalg.solve(A.T @ A + reg * np.eye(k), A.T @ R[u, known[u]])
        V = np.zeros((n_items, k))
        for i in range(n_items):
            A = U[known[:, i]]
            V[i] = np.linalg.solve(A.T @ A + reg * np.eye(k), A.T @ R[known[:, i], i])
    return U, V
