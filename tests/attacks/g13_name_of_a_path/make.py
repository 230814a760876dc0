"""A name that climbs in a path or an address."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    path = folder / "..\\..\\%2e%2e%2fx.py"
    path.write_text("def knn_predict(train_X, train_y, queries, k):\n    return []\n")
    return path
