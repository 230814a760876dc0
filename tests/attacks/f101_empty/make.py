"""Nothing at all."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    path = folder / "solution.py"
    path.write_bytes(b"")
    return path
