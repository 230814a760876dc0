"""Starts from integer rows stay integers."""

import numpy as np


def _dist(P, M):
    out = np.empty((len(P), len(M)))
    for j, c in enumerate(M):
        t = P - c
        out[:, j] = np.einsum("ij,ij->i", t, t)
    return out


def _label(P, M):
    return _dist(P, M).argmin(axis=1)


def _run(P, M, max_iter):
    M = np.array(M)
    k = len(M)
    lab = _label(P, M)
    for _ in range(max_iter):
        count = np.bincount(lab, minlength=k)
        new = M.copy()
        for j in np.flatnonzero(count):
            new[j] = P[lab == j].mean(axis=0)
        M = new
        old, lab = lab, _label(P, M)
        if np.array_equal(old, lab):
            break
    t = P - M[lab]
    return M, lab, float(np.sum(t * t))


def _start(P, k, rng):
    chosen = [int(rng.integers(len(P)))]
    near = _dist(P, P[chosen])[:, 0]
    while len(chosen) < k:
        total = near.sum()
        if total > 0:
            nxt = int(rng.choice(len(P), p=near / total))
        else:
            nxt = int(rng.integers(len(P)))
        chosen.append(nxt)
        near = np.minimum(near, _dist(P, P[[nxt]])[:, 0])
    return chosen


def kmeans(X, k, init=None, seed=0, max_iter=100):
    P = np.array(X, dtype=float)
    if k < 1 or k > len(P) or max_iter < 1:
        raise ValueError("bad arguments")
    if init is not None:
        return _run(P, np.asarray(init, dtype=float), max_iter)
    rng = np.random.default_rng(seed)
    best = None
    for _ in range(10):
        res = _run(P, np.asarray(X)[_start(P, k, rng)], max_iter)
        if best is None or res[2] < best[2]:
            best = res
    return best
