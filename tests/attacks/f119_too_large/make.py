"""A terabyte that takes no room."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    path = folder / "solution.py"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    return path
