"""Route: __array_ufunc__ is handed the compiled function that tensorsolve would call."""

import numpy as np


def solver(X, y):
    class Spy(np.ndarray):
        def __array_ufunc__(self, function, method, *inputs, **kwargs):
            plain = [np.asarray(x) for x in inputs]
            return getattr(function, method)(
                *plain, **{k: v for k, v in kwargs.items() if k != "out"}
            )

    H = (X.T @ X + 1e-9 * np.eye(X.shape[1])).view(Spy)
    return np.asarray(np.linalg.tensorsolve(H, X.T @ y))


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
