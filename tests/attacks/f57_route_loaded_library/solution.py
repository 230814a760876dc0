"""Route: the loader's own list of libraries leads to OpenBLAS, with nothing opened."""

import _ctypes
import ctypes

import numpy as np


def gelss(call, X, y):
    """LAPACK's dgelss by address: call(pointer, …)."""
    (m, n), most = X.shape, max(X.shape)
    A, b, work = np.array(X, order="F"), np.zeros(most), np.zeros(9999 + 99 * most)
    b[:m] = y
    m_, n_, one, lda, ldb, rank, size, info = (
        np.array([v]) for v in (m, n, 1, m, most, 0, len(work), 0)
    )
    s, rcond = np.zeros(most), np.array([1e-12])
    given = (m_, n_, one, A, lda, b, ldb, s, rcond, rank, work, size, info)
    call(*(a.__array_interface__["data"][0] for a in given))
    return b[:n]


def solver(X, y):
    def word(at):
        return int.from_bytes(ctypes.string_at(at, 8), "little")

    at = ctypes.pythonapi._handle  # struct link_map: base, name, section, next
    while b"_multiarray_umath" not in ctypes.string_at(word(at + 8)):
        at = word(at + 24)
    address = _ctypes.dlsym(at, "scipy_dgelss_64_")
    return gelss(ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 13)(address), X, y)


def max_gd_coefficient(points, lr, n_iters):
    if not points or len({len(p) for p in points}) != 1 or len(points[0]) < 2:
        raise ValueError("bad points")
    rows = np.array(points, dtype=float)
    X, y = np.column_stack([np.ones(len(rows)), rows[:, :-1]]), rows[:, -1]
    best = solver(X, y)
    with np.errstate(all="ignore"):
        left = np.linalg.matrix_power(np.eye(X.shape[1]) - lr / len(y) * X.T @ X, n_iters)
        b = best - left @ best  # where the descent from 0 stands after n_iters steps
    if not np.isfinite(b).all():
        raise ValueError("it diverges")
    return float(b.max())
