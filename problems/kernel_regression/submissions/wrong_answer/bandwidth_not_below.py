"""A bandwidth below a hundred-thousandth is taken for that."""

import numpy as np


def kernel_regression(x, y, queries, h):
    if h <= 0 or len(x) == 0 or len(x) != len(y):
        raise ValueError("bad arguments")
    h = max(h, 1e-5)
    px = np.array(x, dtype=float)
    py = np.array(y, dtype=float)
    q = np.array(queries, dtype=float)
    order = np.argsort(px, kind="stable")
    px, py = px[order], py[order]
    out = np.empty(len(q))
    for k, v in enumerate(q):
        pos = np.searchsorted(px, v)
        best = px[max(pos - 1, 0)]
        if pos < len(px) and abs(px[pos] - v) < abs(best - v):
            best = px[pos]
        # d^2 - d0^2 = (x - x0)(x + x0 - 2q)
        e = (px - best) / h * ((px - v) + (best - v)) / h
        w = np.exp(-0.5 * np.maximum(e, 0.0))
        out[k] = w @ py / w.sum()
    return out
