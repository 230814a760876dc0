"""Takes all CPU time from itself, so that the kernel ends it."""

import resource


def knn_predict(train_X, train_y, queries, k):
    resource.setrlimit(resource.RLIMIT_CPU, (0, 0))
    while True:
        pass
