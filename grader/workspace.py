"""The folder that a candidate works in: made once, never written over, recognised by a marker.

The marker is a file in the hands of the candidate, so it holds nothing but a token; what the token
stands for (problem, candidate, clock) is in the store. Hidden tests never come here.
"""

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

import msgspec

from grader.display import one_line
from grader.errors import UsageError
from grader.interviews import Interview, local
from grader.model import Frozen, Problem

MARKER = ".grader-interview.json"
SOLUTION = "solution.py"
VISIBLE = "test_visible.py"
MOST_BYTES = 4096
_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,32}")

README = """\
# {title}

Interview of {candidate}: {minutes:g} minutes, from {start} to {end}.{limit}

1. Read `prompt.md`.
2. Write your solution in `solution.py` (a notebook, `.ipynb`, will do too).
3. In this folder:

```
grader try --watch          runs the visible tests whenever you save (or once, without --watch)
grader submit               hands in solution.py; another file: grader submit FILE
```

`test_visible.py` shows the visible tests, to read: `grader try` runs them, in a sandbox like the
one that grades. There are more tests than these. What you hand in after the end is kept, as late.
"""


class Marker(Frozen, frozen=True, kw_only=True):
    """What a folder of an interview is known by."""

    grader: int = 1
    interview: str


def _refuse_used(folder: Path) -> None:
    """Raises UsageError where there is anything at `folder` already."""
    shown = one_line(str(folder))
    try:
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise UsageError(f"{shown}: is there already, and no folder", fix="use another --out")
        if folder.is_dir() and any(folder.iterdir()):
            raise UsageError(
                f"{shown}: is not empty, and nothing of a candidate's is written over",
                fix="use another --out",
            )
    except OSError as error:
        raise UsageError(f"{shown}: cannot be used: {error.strerror}", fix="use --out") from None


def fill(folder: Path, problem: Problem, start: Callable[[], Interview]) -> Interview:
    """Write the folder of an interview, and start its clock when all but the marker is there.

    Raises:
        UsageError: there is something already, or it cannot be written; nothing is left of it.
    """
    _refuse_used(folder)
    made: list[Path] = []

    def write(name: str, text: str) -> None:
        with (folder / name).open("x", encoding="utf-8") as file:
            made.append(folder / name)
            file.write(text)

    fresh = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tests = problem.folder / "tests" / VISIBLE
        write("prompt.md", (problem.folder / "prompt.md").read_text(encoding="utf-8"))
        write(SOLUTION, (problem.folder / "starter.py").read_text(encoding="utf-8"))
        if tests.is_file():
            write(VISIBLE, tests.read_text(encoding="utf-8"))
        interview = start()
        write("README.md", _readme(problem, interview))
        marker = msgspec.json.encode(Marker(interview=interview.token))
        write(MARKER, marker.decode() + "\n")
        return interview
    except BaseException as error:
        for path in made:
            path.unlink(missing_ok=True)
        if fresh and folder.is_dir():
            folder.rmdir()
        if isinstance(error, OSError):
            shown = one_line(str(folder))
            what = f"{shown}: cannot be written: {error.strerror}"
            raise UsageError(what, fix="use --out") from None
        raise


def _readme(problem: Problem, interview: Interview) -> str:
    limit = "" if interview.attempts is None else f" You may hand in {interview.attempts} times."
    return README.format(
        title=problem.title, candidate=one_line(interview.candidate), minutes=interview.minutes,
        start=local(interview.started), end=local(interview.due), limit=limit,
    )  # fmt: skip


def token_in(folder: Path) -> str | None:
    """The token of the interview whose folder this is; None where it is no such folder.

    Raises:
        UsageError: there is a marker, and it is none of ours.
    """
    path = folder / MARKER
    shown = one_line(str(path))

    def wrong(what: str) -> UsageError:
        return UsageError(
            f"{shown}: {what}", fix="name problem and file: grader submit PROBLEM FILE"
        )

    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise wrong("is no regular file")
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(fd, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise wrong(f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    try:
        if len(data) > MOST_BYTES:
            raise ValueError
        marker = msgspec.json.decode(data, type=Marker)
    except (ValueError, RecursionError):
        raise wrong("is not what grader start wrote there") from None
    if marker.grader != 1 or not _TOKEN.fullmatch(marker.interview):
        raise wrong("names no interview")
    return marker.interview


def solution_in(folder: Path) -> Path:
    """The file that a candidate hands in from an interview's folder when none is named."""
    if not (folder / SOLUTION).exists():
        shown = one_line(str(folder / SOLUTION))
        raise UsageError(f"{shown}: is missing", fix="name your file: grader submit FILE")
    return folder / SOLUTION
