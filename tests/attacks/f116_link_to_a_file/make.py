"""A link to a file of the host."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    (folder / "solution.py").symlink_to("/etc/passwd")
    return folder / "solution.py"
