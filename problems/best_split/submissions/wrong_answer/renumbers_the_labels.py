"""Takes the least label off all of them, in place."""

import numpy as np

def best_split(X, y):
    X = np.asarray(X)
    y = np.asarray(y)
    if len(X) == 0 or len(X) != len(y):
        raise ValueError
    n, d = X.shape
    if y.dtype.kind == "i":
        y -= y.min()
    classes, codes = np.unique(y, return_inverse=True)
    total = np.bincount(codes, minlength=len(classes))
    best = None
    for j in range(d):
        order = np.argsort(X[:, j], kind="stable")
        v = X[order, j].astype(float)
        left = np.zeros(len(classes), dtype=int)
        for i in range(n - 1):
            left[codes[order[i]]] += 1
            if v[i] == v[i + 1]:
                continue
            right = total - left
            nl, nr = i + 1, n - i - 1
            imp = nl / n * (1 - ((left / nl) ** 2).sum()) + nr / n * (1 - ((right / nr) ** 2).sum())
            if best is None or imp < best[2] - 1e-12:
                best = (j, (v[i] + v[i + 1]) / 2, float(imp))
    return None if best is None else (best[0], float(best[1]), best[2])
