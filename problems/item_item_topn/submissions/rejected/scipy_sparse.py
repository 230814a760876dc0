"""Lets a library hold the matrix."""

import numpy as np
from scipy.sparse import csr_matrix


def item_item_topn(ratings, n):
    u, i, r = map(np.array, zip(*ratings))
    R = csr_matrix((r, (u, i)))
    products = (R.T @ R).tocoo()
    norm = np.sqrt(R.multiply(R).sum(axis=0)).A1
    result = {}
    for a, b, p in zip(products.row, products.col, products.data):
        if a != b:
            result.setdefault(a, []).append((round(p / norm[a] / norm[b], 6), b))
    return {a: sorted(near, key=lambda pair: (-pair[0], pair[1]))[:n] for a, near in result.items()}
