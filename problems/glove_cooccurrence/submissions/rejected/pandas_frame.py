"""Lets a library add up."""

import pandas as pd


def glove_cooccurrence(tokens, window):
    rows = []
    for d in range(1, window + 1):
        for a, b in zip(tokens, tokens[d:]):
            rows += [(a, b, 1 / d), (b, a, 1 / d)]
    return pd.DataFrame(rows, columns=["a", "b", "x"]).groupby(["a", "b"]).x.sum().to_dict()
