"""problem.toml → `Problem`. Whatever is wrong is one line: the file, the key, what was expected.

Types are checked first, by msgspec; then what types cannot say. The author is trusted: what is
caught here are mistakes, but every one of them, since a problem grades many people.
"""

import ast
import difflib
import math
import re
import warnings
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from grader.errors import ProblemError
from grader.model import Entry, Frozen, Limits, Policy, Rung, Weights

TOPICS = (
    "algorithms_theory", "case_study", "applied_modelling", "system_design",
    "recommendation_search", "from_scratch",
)  # fmt: skip
DIFFICULTIES = ("easy", "medium", "hard")
RANGES: dict[str, tuple[float, float]] = {
    "cpu_s": (0.01, 600),
    "cpu_times": (2.0, 100),
    "wall_s": (0.01, 3600),
    "import_s": (0.1, 600),
    "memory_bytes": (1 << 20, 1 << 40),
    "output_bytes": (1 << 10, 1 << 30),
    "threads": (1, 4096),
}
"""Smallest and largest limit that can be meant."""
_WORDS = {
    "int": "a whole number", "float": "a number", "str": "a text", "bool": "true or false",
    "array": "a list", "object": "a table", "null": "nothing",
}  # fmt: skip
_DOTTED = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*")

Wrong = Callable[[str, str], ProblemError]


class FunctionInput(Frozen, frozen=True, kw_only=True):
    """A `[[functions]]` table."""

    signature: str


class ClassInput(Frozen, frozen=True, kw_only=True):
    """A `[[classes]]` table."""

    signature: str
    methods: tuple[str, ...] = ()


class Manifest(Frozen, frozen=True, kw_only=True):
    """problem.toml as it is written, with the right types and keys but nothing else checked."""

    schema: int
    title: str
    topic: str
    difficulty: str
    minutes: int
    reference: str
    functions: tuple[FunctionInput, ...] = ()
    classes: tuple[ClassInput, ...] = ()
    limits: Limits = Limits()
    weights: Weights = Weights()
    policy: Policy = Policy()
    ladder: tuple[Rung, ...] = ()
    covers: tuple[str, ...] = ()


_TABLES: dict[str, type[msgspec.Struct]] = {
    "": Manifest, "limits": Limits, "weights": Weights, "policy": Policy, "ladder": Rung,
    "functions": FunctionInput, "classes": ClassInput,
}  # fmt: skip


def read_manifest(text: str, wrong: Wrong) -> Manifest:
    """The text of a problem.toml, with every value of a sensible type and size.

    Raises:
        ProblemError: made by `wrong(key, what)`; the key is "" where there is none.
    """
    try:
        raw = msgspec.toml.decode(text)
    except RecursionError:
        raise wrong("", "nested too deep") from None
    except ValueError as error:  # also a number of thousands of digits
        raise wrong("", f"not TOML: {_short(str(error))}") from None
    try:
        given = msgspec.convert(raw, Manifest)
    except msgspec.ValidationError as error:
        raise wrong(*_in_words(str(error), raw)) from None
    _check_head(given, wrong)
    _check_limits(given.limits, wrong)
    _check_weights(given.weights, wrong)
    _check_ladder(given, wrong)
    for index, name in enumerate(given.policy.forbid):
        if not _DOTTED.fullmatch(name):
            what = f"expected a dotted name such as numpy.linalg.lstsq, got {show(name)}"
            raise wrong(f"policy.forbid[{index}]", what)
    return given


def read_entries(given: Manifest, wrong: Wrong) -> tuple[Entry, ...]:
    """The functions and classes to be written; ProblemError where a signature does not parse."""
    entries: list[Entry] = []
    for index, function in enumerate(given.functions):
        where = f"functions[{index}].signature"
        entries.append(_entry(function.signature, where, wrong))
    for index, made in enumerate(given.classes):
        entry = _entry(made.signature, f"classes[{index}].signature", wrong)
        methods = tuple(
            _entry(method, f"classes[{index}].methods[{number}]", wrong).name
            for number, method in enumerate(made.methods)
        )
        entries.append(msgspec.structs.replace(entry, methods=methods, is_class=True))
        if twice := _twice(methods):
            raise wrong(f"classes[{index}].methods", f"{twice} stands there twice")
    if not entries:
        raise wrong("functions", "expected at least one [[functions]] or [[classes]]")
    if twice := _twice(entry.name for entry in entries):
        raise wrong("functions", f"{twice} stands there twice")
    return tuple(entries)


def show(value: object) -> str:
    """A value of the author's, on one line and short."""
    try:
        return _short(repr(value))
    except (ValueError, RecursionError):
        return "a value too large to show"


def nearest(name: str, names: Iterable[str]) -> str:
    """The end of a complaint about an unknown name: what it may have been meant to be."""
    near = difflib.get_close_matches(name, list(names), n=3, cutoff=0.5)
    return f"; nearest: {', '.join(near)}" if near else ""


