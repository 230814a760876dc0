"""Find, load and validate problem folders. Whatever is wrong names the file and the key."""

import ast
import difflib
import hashlib
import math
import os
import re
from pathlib import Path
from typing import Any, Literal

import msgspec

from grader.errors import ProblemError, UsageError
from grader.model import Entry, Frozen, Limits, Policy, Problem, Rung, Verdict, Weights
from grader.resources import resource

TOPICS = (
    "algorithms_theory", "case_study", "applied_modelling", "system_design",
    "recommendation_search", "from_scratch",
)  # fmt: skip
EXPECTATIONS = (*(v for v in Verdict if v is not Verdict.JUDGE_ERROR), "cheating")
NEEDED = ("prompt.md", "starter.py", "tests/test_hidden.py")
_SLUG = re.compile(r"[a-z][a-z0-9_]{0,63}")


class _Function(Frozen, frozen=True, kw_only=True):
    signature: str


class _Class(Frozen, frozen=True, kw_only=True):
    signature: str
    methods: tuple[str, ...] = ()


class _Input(Frozen, frozen=True, kw_only=True):
    """problem.toml as it is written."""

    schema: Literal[1]
    title: str
    topic: str
    difficulty: Literal["easy", "medium", "hard"]
    minutes: int
    reference: str
    functions: tuple[_Function, ...] = ()
    classes: tuple[_Class, ...] = ()
    limits: Limits = Limits()
    weights: Weights = Weights()
    policy: Policy = Policy()
    ladder: tuple[Rung, ...] = ()
    hash_seeds: bool = False


def problem_folders() -> dict[str, Path]:
    """Slug → folder of every problem that is known by name; earlier places win."""
    extra = os.environ.get("GRADER_PROBLEMS", "")
    places = [Path(place) for place in extra.split(os.pathsep) if place] + [resource("problems")]
    found: dict[str, Path] = {}
    for place in places:
        if not place.is_dir():
            raise UsageError(f"GRADER_PROBLEMS: {place} is not a directory")
        for folder in sorted(place.iterdir()):
            if (folder / "problem.toml").is_file():
                found.setdefault(folder.name, folder)
    return found


def list_problems() -> tuple[list[Problem], list[ProblemError]]:
    """Every known problem, and what is wrong with those that are broken."""
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
    if os.sep in name or name.startswith("."):
        folder = Path(name)
        if not folder.is_dir():
            raise UsageError(f"{name}: there is no such problem folder")
        return read_problem(folder.resolve())
    known = problem_folders()
    if name in known:
        return read_problem(known[name])
    starting = sorted(slug for slug in known if name and slug.startswith(name))
    if len(starting) == 1:
        return read_problem(known[starting[0]])
    if starting:
        raise UsageError(f"problem {name!r} could be any of: {', '.join(starting)}")
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.4) or sorted(known)[:5]
    raise UsageError(
        f"there is no problem {name!r}", fix=f"nearest: {', '.join(near)}; all: grader problems"
    )


def read_problem(folder: Path) -> Problem:
    """Load and validate one folder; raises ProblemError."""
    toml = folder / "problem.toml"
    try:
        text = toml.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "not UTF-8"
        raise ProblemError(f"{toml}: cannot be read: {why}") from None
    try:
        given = msgspec.toml.decode(text, type=_Input)
    except msgspec.ValidationError as error:
        raise ProblemError(f"{toml}: {_place(str(error))}") from None
    except msgspec.DecodeError as error:
        raise ProblemError(f"{toml}: not TOML: {error}") from None

    def wrong(key: str, what: str) -> ProblemError:
        return ProblemError(f"{toml}: {key}: {what}")

    if not _SLUG.fullmatch(folder.name):
        raise ProblemError(f"{folder}: a problem's folder is named in a-z, 0-9 and _")
    if given.topic not in TOPICS:
        raise wrong("topic", f"expected one of {', '.join(TOPICS)}, got {given.topic!r}")
    if not 1 <= given.minutes <= 600:
        raise wrong("minutes", "expected a whole number from 1 to 600")
    _check_numbers(given, wrong)
    entries = tuple(_entry(f.signature, (), False, wrong) for f in given.functions)
    entries += tuple(_entry(c.signature, c.methods, True, wrong) for c in given.classes)
    if not entries:
        raise wrong("functions", "expected at least one [[functions]] or [[classes]]")
    for name in NEEDED:
        if not (folder / name).is_file():
            raise ProblemError(f"{folder / name}: is missing")
    files = {"reference": given.reference, **{f"ladder {r.name}": r.file for r in given.ladder}}
    for key, file in files.items():
        inside = (folder / file).resolve().is_relative_to(folder.resolve())
        if not inside or not (folder / file).is_file():
            raise wrong(key, f"there is no file {file!r} in the problem's folder")
    if bool(given.ladder) != (folder / "workload.py").is_file():
        raise wrong("ladder", "a ladder and a workload.py need each other: one of them is missing")
    if given.ladder and max(rung.runtime for rung in given.ladder) != 1.0:
        raise wrong("ladder", "expected the best rung to have runtime = 1.0")
    return Problem(
        slug=folder.name, folder=folder, digest=_digest(folder), title=given.title,
        topic=given.topic, difficulty=given.difficulty, minutes=given.minutes, entries=entries,
        limits=given.limits, weights=given.weights, policy=given.policy,
        reference=given.reference, ladder=given.ladder, hash_seeds=given.hash_seeds,
    )  # fmt: skip


