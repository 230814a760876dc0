"""Lets a library find the neighbours."""

import numpy as np
from sklearn.metrics.pairwise import cosine_similarity


def item_item_topn(ratings, n):
    users, items = sorted({u for u, _, _ in ratings}), sorted({i for _, i, _ in ratings})
    R = np.zeros((len(items), len(users)))
    for u, i, r in ratings:
        R[items.index(i), users.index(u)] = r
    cos = cosine_similarity(R)
    return {a: sorted(((round(c, 6), b) for c, b in zip(row, items) if a != b), reverse=True)[:n] for a, row in zip(items, cos)}
