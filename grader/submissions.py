"""Read what a candidate hands in, safely: a regular file of at most 256 KB, strict UTF-8.

Nothing of it is parsed as Python here. What cannot be read at all is a `SubmissionError`; a text
that cannot be run (not UTF-8, NUL bytes, empty) is a submission with a `fault`, and gets a report.
"""

import errno
import hashlib
import json
import os
import re
import stat
import sys
from pathlib import Path

from grader.errors import SubmissionError
from grader.model import Submission

MAX_BYTES = 256 * 1024
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,63}")
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def read_submission(path: str | Path, candidate: str | None = None) -> Submission:
    """The submission in the file `path`, or on standard input for "-".

    Raises:
        SubmissionError: there is no regular file of at most 256 KB to be read there.
    """
    name = str(path)
    data = _stdin() if name == "-" else _read(name)
    if len(data) > MAX_BYTES:
        raise SubmissionError(
            f"{name}: larger than {MAX_BYTES // 1024} KB", fix="a solution is one source file"
        )
    file = "stdin.py" if name == "-" else os.path.basename(name)
    source, fault = _decode(data)
    if not fault and file.endswith(".ipynb"):
        source, fault = _notebook(source)
    file = _named(file)
    return Submission(
        candidate=_named(candidate or "") or os.path.splitext(file)[0],
        file=file,
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        fault=fault,
    )


def _named(name: str) -> str:
    """A file's name, which may be any bytes, as text that UTF-8 can hold."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _stdin() -> bytes:
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _read(name: str) -> bytes:
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC  # never hangs on a FIFO
    try:
        fd = os.open(name, flags)
    except OSError as error:
        raise SubmissionError(f"{name}: {_why(error)}", fix=_mend(error)) from None
    except ValueError:
        raise SubmissionError(f"{name!r}: not a file name") from None
    mode = os.fstat(fd).st_mode
    if not stat.S_ISREG(mode):
        os.close(fd)
        kind = "a directory" if stat.S_ISDIR(mode) else "not a regular file"
        raise SubmissionError(f"{name}: {kind}", fix="give the solution's source file")
    with open(fd, "rb") as file:
        try:
            return file.read(MAX_BYTES + 1)
        except OSError as error:
            raise SubmissionError(f"{name}: cannot be read: {error.strerror}") from None


def _why(error: OSError) -> str:
    known = {
        errno.ENOENT: "there is no such file",
        errno.ELOOP: "a symbolic link, which is not followed",
        errno.EACCES: "no permission to read it",
        errno.ENXIO: "not a regular file",
        errno.EISDIR: "a directory",
    }
    return known.get(error.errno or 0, error.strerror or "cannot be opened")


def _mend(error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "give the file that it points to"
    return "check the path" if error.errno == errno.ENOENT else "give the solution's source file"


def _decode(data: bytes) -> tuple[str, str]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fault = (
            f"the file is not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}, "
            f"line {line}; save it as UTF-8"
        )
        return data.decode("utf-8", "replace"), fault
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return text, f"the file holds a NUL byte in line {line}; is it a source file?"
    if not text.strip():
        return text, "the file is empty"
    return text, ""


def _notebook(text: str) -> tuple[str, str]:
    """The code cells of a notebook as one source; lines of magics become comments."""
    try:
        cells = json.loads(text)["cells"]
        code = [_cell(c) for c in cells if c["cell_type"] == "code"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return "", "the notebook is not of the Jupyter format 4 (cells with cell_type and source)"
    if not any(cell.strip() for cell in code):
        return "", "the notebook has no code"
    numbered = (f"# cell {number}\n{cell}" for number, cell in enumerate(code, 1))
    return "\n\n".join(numbered) + "\n", ""


def _cell(cell: dict[str, object]) -> str:
    source = cell["source"]
    if isinstance(source, list):
        source = "".join(str(line) for line in source)
    lines = str(source).splitlines()
    return "\n".join(
        f"# (left out) {line}" if line.lstrip().startswith(("%", "!")) else line for line in lines
    )


def safe_name(text: str) -> str:
    """A folder name for any text: itself where that is plain, else a slug and a hash of it."""
    plain = _PLAIN_NAME.fullmatch(text) and not _DEVICES.fullmatch(text)
    hashed = re.search(r"-[0-9a-f]{8}$", text)  # would look like one of the names below
    if plain and not hashed and not text.endswith("."):
        return text
    slug = re.sub(r"[^A-Za-z0-9_]+", "-", text).strip("-")[:48] or "candidate"
    whole = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{slug}-{whole[:8]}"
