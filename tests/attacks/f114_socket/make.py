"""A socket."""

import os
import pathlib
import socket


def make(folder: pathlib.Path) -> pathlib.Path:
    place = os.open(folder, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"/proc/self/fd/{place}/solution.py")
    os.close(place)
    return folder / "solution.py"
