"""Ten thousand threads that wait."""

import threading


def knn_predict(train_X, train_y, queries, k):
    halt = threading.Event()
    for _ in range(10**4):
        threading.Thread(target=halt.wait, daemon=True).start()
