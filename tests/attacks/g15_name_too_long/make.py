"""A name as long as a name can be."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    path = folder / ("n" * 120 + "é" * 60 + ".py")
    path.write_text("def knn_predict(train_X, train_y, queries, k):\n    return []\n")
    return path
