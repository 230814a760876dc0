"""Lone surrogates, NUL and non-characters, in values, keys, arrays and what is printed."""

import numpy as np


def knn_predict(train_X, train_y, queries, k):
    odd = "\ud800\0\udfff\uffff\x1b"
    print(odd)
    if k == 1:
        return [odd] * len(queries)
    return {odd: odd} if k == 3 else np.array([odd] * len(queries))
