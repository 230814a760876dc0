"""Exceptions whose text ends the process, is 100 MB long, raises, or is no text."""

import os


class Trap(Exception):
    def __str__(self):
        if self.args[0] == 1:
            os._exit(0)
        if self.args[0] == 3:
            return "x" * (100 << 20)
        if self.args[0] == 2:
            raise SystemExit(0)
        return 5


def knn_predict(train_X, train_y, queries, k):
    raise Trap(k)
