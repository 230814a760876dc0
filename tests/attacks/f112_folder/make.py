"""A folder of that name."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    (folder / "solution.py").mkdir()
    return folder / "solution.py"
