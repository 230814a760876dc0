"""numpy for each row, a Python loop over the rows; the intercept is a column of ones."""

import numpy as np


def logistic_regression_gd(X, y, lr, n_iters, l2=0.0):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    if len(X) == 0 or len(X) != len(y):
        raise ValueError("no rows, or X and y differ in length")
    if not set(y.tolist()) <= {0.0, 1.0}:
        raise ValueError("labels must be 0 or 1")
    rows = np.hstack([np.ones((len(X), 1)), X])
    beta = np.zeros(rows.shape[1])
    penalty = np.full(len(beta), float(l2))
    penalty[0] = 0.0
    for _ in range(n_iters):
        gradient = penalty * beta
        for x, label in zip(rows, y):
            gradient = gradient + (0.5 * (1.0 + np.tanh(0.5 * (x @ beta))) - label) * x / len(rows)
        beta = beta - lr * gradient
    losses = [np.logaddexp(0.0, x @ beta) - label * (x @ beta) for x, label in zip(rows, y)]
    return beta[1:], beta[0], np.mean(losses) + 0.5 * np.sum(penalty * beta**2)
