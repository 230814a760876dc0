"""A problem package in Kattis' format → a problem with a function from the input to the output.

https://www.kattis.com/problem-package-format/ (the legacy format, and what 2023-07 shares with it)
"""

import math
from pathlib import Path
from typing import Any, NamedTuple

from grader.display import one_line
from grader.errors import UsageError
from grader.importing.drafts import Draft, Refused, ended, fenced, manifest, slug_of

SIGNATURE = "solve(text: str) -> str"
EXPECTED = ("accepted", "wrong_answer", "time_limit_exceeded", "run_time_error")
MOST_BYTES = 64 << 20
MOST_TEXT = 1 << 20
MINUTES = 30
LEAST_CPU_S, TIMES = 1.0, 5.0
"""The format's own defaults: five times the slowest accepted solution, and a second at least."""
PROGRAM = '''"""{name}, as a function: `text` is its standard input, the result what it prints."""

import io
import sys

PROGRAM = {source!r}


def solve(text: str) -> str:
    before = sys.stdin, sys.stdout
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\\n")
    sys.stdin, sys.stdout = io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"), out
    try:
        exec(compile(PROGRAM, {name!r}, "exec"), {{"__name__": "__main__"}})
    except SystemExit as ended:
        if ended.code not in (None, 0):
            raise RuntimeError(f"the program exits with {{ended.code}}") from None
    finally:
        sys.stdin, sys.stdout = before
    out.flush()
    return out.buffer.getvalue().decode()
'''


class Imported(NamedTuple):
    """A draft, and what of the package is not in it, each with the reason."""

    draft: Draft
    left_out: tuple[str, ...]


def draft(package: Path) -> Imported:
    """The problem of one package.

    Raises:
        Refused: it is none that fits, with the reason.
        UsageError: the YAML reader is not installed.
    """
    name = package.resolve().name
    slug = slug_of(name)
    facts = _facts(package)
    rules = _rules(package, facts)
    left_out: list[str] = []
    files: dict[str, str | bytes] = {}
    groups = {group: _cases(package, group, files) for group in ("sample", "secret")}
    if not any(groups.values()):
        raise Refused("data/sample and data/secret hold no *.in with its *.ans")
    files |= _samples(package, left_out)
    accepted = sorted(path for path in files if path.startswith("submissions/accepted/"))
    if not accepted:
        raise Refused("submissions/accepted has no Python solution, which a problem needs")
    title = _title(facts) or name
    files["problem.toml"] = manifest(
        title, SIGNATURE, minutes=MINUTES, limits=_limits(package, facts), reference=accepted[0]
    )
    files["prompt.md"] = _prompt(package, title)
    files["starter.py"] = (
        f'def {SIGNATURE}:\n    """What the program prints when `text` is its input."""\n'
        "    raise NotImplementedError\n"
    )
    if groups["sample"]:
        files["tests/test_visible.py"] = _tests(title, "sample", groups["sample"], rules)
    hidden = "secret" if groups["secret"] else "sample"
    files["tests/test_hidden.py"] = _tests(title, hidden, groups[hidden], rules)
    return Imported(Draft(slug, name, files), tuple(left_out))


def _facts(package: Path) -> dict[str, Any]:
    """problem.yaml; Refused where there is none, or it is no table."""
    try:
        import yaml
    except ImportError:
        raise UsageError(
            "reading problem.yaml needs PyYAML", fix="pip install 'grader[kattis]'"
        ) from None
    try:
        found = yaml.safe_load(_text(package / "problem.yaml"))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise Refused(f"problem.yaml: not YAML: {one_line(str(error))[:200]}") from None
    if not isinstance(found, dict):
        raise Refused("problem.yaml: expected keys and values")
    return found


def _rules(package: Path, facts: dict[str, Any]) -> dict[str, Any]:
    """How outputs are compared; Refused where that is the package's own code."""
    kinds = facts.get("type") or "pass-fail"
    if kinds not in ("pass-fail", ["pass-fail"]):
        raise Refused(f"type: {one_line(str(kinds))}: only pass-fail fits")
    how = str(facts.get("validation") or "default")
    if how != "default" or (package / "output_validator").is_dir():
        raise Refused(f"validation: {one_line(how)}: the package judges by a program of its own")
    words = str(facts.get("validator_flags") or "").split()
    rules: dict[str, Any] = {}
    while words:
        flag = words.pop(0)
        if flag == "case_sensitive":
            rules["case_sensitive"] = True
        elif flag == "space_change_sensitive":
            rules["space_sensitive"] = True
        elif flag in ("float_tolerance", "float_relative_tolerance", "float_absolute_tolerance"):
            value = _number(words.pop(0) if words else None, f"validator_flags: {flag}")
            if flag != "float_absolute_tolerance":
                rules["relative"] = value
            if flag != "float_relative_tolerance":
                rules["absolute"] = value
        else:
            raise Refused(f"validator_flags: {one_line(flag)} is not known")
    return rules


