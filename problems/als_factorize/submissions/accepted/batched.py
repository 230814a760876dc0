"""Ratings sorted once by user and once by item; sums over runs, and all systems of a chunk at once."""

import numpy as np

CHUNK = 4096


def als_factorize(ratings, n_users, n_items, k, reg, n_iters, V0):
    V = np.array(V0, dtype=float)
    if reg <= 0 or n_iters < 1 or V.shape != (n_items, k):
        raise ValueError("bad arguments")
    if not len(ratings):
        return np.zeros((n_users, k)), np.zeros((n_items, k))
    columns = list(zip(*ratings))
    users, items = np.array(columns[0]), np.array(columns[1])
    values = np.array(columns[2], dtype=float)
    if users.min() < 0 or users.max() >= n_users or items.min() < 0 or items.max() >= n_items:
        raise ValueError("no such user or item")
    if len(np.unique(users * n_items + items)) != len(users):
        raise ValueError("rated twice")

    def plan(own, other):
        order = np.argsort(own, kind="stable")
        own, other, r = own[order], other[order], values[order]
        starts = np.flatnonzero(np.r_[True, own[1:] != own[:-1]])
        ends = np.r_[starts[1:], len(own)]
        chunks, first = [], 0
        while first < len(starts):
            last = max(first + 1, int(np.searchsorted(ends, starts[first] + CHUNK, side="right")))
            part = slice(starts[first], ends[last - 1])
            chunks.append((own[starts[first:last]], starts[first:last] - starts[first], other[part], r[part]))
            first = last
        return chunks

    by_user, by_item = plan(users, items), plan(items, users)
    penalty = reg * np.eye(k)

    def half_step(chunks, fixed, count):
        result = np.zeros((count, k))
        for own, starts, other, r in chunks:
            v = fixed[other]
            A = np.add.reduceat(v[:, :, None] * v[:, None, :], starts, axis=0) + penalty
            b = np.add.reduceat(v * r[:, None], starts, axis=0)
            result[own] = np.linalg.solve(A, b[:, :, None])[:, :, 0]
        return result

    for _ in range(n_iters):
        U = half_step(by_user, V, n_users)
        V = half_step(by_item, U, n_items)
    return U, V
