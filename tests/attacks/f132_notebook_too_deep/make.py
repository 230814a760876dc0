"""A notebook of a hundred thousand brackets."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    path = folder / "solution.ipynb"
    path.write_text("[" * 100_000 + "]" * 100_000)
    return path
