"""A name with a NUL, as no system has it."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    return folder / "solu\0tion.py"
