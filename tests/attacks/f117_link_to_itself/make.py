"""A link to itself."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    (folder / "solution.py").symlink_to("solution.py")
    return folder / "solution.py"
