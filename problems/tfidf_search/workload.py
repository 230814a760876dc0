"""Documents of forty words; few words are common, most are rare; a query of four words."""

import numpy as np

FUNCTION = "tfidf_search"
SIZES = (100, 250, 600, 1500, 4000, 8000)
LENGTH = 40


def make(size, rng):
    words = [f"w{i:x}" for i in range(5 * size)]
    ends = np.cumsum(1.0 / (3.0 + np.arange(len(words))))
    ranks = np.searchsorted(ends, rng.random((size, LENGTH)) * ends[-1])
    docs = [" ".join(words[rank] for rank in row) for row in ranks.tolist()]
    query = " ".join(words[rank] for rank in (10, 60, size // 4, size))
    return docs, query, 10
