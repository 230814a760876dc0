"""What an import makes of one task: a folder's files, or the reason why there is none. Pure."""

import ast
import json
import keyword
import re
import warnings
from collections.abc import Mapping
from typing import NamedTuple

from grader.display import one_line, shorten
from grader.problems import SLUG

TASK = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _./-]{0,63}")
"""What a task may be called: it becomes a folder's name, and stands in code."""
CANONICAL = "submissions/accepted/canonical.py"
NOTHING = "submissions/cheating/returns_nothing.py"
RESERVED = ("_case", "_entries", "arguments_unchanged")
"""What `candidate` has of its own."""
MOST_SOURCE = 1 << 20
"""Bytes of a task's Python, which is parsed here: a megabyte takes some seconds."""


class Refused(Exception):
    """This task cannot be imported; the text says why, and what would help."""


class Draft(NamedTuple):
    """A problem folder that is not written yet."""

    slug: str
    task: str
    """What the set calls it."""
    files: Mapping[str, str | bytes]
    """By path inside the folder."""


class Function(NamedTuple):
    """The function that a task asks for, and what of the prompt stands before and beside it."""

    name: str
    signature: str
    helpers: str
    """The prompt's own imports, helpers and constants: its text without the function's."""


def slug_of(task: str, prefix: str = "") -> str:
    """A folder's name for a task: "HumanEval/7" → "humaneval-7".

    Raises:
        Refused: it has characters that no name should have, or none that can be kept.
    """
    shown = repr(shorten(one_line(task), 80))
    if not TASK.fullmatch(task) or ".." in task:
        raise Refused(f"the task's name {shown} is not safe: letters, digits, and / . _ - between")
    slug = re.sub(r"[^a-z0-9_]+", "-", f"{prefix}{task}".lower()).strip("-")
    if not SLUG.fullmatch(slug):
        raise Refused(f"no folder can be named after {shown}: it must begin with a letter")
    return slug


def checked_name(name: str) -> str:
    """`name`, if a function of the candidate can be called so.

    Raises:
        Refused: it is no identifier, or has a meaning already.
    """
    shown = repr(shorten(one_line(name), 80))
    if not name.isidentifier() or not name.isascii() or keyword.iskeyword(name):
        raise Refused(f"{shown} is no name of a function")
    if name.startswith("__") or name in RESERVED:
        raise Refused(f"the function's name {shown} is reserved")
    return name


def parsed(source: str, what: str) -> ast.Module:
    """The set's own Python, parsed and not run.

    Raises:
        Refused: it does not parse; `what` names it.
    """
    if len(source) > MOST_SOURCE:
        raise Refused(f"{what} is larger than {MOST_SOURCE >> 20} MiB")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except SyntaxError as error:
        raise Refused(f"{what} does not parse: {error.msg} (line {error.lineno})") from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise Refused(f"{what} does not parse: {one_line(str(error))}") from None


def function_of(source: str, name: str, what: str, *, helpers_until: int | None = None) -> Function:
    """The function `name` as `source` defines it; helpers are what ends within `helpers_until`.

    The lines of the helpers are the source's own, decorators and comments of the function apart.

    Raises:
        Refused: there is no such function, or it is none that can be called from outside.
    """
    tree = parsed(source, what)
    lines = lines_of(source)
    until = len(lines) if helpers_until is None else helpers_until
    found: ast.FunctionDef | None = None
    parts: list[str] = []
    for node in tree.body:
        named = getattr(node, "name", None) == name
        if named and not isinstance(node, ast.FunctionDef):
            raise Refused(f"{name} is no plain function in {what}")
        if isinstance(node, ast.FunctionDef) and named:
            found = node
        elif (node.end_lineno or 0) <= until and not _only_text(node):
            first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
            parts.append("\n".join(lines[first - 1 : node.end_lineno]).rstrip() + "\n")
    if found is None:
        raise Refused(f"{what} does not define {name}")
    returns = f" -> {ast.unparse(found.returns)}" if found.returns else ""
    signature = f"{name}({ast.unparse(found.args)}){returns}"
    return Function(name, signature, "".join(parts))


def lines_of(source: str) -> list[str]:
    """Lines as Python counts them: no form feed or other separator ends one."""
    return source.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _only_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def manifest(
    title: str, *signatures: str, minutes: int, limits: Mapping[str, float],
    reference: str = CANONICAL,
) -> str:  # fmt: skip
    """problem.toml of an imported task."""
    lines = [
        "schema = 1",
        f"title = {text(title)}",
        'topic = "algorithms_theory"',
        'difficulty = "medium"',
        f"minutes = {minutes}",
        f"reference = {text(reference)}",
        "",
        *(f"[[functions]]\nsignature = {text(signature)}\n" for signature in signatures),
        "[limits]",
        *(f"{name} = {value!r}" for name, value in limits.items()),
    ]
    return "\n".join(lines) + "\n"


def ended(text: str) -> str:
    """`text` with a line break at its end."""
    return text if text.endswith("\n") else text + "\n"


def returns_nothing(solution: str, function: Function) -> str:
    """A sample that no test should accept: the function gives None."""
    return f"{solution}\n\ndef {function.signature}:\n    return None\n"


def compiles(hidden: str, what: str) -> None:
    """Raises Refused where a test file is not valid as a whole: a `return` outside, say."""
    try:
        compile(parsed(hidden, what), what, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Refused(f"{what} does not compile: {error}") from None


def text(value: str) -> str:
    """A string as TOML and Python both read it."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def fenced(code: str, language: str = "python") -> str:
    """`code` as a block of Markdown, whatever backticks it has."""
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{code.strip(chr(10))}\n{fence}\n"