def _check_head(given: Manifest, wrong: Wrong) -> None:
    if given.schema != 1:
        raise wrong("schema", f"expected 1, got {show(given.schema)}")
    for key, options in (("topic", TOPICS), ("difficulty", DIFFICULTIES)):
        value = getattr(given, key)
        if value not in options:
            raise wrong(key, f"expected one of {', '.join(options)}, got {show(value)}")
    if not 1 <= given.minutes <= 600:
        raise wrong("minutes", f"expected a whole number from 1 to 600, got {show(given.minutes)}")
    for index, text in enumerate(given.covers):
        if not text.strip() or len(text.splitlines()) > 1:
            raise wrong(f"covers[{index}]", f"expected one line of text, got {show(text)}")
    if not given.title.strip() or len(given.title.splitlines()) > 1:
        raise wrong("title", f"expected one line of text, got {show(given.title)}")


def _check_limits(limits: Limits, wrong: Wrong) -> None:
    for name, (low, high) in RANGES.items():
        value = getattr(limits, name)
        if value is not None and not low <= value <= high:  # nor is NaN
            what = f"expected a number from {low:.15g} to {high:.15g}, got {show(value)}"
            raise wrong(f"limits.{name}", what)
    if limits.wall < limits.cpu_s:
        what = f"expected at least cpu_s ({limits.cpu_s:g}), got {show(limits.wall_s)}"
        raise wrong("limits.wall_s", what)


def _check_weights(weights: Weights, wrong: Wrong) -> None:
    parts = {name: getattr(weights, name) for name in Weights.__struct_fields__}
    for name, value in parts.items():
        if not 0 <= value <= 100:
            raise wrong(f"weights.{name}", f"expected a number from 0 to 100, got {show(value)}")
    whole = math.fsum(parts.values())
    if abs(whole - 100) > 1e-9:
        terms = " + ".join(f"{name} {value:g}" for name, value in parts.items())
        raise wrong("weights", f"expected marks that add up to 100, got {terms} = {whole:.15g}")


def _check_ladder(given: Manifest, wrong: Wrong) -> None:
    before = 0.0
    for index, rung in enumerate(given.ladder):
        for key in ("runtime", "memory"):
            share = getattr(rung, key)
            if not 0 <= share <= 1:
                what = f"expected a share from 0 to 1, got {show(share)}"
                raise wrong(f"ladder[{index}].{key}", what)
        if rung.runtime < before:
            what = f"expected the rungs from slowest to fastest, got {rung.runtime} after {before}"
            raise wrong(f"ladder[{index}].runtime", what)
        if not rung.name.strip():
            raise wrong(f"ladder[{index}].name", "expected a name, got an empty text")
        before = rung.runtime
    if twice := _twice(rung.name for rung in given.ladder):
        raise wrong("ladder", f"two rungs are called {show(twice)}")
    for key in ("runtime", "memory"):
        best = max((getattr(rung, key) for rung in given.ladder), default=1.0)
        if best != 1.0:
            raise wrong("ladder", f"expected the best rung to have {key} = 1.0, got {best}")


def _entry(signature: str, where: str, wrong: Wrong) -> Entry:
    """Name and parameters of "f(a, b=1) -> int"."""
    expected = f'expected "name(parameters) -> type", got {show(signature)}'
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            body = ast.parse(f"def {signature.strip()}: ...").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise wrong(where, expected) from None
    node = body[0]
    if len(body) != 1 or not isinstance(node, ast.FunctionDef):
        raise wrong(where, expected)
    arguments = node.args
    if any(default is None for default in arguments.kw_defaults):
        raise wrong(where, "expected keyword-only parameters to have defaults")
    names = tuple(arg.arg for arg in [*arguments.posonlyargs, *arguments.args])
    required = len(names) - len(arguments.defaults)
    return Entry(name=node.name, signature=signature, parameters=names, required=required)


def _in_words(text: str, raw: Any) -> tuple[str, str]:
    """Key and complaint of msgspec's "Expected `float`, got `str` - at `$.limits.cpu_s`"."""
    what, _, where = text.partition(" - at `$")
    key = where.rstrip("`").lstrip(".")
    prefix = f"{key}." if key else ""
    if match := re.fullmatch(r"Object contains unknown field `(.*)`", what, re.DOTALL):
        keys = _TABLES.get(key.partition("[")[0], Manifest).__struct_fields__
        return f"{prefix}{_short(match[1])}", f"unknown key{nearest(match[1], keys)}"
    if match := re.fullmatch(r"Object missing required field `(.*)`", what):
        return f"{prefix}{match[1]}", "is missing"
    if match := re.match(r"Expected `([^`]*)`", what):
        words = " or ".join(_WORDS.get(k, k) for k in match[1].split(" | ") if k != "null")
        return key, f"expected {words}, got {show(_value_at(raw, key))}"
    return key, _short(what)


def _value_at(raw: Any, key: str) -> Any:
    for part in re.findall(r"[^.\[\]]+", key):
        raw = raw[int(part)] if isinstance(raw, list) else raw[part]
    return raw


def _twice(names: Iterable[str]) -> str:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return ""


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 100 else f"{text[:100]}…"
