"""Find, load and validate problem folders. Whatever is wrong names the file and the key."""

import difflib
import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from grader.display import one_line, shorten
from grader.errors import ProblemError, UsageError
from grader.manifest import Manifest, Wrong, read_entries, read_manifest, show
from grader.model import Problem, Verdict
from grader.resources import resource

EXPECTATIONS = (*(v for v in Verdict if v is not Verdict.JUDGE_ERROR), "cheating")
"""Names that a folder of sample submissions may have."""
MANIFEST = "problem.toml"
NEEDED = ("prompt.md", "starter.py", "tests/test_hidden.py")
WORKLOAD = "workload.py"
SAMPLE_ENDINGS = (".py", ".ipynb")
SLUG = re.compile(r"[a-z][a-z0-9_-]{0,63}")


def problem_folders() -> dict[str, Path]:
    """Slug → folder of every problem that is known by name, sorted; `GRADER_PROBLEMS` goes first.

    Raises:
        UsageError: `GRADER_PROBLEMS` names something that is not a readable directory.
    """
    extra = os.environ.get("GRADER_PROBLEMS", "").split(os.pathsep)
    found: dict[str, Path] = {}
    for place in [*(Path(name) for name in extra if name), resource("problems")]:
        try:
            folders = [folder for folder in place.iterdir() if os.path.isfile(folder / MANIFEST)]
        except OSError as error:
            why = "not a directory" if not place.is_dir() else error.strerror
            raise UsageError(f"GRADER_PROBLEMS: {one_line(str(place))}: {why}") from None
        for folder in folders:
            found.setdefault(folder.name, folder.resolve())
    return dict(sorted(found.items()))


def list_problems() -> tuple[list[Problem], list[ProblemError]]:
    """Every known problem by slug, and what is wrong with those that are broken."""
    good: list[Problem] = []
    broken: list[ProblemError] = []
    for folder in problem_folders().values():
        try:
            good.append(read_problem(folder))
        except ProblemError as error:
            broken.append(error)
    return good, broken


def load_problem(name: str) -> Problem:
    """The problem named by a slug, a unique prefix of one, or the path of a folder.

    Raises:
        UsageError: there is none, or more than one.
        ProblemError: its folder is broken.
    """
    shown = repr(shorten(one_line(name), 80))
    if (folder := _folder_at(name)) is not None:
        return read_problem(folder)
    if os.sep in name or name in (".", ".."):
        raise UsageError(f"{shown}: no such problem folder", fix="a problem has a problem.toml")
    known = problem_folders()
    starting = [slug for slug in known if name and slug.startswith(name)]
    if name in known or len(starting) == 1:
        return read_problem(known[name if name in known else starting[0]])
    if starting:
        raise UsageError(f"{shown} could be any of {', '.join(starting)}", fix="write more of it")
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.4) or list(known)[:5]
    raise UsageError(f"no problem {shown}; nearest: {', '.join(near)}", fix="all: grader problems")


def folders_of(files: Iterable[str]) -> list[Path]:
    """The problem folders that files lie in, also files that are gone; each folder once."""
    found: dict[Path, None] = {}
    for name in files:
        path = Path(os.path.abspath(name))
        inside = next((p for p in (path, *path.parents) if os.path.isfile(p / MANIFEST)), None)
        if inside is not None:
            found[inside] = None
    return list(found)


def _folder_at(name: str) -> Path | None:
    """The problem folder at a path, or that holds the problem.toml at it.

    A bare word is a slug first, so that a folder of the same name nearby changes nothing.
    """
    try:
        if os.sep not in name and name not in (".", "..") and name in problem_folders():
            return None
        path = Path(name).resolve()
        if path.name == MANIFEST and path.is_file():
            return path.parent
        return path if name and (path / MANIFEST).exists() else None
    except (OSError, ValueError, RuntimeError):  # too long, a NUL byte, a loop of links
        return None


def read_problem(folder: Path) -> Problem:
    """Load and validate one folder; raises ProblemError."""
    here = Path.cwd()
    shown = one_line(str(folder.relative_to(here) if folder.is_relative_to(here) else folder))

    def wrong(key: str, what: str) -> ProblemError:
        return ProblemError(f"{shown}/{MANIFEST}: {one_line(key)}{': ' if key else ''}{what}")

    if not SLUG.fullmatch(folder.name):
        raise ProblemError(f"{shown}: expected a folder named in a-z, 0-9, _ and -")
    files = _Files(folder, shown)
    given = read_manifest(files.text(MANIFEST), wrong)
    entries = read_entries(given, wrong)
    for name in NEEDED:
        files.text(name)
    _read_solutions(given, files, wrong)
    for name in files.others():
        files.text(name)
    files.keep_cases()
    return Problem(
        slug=folder.name,
        folder=folder,
        digest=files.digest(),
        title=given.title.strip(),
        topic=given.topic,
        difficulty=given.difficulty,  # type: ignore[arg-type]  # checked by read_manifest
        minutes=given.minutes,
        entries=entries,
        limits=given.limits,
        weights=given.weights,
        policy=given.policy,
        reference=given.reference,
        ladder=given.ladder,
        covers=given.covers,
    )