def samples(problem: Problem) -> list[tuple[str, Path]]:
    """(what its folder names, file) of every sample submission."""
    found: list[tuple[str, Path]] = []
    root = problem.folder / "submissions"
    for folder in sorted(p for p in root.iterdir() if p.is_dir() and p.name != "__pycache__"):
        if folder.name not in EXPECTATIONS:
            raise ProblemError(
                f"{folder}: not a verdict", fix=f"expected one of {', '.join(EXPECTATIONS)}"
            )
        files = sorted(p for p in folder.iterdir() if p.suffix in (".py", ".ipynb"))
        found += [(folder.name, path) for path in files]
    return found


def _place(text: str) -> str:
    """msgspec's "… - at `$.limits.cpu_s`" with the key first."""
    what, _, where = text.partition(" - at `$")
    if match := re.search(r"unknown field `(.+?)`", what):
        near = difflib.get_close_matches(match[1], _all_keys(), n=1)
        what += f" (did you mean {near[0]}?)" if near else ""
    key = where.rstrip("`").lstrip(".")
    return f"{key}: {what}" if key else what


def _all_keys() -> list[str]:
    kinds: tuple[Any, ...] = (_Input, Limits, Weights, Policy, Rung, _Function, _Class)
    return [field for kind in kinds for field in kind.__struct_fields__]


def _check_numbers(given: _Input, wrong: Any) -> None:
    for name in Limits.__struct_fields__:
        value = getattr(given.limits, name)
        if value is not None and not (math.isfinite(value) and 0 < value <= 1 << 40):
            raise wrong(f"limits.{name}", f"expected a number above 0, got {value}")
    if given.limits.memory_bytes < 1 << 20:
        raise wrong("limits.memory_bytes", "expected at least 1048576 (1 MiB)")
    weights = [getattr(given.weights, name) for name in Weights.__struct_fields__]
    if any(not math.isfinite(w) or w < 0 for w in weights) or abs(sum(weights) - 100) > 1e-9:
        raise wrong("weights", f"expected numbers from 0 that add up to 100, got {weights}")
    for rung in given.ladder:
        for name, share in (("runtime", rung.runtime), ("memory", rung.memory)):
            if not 0 <= share <= 1:
                raise wrong(f"ladder {rung.name}: {name}", f"expected 0 to 1, got {share}")
    if len({rung.name for rung in given.ladder}) != len(given.ladder):
        raise wrong("ladder", "two rungs have the same name")


def _entry(signature: str, methods: tuple[str, ...], is_class: bool, wrong: Any) -> Entry:
    name, parameters, required = _parse(signature, wrong)
    return Entry(
        name=name, signature=signature, parameters=parameters, required=required,
        methods=tuple(_parse(method, wrong)[0] for method in methods), is_class=is_class,
    )  # fmt: skip


def _parse(signature: str, wrong: Any) -> tuple[str, tuple[str, ...], int]:
    """Name, parameters and how many are required of "f(a, b=1) -> int"; the author's text."""
    try:
        (node,) = ast.parse(f"def {signature.strip()}: ...").body
        assert isinstance(node, ast.FunctionDef)
    except (SyntaxError, ValueError, AssertionError):
        raise wrong(
            "signature", f'expected "name(parameters) -> type", got {signature!r}'
        ) from None
    arguments = node.args
    names = tuple(arg.arg for arg in [*arguments.posonlyargs, *arguments.args])
    return node.name, names, len(names) - len(arguments.defaults)


def _digest(folder: Path) -> str:
    """16 hex digits over everything that decides a grade."""
    whole = hashlib.sha256()
    names = [*(folder / n for n in ("problem.toml", "prompt.md", "starter.py", "workload.py"))]
    names += sorted((folder / "tests").rglob("*.py"))
    names += sorted((folder / "submissions" / "accepted").rglob("*.py"))
    for path in names:
        if path.is_file():
            data = path.read_bytes()
            name = path.relative_to(folder).as_posix()
            whole.update(f"{name}\0{len(data)}\0".encode() + data)
    return whole.hexdigest()[:16]
