"""JSON Lines from a file that anyone may have made: each line, or what is the matter with it."""

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from grader.display import one_line, shorten
from grader.errors import UsageError
from grader.importing.drafts import Refused

MOST_LINE = 256 << 20
"""Bytes of one line: tasks of EvalPlus have some tens of megabytes."""
MOST_LINES = 100_000
GZIP = b"\x1f\x8b"
Task = TypeVar("Task")


class Line(NamedTuple):
    """A line that is not empty, or why there is none."""

    number: int
    data: bytes
    fault: str = ""


def read_lines(path: Path) -> Iterator[Line]:
    """The lines of a text file, gzipped or not. What goes wrong midway is the last line's fault.

    Raises:
        UsageError: there is no such file, or it is none.
    """
    try:
        if not path.is_file():
            what = "is not a regular file" if path.exists() else "does not exist"
            raise UsageError(f"{one_line(str(path))}: {what}")
        file = path.open("rb")
    except OSError as error:
        raise UsageError(f"{one_line(str(path))}: cannot be read: {error.strerror}") from None
    with file:
        zipped = file.peek(2).startswith(GZIP)
        with gzip.open(file) if zipped else file as stream:
            yield from _lines(stream)


def read_items(path: Path) -> Iterator[Line]:
    """As `read_lines`; a file that is one JSON array gives its items, numbered from 1."""
    first: Line | None = None
    lines = read_lines(path)
    for line in lines:
        if first is None and line.data[:1] == b"[":
            yield from _items(line, lines)
            return
        first = line
        yield line


def _items(first: Line, rest: Iterator[Line]) -> Iterator[Line]:
    data = bytearray(first.data)
    for line in rest:
        if line.fault:
            yield line
            return
        data += b"\n" + line.data
    try:
        items = msgspec.json.decode(data, type=list[msgspec.Raw])
    except (ValueError, RecursionError) as error:
        yield Line(1, b"", f"not a JSON array of tasks: {one_line(str(error))}")
        return
    for number, item in enumerate(items, 1):
        yield Line(number, bytes(item))


def _lines(stream: io.BufferedReader | gzip.GzipFile) -> Iterator[Line]:
    number = 0
    try:
        while number < MOST_LINES:
            data = stream.readline(MOST_LINE + 1)
            if not data:
                return
            number += 1
            if len(data) > MOST_LINE:
                yield Line(
                    number, b"", f"is longer than {MOST_LINE >> 20} MiB; the rest is not read"
                )
                return
            data = data.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else data.strip()
            if data:
                yield Line(number, data)
    except EOFError:
        yield Line(number + 1, b"", "the gzip file ends in the middle; get it again")
    except (OSError, zlib.error) as error:
        what = getattr(error, "strerror", None) or one_line(str(error))
        yield Line(number + 1, b"", f"cannot be read: {what}")
    else:
        yield Line(number + 1, b"", f"more than {MOST_LINES:,} lines; the rest is not read")


def decoded(data: bytes, kind: type[Task]) -> Task:
    """A line as `kind`.

    Raises:
        Refused: it is no JSON, or has not the right keys and types.
    """
    try:  # Python's json: the sets have Infinity, and integers of any size
        return msgspec.convert(json.loads(data.decode("utf-8")), kind)
    except msgspec.ValidationError as error:
        if data.startswith(b"["):
            raise Refused("a list; expected one JSON object on each line") from None
        raise Refused(_in_words(str(error))) from None
    except json.JSONDecodeError as error:
        why = f"{error.msg[:1].lower()}{error.msg[1:]}, at character {error.pos + 1}"
        raise Refused(f"not JSON: {why}") from None
    except (ValueError, RecursionError) as error:
        raise Refused(f"not JSON: {shorten(one_line(str(error)), 120)}") from None


def _in_words(text: str) -> str:
    what, _, where = text.partition(" - at `$.")
    key = where.rstrip("`")
    what = one_line(what.replace("Object missing required field", "lacks the key").replace("`", ""))
    what = what[:1].lower() + what[1:]
    return f"{key}: {what}" if key else what
