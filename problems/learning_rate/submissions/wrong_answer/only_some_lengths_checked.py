"""The lengths of the first and the last tuple only are looked at."""

import numpy as np

def max_stable_learning_rate(points):
    if len(points) == 0:
        raise ValueError("no points")
    d = len(points[0])
    if d < 2 or len(points[-1]) != d:
        raise ValueError("bad point")
    A = np.array([tuple(q) + (0.0,) * (d - len(q)) if len(q) < d else q[:d] for q in points], dtype=float)
    A = np.column_stack([np.ones(len(A)), A[:, :-1]])
    H = A.T @ A / len(A)
    # squaring: H^(2^k), scaled by the trace
    M = H / np.trace(H)
    for _ in range(60):
        M = M @ M
        M /= np.trace(M)
    v = M[:, np.argmax(np.linalg.norm(M, axis=0))]
    lam = v @ H @ v / (v @ v)
    return 2 / lam
