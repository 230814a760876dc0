"""A name that closes an attribute; the solution answers wrong."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    path = folder / '" onmouseover="alert(1)" x=\'><svg onload=alert(2)>.py'
    path.write_text(
        "def knn_predict(train_X, train_y, queries, k):\n    return [0.5] * len(queries)\n"
    )
    return path