def _limits(package: Path, facts: dict[str, Any]) -> dict[str, float]:
    """The time limit in seconds where the package gives it, else the multiple that it is."""
    given = facts.get("limits")
    limits = given if isinstance(given, dict) else {}
    seconds = limits.get("time_limit")
    if seconds is None and (package / ".timelimit").is_file():
        seconds = _text(package / ".timelimit").strip()
    if seconds is not None:
        return {"cpu_s": min(600.0, max(0.1, _number(seconds, "time limit")))}
    times = _number(limits.get("time_multiplier", TIMES), "limits: time_multiplier")
    return {"cpu_s": LEAST_CPU_S, "cpu_times": min(100.0, max(2.0, times))}


def _number(value: Any, what: str) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number) or number < 0:
        raise Refused(f"{what}: expected a number, got {one_line(str(value))[:60]!r}")
    return number


def _cases(package: Path, group: str, files: dict[str, str | bytes]) -> list[str]:
    """Copy the cases of data/`group` to `files`; their names, in order."""
    root = package / "data" / group
    names: list[str] = []
    for given in sorted(root.rglob("*.in")):
        wanted = given.with_suffix(".ans")
        name = given.relative_to(root).with_suffix("").as_posix()
        if given.is_symlink() or wanted.is_symlink() or not wanted.is_file():
            raise Refused(f"data/{group}/{one_line(name)}.in has no .ans beside it, or is a link")
        for path, ending in ((given, "in"), (wanted, "ans")):
            files[f"tests/{group}/{name}.{ending}"] = _text(path, MOST_BYTES)
        names.append(name)
        if sum(len(content) for content in files.values()) > MOST_BYTES:
            raise Refused(f"the data are larger than {MOST_BYTES >> 20} MiB")
    return names


def _samples(package: Path, left_out: list[str]) -> dict[str, str | bytes]:
    """The package's Python programs as sample submissions."""
    found: dict[str, str | bytes] = {}
    root = package / "submissions"
    for path in sorted(root.glob("*/*")) if root.is_dir() else []:
        shown = one_line(path.relative_to(package).as_posix())
        group = path.parent.name
        if path.suffix not in (".py", ".py3") or path.is_symlink() or not path.is_file():
            left_out.append(f"{shown}: no Python file")
        elif group not in EXPECTED:
            left_out.append(f"{shown}: a folder that names no verdict")
        else:
            made = PROGRAM.format(name=path.stem, source=_text(path))
            found[f"submissions/{group}/{path.stem}.py"] = made
    return found


def _title(facts: dict[str, Any]) -> str:
    name = facts.get("name")
    if isinstance(name, dict):
        name = name.get("en") or next(iter(name.values()), "")
    return one_line(str(name or ""))[:200]


def _prompt(package: Path, title: str) -> str:
    """prompt.md: the package's statement, with what is asked for here."""
    head = (
        f"# {title}\n\nWrite `{SIGNATURE}`: `text` is what the program below reads from its "
        "standard input, and the result is what it prints.\n\n"
    )
    for folder in ("problem_statement", "statement"):
        for ending in ("en.md", "md", "en.tex", "tex"):
            path = package / folder / f"problem.{ending}"
            if path.is_file() and not path.is_symlink():
                given = _text(path)
                return head + (fenced(given, "latex") if ending.endswith("tex") else ended(given))
    raise Refused("there is no problem_statement/problem.en.md or .tex")


def _tests(title: str, group: str, names: list[str], rules: dict[str, Any]) -> str:
    options = "".join(f", {key}={value!r}" for key, value in rules.items())
    listed = "".join(f"    {name!r},\n" for name in names)
    words = {"sample": "A sample", "secret": "A secret case"}[group]
    head = f'"{title}, imported: data of the package, compared by its rules."'
    return (
        f"# {head[1:-1]}\n\nfrom pathlib import Path\n\nimport pytest\n\n"
        "from grader.testing import check_output\n\n"
        f'DATA = Path(__file__).parent / "{group}"\n\n\n'
        f'@pytest.mark.parametrize("name", [\n{listed}])\n'
        f"def test_{group}(candidate, name):\n"
        f'    """{words}"""\n'
        f"    check_output(candidate.solve, DATA / name{options})\n"
    )


def _text(path: Path, most: int = MOST_TEXT) -> str:
    """A file of the package; Refused where it is missing, too large or not UTF-8."""
    try:
        if path.is_symlink() or not path.is_file():
            raise Refused(f"{one_line(path.name)}: is missing, or no regular file")
        if path.stat().st_size > most:
            raise Refused(f"{one_line(path.name)}: is larger than {most >> 20} MiB")
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise Refused(f"{one_line(path.name)}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Refused(f"{one_line(path.name)}: not UTF-8") from None
