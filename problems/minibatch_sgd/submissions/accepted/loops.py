"""Plain Python, a shuffled list of indices."""

import random


def minibatch_sgd(X, y, lr, epochs, batch, seed):
    rows = [[float(v) for v in x] for x in X]
    targets = [float(v) for v in y]
    if not rows or len(rows) != len(targets) or batch < 1:
        raise ValueError("bad input")
    rng = random.Random(seed)
    w = [0.0] * len(rows[0])
    waiting = list(range(len(rows)))
    for _ in range(epochs):
        rng.shuffle(waiting)
        done = 0
        while done < len(waiting):
            chosen = waiting[done : done + batch]
            done += len(chosen)
            gradient = [0.0] * len(w)
            for i in chosen:
                error = sum(a * b for a, b in zip(rows[i], w)) - targets[i]
                for j, v in enumerate(rows[i]):
                    gradient[j] += error * v
            w = [a - lr * g / len(chosen) for a, g in zip(w, gradient)]
    return w
