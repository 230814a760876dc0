"""A text in which few words are common and most are rare; a window of four."""

import numpy as np

FUNCTION = "glove_cooccurrence"
SIZES = (150, 350, 800, 1600, 3200)


def make(size, rng):
    ends = np.cumsum(1.0 / (8.0 + np.arange(size // 2)))
    ranks = np.searchsorted(ends, rng.random(size) * ends[-1])
    return [f"w{rank:x}" for rank in ranks.tolist()], 4


def same(expected, actual):
    """Ten thousand weights at once: one by one takes a hundred times as long as to compute them."""
    if type(actual) is not dict or actual.keys() != expected.keys():
        return False
    found = [actual[pair] for pair in expected]
    if any(type(weight) is not float for weight in found):
        return False
    return bool(np.allclose(found, list(expected.values()), rtol=1e-9, atol=0.0))
