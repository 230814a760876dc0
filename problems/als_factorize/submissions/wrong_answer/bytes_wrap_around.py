"""V0 is used as it comes: products of bytes wrap around."""

from collections import defaultdict

import numpy as np


def als_factorize(ratings, n_users, n_items, k, reg, n_iters, V0):
    if reg <= 0 or n_iters < 1:
        raise ValueError("reg and n_iters must be positive")
    if np.shape(V0) != (n_items, k):
        raise ValueError("V0 has another shape")
    users, items, seen = defaultdict(list), defaultdict(list), set()
    for u, i, r in ratings:
        if not 0 <= u < n_users or not 0 <= i < n_items:
            raise ValueError("no such user or item")
        if (u, i) in seen:
            raise ValueError("rated twice")
        seen.add((u, i))
        users[u].append((i, r))
        items[i].append((u, r))
    by_user = [(u, np.array([i for i, _ in g]), np.array([r for _, r in g])) for u, g in users.items()]
    by_item = [(i, np.array([u for u, _ in g]), np.array([r for _, r in g])) for i, g in items.items()]
    penalty = reg * np.eye(k)

    def half_step(groups, fixed, count):
        result = np.zeros((count, k))
        for one, others, values in groups:
            A = fixed[others]
            result[one] = np.linalg.solve(A.T @ A + penalty, A.T @ values)
        return result

    V = np.array(V0)
    for _ in range(n_iters):
        U = half_step(by_user, V, n_users)
        V = half_step(by_item, U, n_items)
    return U, V
