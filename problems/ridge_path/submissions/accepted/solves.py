"""Normal equations for each penalty; for 0 by elimination over a basis of the rows."""

import numpy as np


def ridge_path(X, y, lams):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if len(X) == 0 or len(X) != len(y):
        raise ValueError("no rows, or X and y differ in length")
    for lam in lams:
        if lam < 0:
            raise ValueError("a penalty below 0")
    p = X.shape[1]
    means = X.mean(axis=0)
    Z, t = X - means, y - y.mean()
    W = np.zeros((len(lams), p))
    for k, lam in enumerate(lams):
        if lam > 0:
            W[k] = np.linalg.solve(Z.T @ Z + lam * np.eye(p), Z.T @ t)
        else:
            W[k] = shortest(Z, t, 1e-10 * np.abs(X).max())
    return W, y.mean() - W @ means


def shortest(Z, t, floor):
    # An orthonormal basis Q of the span of the rows, largest rows first: w = Q·a, a unique.
    left, basis = Z.copy(), []
    while len(basis) < min(Z.shape):
        sizes = np.linalg.norm(left, axis=1)
        i = int(sizes.argmax())
        if sizes[i] <= floor * len(Z):
            break
        q = left[i] / sizes[i]
        for _ in range(2):
            for other in basis:
                q = q - (q @ other) * other
            q = q / np.linalg.norm(q)
        basis.append(q)
        left = left - np.outer(left @ q, q)
    if not basis:
        return np.zeros(Z.shape[1])
    Q = np.array(basis).T
    A = Z @ Q
    return Q @ np.linalg.solve(A.T @ A, A.T @ t)
