"""What is to be graded, and whose it is: from a folder, from files, or from `roster.csv`.

A mistake in a roster is an error, told with its line, before anything is graded. A file that cannot
be read is none: it becomes a row of the table, and the others are graded.
"""

import csv
import io
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from grader.display import one_line, shorten
from grader.errors import UsageError
from grader.model import Frozen
from grader.submissions import storable

ROSTER = "roster.csv"
ENDINGS = (".py", ".ipynb")
COLUMNS = ("candidate", "file", "problem")
MOST_BYTES = 16 * 1024**2
MOST_TOLD = 10
NAME_CHARACTERS = 200


class HandIn(Frozen, frozen=True, kw_only=True):
    """One candidate's file for one problem; without a path, `fault` says why there is none."""

    problem: str
    candidate: str
    path: Path | None = None
    fault: str = ""


def hand_ins(places: Sequence[str], problems: Sequence[str]) -> list[HandIn]:
    """Everything that is handed in at `places`, for the problems of these slugs.

    A place is a folder, a file, or a roster (`.csv`). Sorted by problem, then by candidate.

    Raises:
        UsageError: a place or a roster cannot be used as given.
    """
    found: list[HandIn] = []
    for place in places:
        path = Path(place)
        if path.is_dir():
            found += _of_folder(path, problems)
        elif path.suffix.lower() == ".csv":
            found += _of_roster(path, problems)
        elif not os.path.lexists(path):
            raise UsageError(f"{_shown(place)}: no such file or folder", fix="check the path")
        elif len(problems) > 1:
            raise UsageError(
                f"{_shown(place)}: a file of which problem?",
                fix="with several problems give folders, or a roster.csv with a column problem",
            )
        else:
            found.append(HandIn(problem=problems[0], candidate=storable(path.stem), path=path))
    if not found:
        raise UsageError(
            f"{', '.join(map(_shown, places))}: no submission there",
            fix="a submission is a .py or .ipynb file, or a folder with one",
        )
    order = {slug: number for number, slug in enumerate(problems)}
    return sorted(_told_apart(found), key=lambda one: (order[one.problem], one.candidate))


def _of_folder(folder: Path, problems: Sequence[str]) -> list[HandIn]:
    if (folder / ROSTER).exists():
        return _of_roster(folder / ROSTER, problems)
    names = _names(folder)
    by_problem = [name for name in names if name in problems and (folder / name).is_dir()]
    if by_problem and len(by_problem) == len(names):
        return [one for slug in by_problem for one in _of_one(folder / slug, slug)]
    if len(problems) == 1:
        return list(_of_one(folder, problems[0]))
    return [
        _in_folder_of(folder / name, slug, alone=False)
        for name in names
        if (folder / name).is_dir()
        for slug in problems
    ]


def _of_one(folder: Path, slug: str) -> Iterator[HandIn]:
    """Files, and folders of candidates, for one problem."""
    for name in _names(folder):
        path = folder / name
        if path.is_dir():
            yield _in_folder_of(path, slug, alone=True)
        elif path.suffix.lower() in ENDINGS:
            yield HandIn(problem=slug, candidate=storable(path.stem), path=path)


def _in_folder_of(folder: Path, slug: str, *, alone: bool) -> HandIn:
    """The file of a candidate's own folder: the only one, or the one named as the problem."""
    candidate = storable(folder.name)
    if folder.is_symlink():  # as with files: who knows where it leads
        fault = f"{_shown(folder)}: a symbolic link, which is not followed"
        return HandIn(problem=slug, candidate=candidate, fault=fault)
    try:
        files = [name for name in _names(folder) if Path(name).suffix.lower() in ENDINGS]
    except UsageError as error:
        return HandIn(problem=slug, candidate=candidate, fault=str(error))
    wanted = (slug, "solution", "submission") if alone else (slug,)
    for stem in wanted:
        named = [name for name in files if Path(name).stem == stem]
        if len(named) == 1:
            return HandIn(problem=slug, candidate=candidate, path=folder / named[0])
    if alone and len(files) == 1:
        return HandIn(problem=slug, candidate=candidate, path=folder / files[0])
    expected = f"expected {slug}.py or {slug}.ipynb"
    fault = f"nothing handed in: {expected}"
    if files and alone:
        several = ", ".join(map(_shown, files[:5]))
        fault = f"which file is it? {several}{' …' if files[5:] else ''}: {expected}"
    return HandIn(problem=slug, candidate=candidate, fault=fault)


def _names(folder: Path) -> list[str]:
    """What lies in a folder, but for hidden files and caches."""
    try:
        return sorted(n for n in os.listdir(folder) if n[0] != "." and n != "__pycache__")
    except OSError as error:
        raise UsageError(f"{_shown(folder)}: cannot be read: {error.strerror}") from None


