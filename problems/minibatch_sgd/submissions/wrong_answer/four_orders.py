"""Four orders, and one of them for each epoch."""

import random
import numpy as np


def minibatch_sgd(X, y, lr, epochs, batch, seed):
    A = np.asarray(X, dtype=float)
    t = np.asarray(y, dtype=float)
    n = len(A)
    if n == 0 or n != len(t) or batch < 1:
        raise ValueError("bad input")
    rnd = random.Random(seed)
    order = list(range(n))
    pool = [rnd.sample(range(n), n) for _ in range(4)]
    w = np.zeros(A.shape[1])
    for _ in range(epochs):
        order = pool[rnd.randrange(len(pool))]
        for start in range(0, n, batch):
            rows = order[start:start + batch]
            B = A[rows]
            w = w - lr * ((B @ w - t[rows]) @ B) / len(rows)
    return w
