"""Coordinate descent on the Gram matrix: a step costs p, not n; columns without effect are skipped."""

import numpy as np


def elastic_net_cd(X, y, alpha, l1_ratio, tol=1e-8, max_iter=10000):
    X, y = np.asarray(X, dtype=np.float64), np.asarray(y, dtype=np.float64)
    if len(X) == 0 or len(X) != len(y):
        raise ValueError("no rows, or X and y differ in length")
    if alpha < 0 or l1_ratio < 0 or l1_ratio > 1:
        raise ValueError("alpha or l1_ratio out of range")
    n, p = X.shape
    x_mean, y_mean = X.mean(axis=0), y.mean()
    centred = X - x_mean
    centred[:, np.ptp(X, axis=0) == 0] = 0.0
    gram = centred.T @ centred / n
    size = np.diag(gram).tolist()
    # What is left of mean(x_j · residual), moved along with every step.
    left = centred.T @ (y - y_mean) / n
    l1, l2 = alpha * l1_ratio, alpha * (1 - l1_ratio)
    w = [0.0] * p
    live = [j for j in range(p) if size[j] > 0]
    everything, active = True, live
    for _ in range(max_iter):
        largest = 0.0
        for j in active:
            r = float(left[j]) + size[j] * w[j]
            new = 0.0 if abs(r) <= l1 else (r - l1 if r > 0 else r + l1) / (size[j] + l2)
            step = new - w[j]
            if step:
                left -= step * gram[j]
                w[j] = new
                largest = max(largest, abs(step))
        if largest <= tol * 1e-2:
            if everything:
                break
            everything, active = True, live
        else:
            everything, active = False, [j for j in live if w[j]]
    return np.array(w), float(y_mean - x_mean @ np.array(w))
