"""As many queries as points, over two hundred bandwidths: most points are far from a query."""

import numpy as np

FUNCTION = "kernel_regression"
SIZES = (100, 300, 1000, 2500, 5000, 9000)


def make(size, rng):
    x = rng.uniform(0.0, 100.0, size)
    y = np.sin(x / 5.0) + rng.normal(0.0, 0.3, size) + 3.0
    queries = rng.uniform(0.0, 100.0, size)
    return x.tolist(), y.tolist(), queries.tolist(), 0.5
