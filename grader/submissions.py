"""Read what a candidate hands in, safely: a regular file with at most 256 KB of strict UTF-8.

Nothing of it is parsed as Python here. What cannot be read at all is a `SubmissionError`; a text
that cannot be run (not UTF-8, NUL bytes, empty) is a submission with a `fault`, and gets a report.
"""

import hashlib
import os
import re
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from grader.display import one_line, shorten
from grader.errors import SubmissionError
from grader.model import Submission
from grader.notebooks import Code, code_of

MAX_BYTES = 256 * 1024
NOTEBOOK_BYTES = 8 * 1024**2
"""A notebook may hold pictures; its code is held to `MAX_BYTES`."""
STDIN = "-"
_CHUNK = 64 * 1024
_KINDS = {
    stat.S_IFDIR: "a directory",
    stat.S_IFIFO: "a named pipe, not a regular file",
    stat.S_IFSOCK: "a socket, not a regular file",
    stat.S_IFCHR: "a device, not a regular file",
    stat.S_IFBLK: "a device, not a regular file",
}
_GIVE = "give the solution's source file"
_ONE_FILE = "a solution is one source file"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_PLAIN_NAME = re.compile(r"[a-z0-9_][a-z0-9_-]{0,63}")
_MADE_NAME = re.compile(r".*-[0-9a-f]{8}")
_DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def read_submission(path: str | Path, candidate: str | None = None) -> Submission:
    """The submission in the file `path`, or on standard input for "-".

    The candidate is by default the file's name without its ending. What cannot be stored as text
    is written out: a byte of a name that is not UTF-8 as its hex code.

    Raises:
        SubmissionError: there is no regular file of at most 256 KB to be read there.
    """
    name = str(path)
    data = _read_stdin() if name == STDIN else _read_file(name)
    file = os.path.basename(name)
    if name == STDIN:
        file = "stdin.ipynb" if _may_be_notebook(data) else "stdin.py"
    return _submission(name, data, file, candidate)


def submission_of(source: str, candidate: str | None = None) -> Submission:
    """The submission whose Python source is `source`; the candidate is by default anonymous.

    Raises:
        SubmissionError: it is larger than 256 KB.
    """
    data = source.encode("utf-8", "surrogatepass")
    return _submission("the source", data, "solution.py", candidate or "anonymous")


def _submission(name: str, data: bytes, file: str, candidate: str | None) -> Submission:
    most = _most_bytes(file)
    if len(data) > most:
        fix = "clear its outputs" if most > MAX_BYTES else _ONE_FILE
        raise _error(name, f"larger than {most // 1024} KB", fix)
    source, fault = _decode(data)
    found = Code()
    if not fault and source.strip() and file.lower().endswith(".ipynb"):
        found = code_of(source)
        source, fault = found.source or source, found.fault
    if not fault and len(source) > MAX_BYTES:
        raise _error(name, f"its code is larger than {MAX_BYTES // 1024} KB", _ONE_FILE)
    fault = fault or _unrunnable(source)
    return Submission(
        candidate=storable(candidate or os.path.splitext(file)[0]),
        file=storable(file),
        source=source.encode("utf-8", "replace").decode(),
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        cells=found.cells,
        notes=found.notes,
        fault=fault,
    )


def safe_name(text: str) -> str:
    """A folder name for any text: itself where that is plain, else a slug and a hash of it.

    No two texts share a name, not even where upper and lower case are one.
    """
    plain = _PLAIN_NAME.fullmatch(text) and not _MADE_NAME.fullmatch(text)
    if plain and not _DEVICE.fullmatch(text):
        return text
    slug = re.sub(r"[^A-Za-z0-9_]+", "-", text).strip("-")[:48] or "candidate"
    whole = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{slug}-{whole[:8]}"


def _may_be_notebook(data: bytes) -> bool:
    """Whether what was pasted is JSON rather than Python: no solution begins with a brace."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def _most_bytes(file: str) -> int:
    return NOTEBOOK_BYTES if file.lower().endswith(".ipynb") else MAX_BYTES


def _error(name: str, what: str, fix: str) -> SubmissionError:
    return SubmissionError(f"{shorten(one_line(name), 200)}: {what}", fix=fix)


def _read_stdin() -> bytes:
    if sys.stdin is None:
        raise _error(STDIN, "there is no standard input", _GIVE)
    try:
        data = _up_to_cap(sys.stdin.buffer.read)
        if len(data) > MAX_BYTES and _may_be_notebook(data):
            rest = NOTEBOOK_BYTES - len(data)
            data += _up_to_cap(sys.stdin.buffer.read, rest)
        return data
    except OSError as error:
        raise _error(STDIN, f"cannot be read: {error.strerror}", _GIVE) from None


def _read_file(name: str) -> bytes:
    """At most one byte more than allowed; never follows a link, never waits for a pipe."""
    try:
        _refuse_other_kinds(name, os.lstat(name).st_mode)  # opening a device can do things
        fd = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            _refuse_other_kinds(name, os.fstat(fd).st_mode)
            return _up_to_cap(lambda size: os.read(fd, size), _most_bytes(name))
        finally:
            os.close(fd)
    except FileNotFoundError:
        raise _error(name, "there is no such file", "check the path") from None
    except PermissionError:
        raise _error(name, "no permission to read it", "chmod +r, or another user") from None
    except OSError as error:
        raise _error(name, f"cannot be read: {error.strerror}", _GIVE) from None
    except ValueError:
        raise _error(name, "not the name of a file", _GIVE) from None


def _refuse_other_kinds(name: str, mode: int) -> None:
    if stat.S_ISLNK(mode):
        what = "a symbolic link, which is not followed"
        raise _error(name, what, "give the file that it points to")
    if not stat.S_ISREG(mode):
        raise _error(name, _KINDS.get(stat.S_IFMT(mode), "not a regular file"), _GIVE)


def _up_to_cap(read: Callable[[int], bytes], most: int = MAX_BYTES) -> bytes:
    data = bytearray()
    while len(data) <= most and (chunk := read(min(_CHUNK, most + 1 - len(data)))):
        data += chunk
    return bytes(data)


def _decode(data: bytes) -> tuple[str, str]:
    """The text without its byte order mark, and why it cannot be run; line ends are kept."""
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        at = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        line = len(_LINE_END.findall(data[:at])) + 1
        seems = "; it looks like UTF-16" if data.startswith(_UTF_16) else ""
        where = f"byte 0x{data[at]:02x} at offset {at}, line {line}{seems}"
        fault = f"not UTF-8: {where}; save the file as UTF-8"
        return data.decode("utf-8-sig", "replace"), fault


def _unrunnable(source: str) -> str:
    """Why a text is no source at all; "" when Python may try it."""
    if not source.strip():
        return "the file is empty"
    line = 1 + len(_LINE_END.findall(source.partition("\0")[0].encode("utf-8", "replace")))
    if "\0" in source:
        return f"a NUL byte in line {line}: this is not a text file"
    try:
        source.encode()
    except UnicodeEncodeError as error:
        return f"half a surrogate pair, {source[error.start]!a}, which no text may hold"
    return ""


def storable(name: str) -> str:
    """A file's name as text: what is no text in it is written out."""
    shown = (f"\\x{ord(c) - 0xDC00:02x}" if "\udc80" <= c <= "\udcff" else c for c in name)
    return "".join(shown).encode("utf-8", "backslashreplace").decode()