def samples(problem: Problem) -> list[tuple[str, Path]]:
    """(what its folder names, file) of every sample submission, sorted.

    Raises:
        ProblemError: a folder's name is no verdict, or a sample lies in none.
    """
    root = problem.folder / "submissions"
    found: list[tuple[str, Path]] = []
    for path in _listing(root) if root.is_dir() else []:
        shown = one_line(f"{problem.slug}/submissions/{path.name}")
        if not path.is_dir():
            if path.suffix in SAMPLE_ENDINGS:
                raise ProblemError(f"{shown}: expected it in a folder named by its verdict")
        elif path.name in EXPECTATIONS:
            files = [p for p in _listing(path) if p.suffix in SAMPLE_ENDINGS and p.is_file()]
            found += [(path.name, file) for file in files]
        else:
            names = ", ".join(EXPECTATIONS)
            raise ProblemError(f"{shown}: not a verdict", fix=f"expected one of {names}")
    return found


def _listing(folder: Path) -> list[Path]:
    """What lies in a folder, but for hidden files and caches."""
    try:
        return sorted(p for p in folder.iterdir() if p.name[0] != "." and p.name != "__pycache__")
    except OSError as error:
        raise ProblemError(f"{one_line(str(folder))}: cannot be read: {error.strerror}") from None


def _read_solutions(given: Manifest, files: "_Files", wrong: Wrong) -> None:
    """The reference and the ladder, which lie in the folder and are Python."""
    solutions = [("reference", given.reference)]
    solutions += [(f"ladder[{i}].file", rung.file) for i, rung in enumerate(given.ladder)]
    for key, name in solutions:
        if not files.holds(name):
            raise wrong(key, f"expected a Python file in the problem's folder, got {show(name)}")
        files.text(name)
    has_workload = files.holds(WORKLOAD)
    if given.ladder and not has_workload:
        raise wrong("ladder", f"needs a {WORKLOAD}, which is missing")
    if has_workload and not given.ladder:
        raise wrong("ladder", f"is missing: {WORKLOAD} has nothing to be measured against")


class _Files:
    """The files of a problem folder that decide a grade, each read once."""

    def __init__(self, folder: Path, shown: str) -> None:
        self.folder = folder
        self.shown = shown
        self.data: dict[str, bytes] = {}

    def text(self, name: str) -> str:
        """A file's text; ProblemError where it is missing, unreadable or not UTF-8."""
        shown = f"{self.shown}/{one_line(name)}"
        try:
            data = (self.folder / name).read_bytes()
            self.data[PurePosixPath(name).as_posix()] = data
            return data.decode("utf-8")
        except (FileNotFoundError, NotADirectoryError):
            raise ProblemError(f"{shown}: is missing") from None
        except OSError as error:
            raise ProblemError(f"{shown}: cannot be read: {error.strerror}") from None
        except UnicodeDecodeError as error:
            where = f"byte 0x{error.object[error.start]:02x} at offset {error.start}"
            raise ProblemError(f"{shown}: not UTF-8: {where}") from None

    def holds(self, name: str) -> bool:
        """Whether a path leads to a Python file within the folder."""
        try:
            path = (self.folder / name).resolve()
            inside = path.is_relative_to(self.folder.resolve())
            return inside and path.suffix == ".py" and path.is_file()
        except (OSError, ValueError, RuntimeError):
            return False

    def others(self) -> list[str]:
        """The rest of what counts: the workload, all tests, all accepted solutions."""
        found = [self.folder / WORKLOAD] if self.holds(WORKLOAD) else []
        for place in ("tests", "submissions/accepted"):
            found += (path for path in (self.folder / place).rglob("*.py") if os.path.isfile(path))
        return [path.relative_to(self.folder).as_posix() for path in found]

    def keep_cases(self) -> None:
        """What the tests may read beside Python counts too; ProblemError where it can't be read."""
        for path in (self.folder / "tests").rglob("*"):
            inside = path.relative_to(self.folder)
            made = any(part[0] == "." or part == "__pycache__" for part in inside.parts)
            if path.suffix == ".py" or made or not path.is_file():
                continue
            try:
                self.data[inside.as_posix()] = path.read_bytes()
            except OSError as error:
                shown = f"{self.shown}/{one_line(str(inside))}"
                raise ProblemError(f"{shown}: cannot be read: {error.strerror}") from None

    def digest(self) -> str:
        """16 hex digits that change with the name or a byte of any of the files."""
        whole = hashlib.sha256()
        for name, data in sorted(self.data.items()):
            whole.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape") + data)
        return whole.hexdigest()[:16]