def _of_roster(path: Path, problems: Sequence[str]) -> list[HandIn]:
    """The lines of a roster: `candidate,file` and, for several problems, `problem`."""
    shown = _shown(path)
    rows = csv.reader(io.StringIO(_text(path, shown), newline=""), strict=True)
    found: list[HandIn] = []
    faults: list[str] = []
    seen: dict[tuple[str, str], int] = {}
    try:
        heading = [cell.strip().lower() for cell in next(rows, [])]
        _check_heading(heading, problems, shown)
        for cells in rows:
            if not any(cell.strip() for cell in cells):
                continue
            line = rows.line_num
            if len(cells) != len(heading):
                faults.append(f"line {line}: {len(cells)} columns, and the heading has "
                              f"{len(heading)}")  # fmt: skip
                continue
            row = dict(zip(heading, (cell.strip() for cell in cells), strict=True))
            slug = row.get("problem", problems[0])
            fault = _fault_of(row["candidate"], row["file"], slug, problems)
            if not fault and (first := seen.get((row["candidate"], slug))):
                fault = f"{_shown(row['candidate'])} is in line {first} already"
            if fault:
                faults.append(f"line {line}: {fault}")
                continue
            seen[row["candidate"], slug] = line
            file = path.parent / row["file"] if row["file"] else None
            found.append(
                HandIn(
                    problem=slug, candidate=row["candidate"], path=file,
                    fault="" if file else "nothing handed in",
                )
            )  # fmt: skip
    except csv.Error as error:
        faults.append(f"line {rows.line_num}: {error}")
    if faults:
        more = f"; and {len(faults) - MOST_TOLD} more" if len(faults) > MOST_TOLD else ""
        raise UsageError(f"{shown}: {'; '.join(faults[:MOST_TOLD])}{more}", fix="mend the roster")
    return found


def _text(path: Path, shown: str) -> str:
    try:
        if not path.is_file():
            raise UsageError(f"{shown}: no such roster" if not path.exists() else
                             f"{shown}: not a regular file")  # fmt: skip
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{shown}: cannot be read: {error.strerror}") from None
    if len(data) > MOST_BYTES:
        raise UsageError(f"{shown}: larger than {MOST_BYTES >> 20} MiB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UsageError(f"{shown}: line {line}: not UTF-8", fix="save it as UTF-8") from None


def _check_heading(heading: Sequence[str], problems: Sequence[str], shown: str) -> None:
    needed = COLUMNS if len(problems) > 1 else COLUMNS[:2]
    missing = [name for name in needed if name not in heading]
    unknown = [name for name in heading if name not in COLUMNS]
    twice = [name for name, count in Counter(heading).items() if count > 1]
    for names, what in ((missing, "missing"), (unknown, "unknown"), (twice, "there twice")):
        if names:
            raise UsageError(
                f"{shown}: line 1: column {_shown(', '.join(names))} is {what}",
                fix=f"the first line is: {','.join(needed)}",
            )


def _fault_of(candidate: str, file: str, slug: str, problems: Sequence[str]) -> str:
    """What is wrong with a line; "" when nothing is."""
    if not candidate:
        return "no candidate"
    if len(candidate) > NAME_CHARACTERS or not candidate.isprintable():
        return f"{_shown(candidate)} is no name: expected at most {NAME_CHARACTERS} printable ones"
    if slug not in problems:
        return f"problem {_shown(slug)} is none of {', '.join(problems)}"
    if "\0" in file or PurePosixPath(file).is_absolute() or ".." in PurePosixPath(file).parts:
        return f"file {_shown(file)}: expected a path below the roster's own folder"
    return ""


def _told_apart(found: Sequence[HandIn]) -> list[HandIn]:
    """The same, each candidate of a problem named but once: by more of the path where need be.

    Raises:
        UsageError: the same file is given twice.
    """
    for name in (_with_ending, _with_folder, _with_path):
        count = Counter((one.problem, one.candidate) for one in found)
        found = [
            one if count[one.problem, one.candidate] == 1 or one.path is None else name(one)
            for one in found
        ]
    count = Counter((one.problem, one.candidate) for one in found)
    if twice := [one for one in found if count[one.problem, one.candidate] > 1]:
        raise UsageError(f"{_shown(twice[0].candidate)}: given twice", fix="give it once")
    return list(found)


def _with_ending(one: HandIn) -> HandIn:
    assert one.path is not None
    if one.candidate != storable(one.path.stem):
        return one
    return _renamed(one, storable(one.path.name))


def _with_folder(one: HandIn) -> HandIn:
    assert one.path is not None
    return _renamed(one, storable(f"{one.path.absolute().parent.name}/{one.path.name}"))


def _with_path(one: HandIn) -> HandIn:
    assert one.path is not None
    return _renamed(one, storable(os.path.normpath(one.path)))


def _renamed(one: HandIn, candidate: str) -> HandIn:
    return HandIn(problem=one.problem, candidate=candidate, path=one.path, fault=one.fault)


def _shown(text: object) -> str:
    return shorten(one_line(str(text)), 120)
