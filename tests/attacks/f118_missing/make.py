"""No file at all."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    return folder / "solution.py"
