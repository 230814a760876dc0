"""A text in which few words are common and most are rare; a window of four."""

import numpy as np

FUNCTION = "glove_cooccurrence"
SIZES = (300, 1000, 3000, 8000, 16000)


def make(size, rng):
    ends = np.cumsum(1.0 / (8.0 + np.arange(size // 2)))
    ranks = np.searchsorted(ends, rng.random(size) * ends[-1])
    return [f"w{rank:x}" for rank in ranks.tolist()], 4
