"""Plain Python, pair by pair."""

import math


def glove_loss_grad(W, C, b, c, X, x_max=100.0, alpha=0.75):
    W, C, b, c = (a.tolist() for a in (W, C, b, c))
    gW, gC = [[0.0] * len(row) for row in W], [[0.0] * len(row) for row in C]
    gb, gc = [0.0] * len(b), [0.0] * len(c)
    loss = 0.0
    for (i, j), x in X.items():
        if not x > 0 or not 0 <= i < len(W) or not 0 <= j < len(C):
            raise ValueError("no such pair")
        w, v = W[i], C[j]
        f = min(1.0, (x / x_max) ** alpha)
        error = sum(p * q for p, q in zip(w, v)) + b[i] + c[j] - math.log(x)
        loss += f * error * error
        slope = 2 * f * error
        gw, gv = gW[i], gC[j]
        for k in range(len(w)):
            gw[k] += slope * v[k]
            gv[k] += slope * w[k]
        gb[i] += slope
        gc[j] += slope
    return loss, gW, gC, gb, gc
