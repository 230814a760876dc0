"""The start of a program for this machine."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    path = folder / "solution.py"
    path.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(4096))
    return path
