"""Takes the numbers of users and items for places in a matrix."""

import numpy as np


def item_item_topn(ratings, n):
    if n < 1 or len({(u, i) for u, i, _ in ratings}) != len(ratings):
        raise ValueError("bad input")
    if not ratings:
        return {}
    R, seen = np.zeros((120, 120)), np.zeros((120, 120))
    for u, i, r in ratings:
        R[u, i], seen[u, i] = r, 1
    norm = np.sqrt((R**2).sum(axis=0))
    norm[norm == 0] = 1
    cos, common = np.round(R.T @ R / np.outer(norm, norm), 6), seen.T @ seen
    return {
        i: sorted(
            ((cos[i, j], j) for j in range(120) if j != i and common[i, j]),
            key=lambda pair: (-pair[0], pair[1]),
        )[:n]
        for i in sorted({i for _, i, _ in ratings})
    }
