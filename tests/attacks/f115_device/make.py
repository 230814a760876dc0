"""A device that never ends."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    return pathlib.Path("/dev/zero")
