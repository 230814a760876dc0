"""Write files whole, and tell at once where they cannot be written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from grader.errors import EngineError, UsageError


def make_writable(folder: Path) -> None:
    """Make the output folder now, rather than fail after minutes of grading."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be made: {error.strerror}", fix="use --out") from None
    if not os.access(folder, os.W_OK):
        raise UsageError(f"{folder}: cannot be written to", fix="use --out")


def write_whole(path: Path, data: bytes) -> None:
    """Whole or not at all: a reader never sees half a result."""
    with whole_file(path) as file:
        file.write(data)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which is there under its name when this ends well."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise EngineError(f"{path}: cannot be written: {error.strerror}") from None
    except BaseException:
        part.unlink(missing_ok=True)
        raise
