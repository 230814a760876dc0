"""A class of one row has no part in the spread between the classes."""

import numpy as np


def lda_directions(X, y, k):
    X = np.array(X, dtype=float)
    y = np.asarray(y)
    if len(X) == 0 or len(X) != len(y):
        raise ValueError("lengths")
    n, p = X.shape
    classes = np.unique(y)
    C = len(classes)
    if k < 1 or k > C - 1 or k > p:
        raise ValueError("k")
    m = X.mean(axis=0)
    Sw = np.zeros((p, p))
    Sb = np.zeros((p, p))
    for c in classes:
        R = X[y == c]
        if len(R) < 2:
            continue            # no spread
        mc = R.mean(axis=0)
        D = R - mc
        Sw += D.T @ D
        Sb += len(R) * np.outer(mc - m, mc - m)
    if n < p + C:
        raise ValueError("singular")
    ev, U = np.linalg.eigh(Sw)
    if ev[-1] <= 0 or ev[0] < 1e-10 * ev[-1]:
        raise ValueError("singular")
    T = U / np.sqrt(ev)
    lam, V = np.linalg.eigh(T.T @ Sb @ T)
    V = (T @ V)[:, ::-1][:, :k]
    V = V / np.linalg.norm(V, axis=0)
    for j in range(k):
        big = np.argmax(np.abs(V[:, j]))
        if V[big, j] < 0:
            V[:, j] = -V[:, j]
    return V
