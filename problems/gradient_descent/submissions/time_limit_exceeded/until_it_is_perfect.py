"""Descends until the gradient is exactly zero."""


def max_gd_coefficient(points, lr, n_iters):
    gradient = 1.0
    while gradient != 0.0:
        gradient = gradient / 2 + 1e-9
    return gradient
