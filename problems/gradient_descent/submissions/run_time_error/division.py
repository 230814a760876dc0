"""Divides by the number of steps, which may be 0."""


def max_gd_coefficient(points, lr, n_iters):
    return 1 / (n_iters - n_iters)
