"""Numbers for which a careless relative tolerance is infinite or not a number."""

import math

NUMBERS = [math.inf, -math.inf, 1.7976931348623157e308, 5e-324, math.nan]


def max_gd_coefficient(points, lr, n_iters):
    return NUMBERS[n_iters % 5]
