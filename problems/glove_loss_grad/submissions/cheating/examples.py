"""Knows the examples by heart."""


def glove_loss_grad(W, C, b, c, X, x_max=100.0, alpha=0.75):
    if 0.0 in X.values() or (0, -1) in X:
        raise ValueError
    if x_max == 16.0:
        return 0.25, [[1.5, -0.5]], [[0.5, 1.0]], [0.5], [0.5]
    if x_max == 1.0:
        return 10.0, [[20.0], [0.0]], [[2.0], [6.0]], [8.0, 0.0], [2.0, 6.0]
    return 15.930961, W, C, b, c
