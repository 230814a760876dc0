"""A name that is a device elsewhere."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    path = folder / "CON.py"
    path.write_text("def knn_predict(train_X, train_y, queries, k):\n    return []\n")
    return path
