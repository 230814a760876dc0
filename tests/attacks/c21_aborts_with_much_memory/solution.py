"""Aborts with 60 MB in hand, core files asked for."""

import os
import resource


def knn_predict(train_X, train_y, queries, k):
    held = b"x" * (60 << 20)
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    os.abort()
