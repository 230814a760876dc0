"""Many items in 8 dimensions, 100 candidates, 10 recommended. Whole numbers: scores are exact."""

import numpy as np

FUNCTION = "two_stage_topk"
SIZES = (1000, 4000, 16000, 64000, 200000, 500000)


def make(size, rng):
    V = rng.integers(-1000, 1000, (size, 8)).astype(np.float64)
    u = rng.integers(-1000, 1000, 8).astype(np.float64)
    w = rng.integers(-1000, 1000, 8) / 4096
    return u, V, 100, w, -0.5, 10
