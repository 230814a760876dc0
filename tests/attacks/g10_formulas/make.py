"""Formulas in the file's name, the output and the exception."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    path = folder / '=HYPERLINK("http:example.invalid","x").py'
    text = "=1+1,\"\t@SUM(1+1)*cmd|' /C calc'!A0\r\n+1;-1"
    path.write_text(
        "def knn_predict(train_X, train_y, queries, k):\n"
        f"    print({text!r})\n"
        f"    raise type('=cmd|x!A1', (Exception,), {{}})({text!r})\n"
    )
    return path
