"""numpy, orders from sorted random keys, and rows moved instead of indices."""

import numpy as np


def minibatch_sgd(X, y, lr, epochs, batch, seed):
    if batch < 1 or len(X) == 0 or len(X) != len(y):
        raise ValueError("bad input")
    table = np.column_stack([X, y]).astype(float)
    source = np.random.RandomState(seed)
    w = np.zeros(table.shape[1] - 1)
    for _ in range(epochs):
        table = table[np.argsort(source.random_sample(len(table)))]
        for part in np.split(table, range(batch, len(table), batch)):
            residual = part[:, -1] - part[:, :-1] @ w
            w += lr * np.mean(part[:, :-1] * residual[:, None], axis=0)
    return w
