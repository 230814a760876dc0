"""MBPP's JSON Lines, or the array of its sanitized form → problems. Pure.

The first assertion is the example that the prompt shows, and a visible test; the others, and those
of `challenge_test_list`, are hidden. Each runs as it is given.
"""

import ast
import builtins
import textwrap
from collections.abc import Collection, Iterator

import msgspec

from grader.importing.drafts import (
    CANONICAL,
    NOTHING,
    Draft,
    Function,
    Refused,
    checked_name,
    compiles,
    ended,
    fenced,
    function_of,
    manifest,
    parsed,
    returns_nothing,
    slug_of,
)

LIMITS = {"cpu_s": 3.0}
MINUTES = 15


class Task(msgspec.Struct, frozen=True):
    """One task of the full set (`text`) or of the sanitized one (`prompt`)."""

    task_id: int
    code: str
    test_list: list[str]
    text: str = ""
    prompt: str = ""
    test_setup_code: str = ""
    test_imports: list[str] = []
    challenge_test_list: list[str] = []


def draft(task: Task) -> Draft:
    """The problem of one task.

    Raises:
        Refused: it is none, with the reason.
    """
    slug, title = slug_of(str(task.task_id), "mbpp-"), f"MBPP/{task.task_id}"
    given = (task.text or task.prompt).strip()
    if not given or not task.test_list:
        raise Refused("lacks a text, or has no test")
    solution = ended(task.code.replace("\r\n", "\n"))
    tests = [*task.test_list, *task.challenge_test_list]
    setup = ended("\n".join([*task.test_imports, task.test_setup_code])).lstrip("\n")
    functions = [
        function_of(solution, checked_name(name), "code")
        for name in _asked_for(solution, tests, setup)
    ]
    entry = functions[0]
    title = f"{title}: {entry.name}"
    visible, hidden = tests[:1], tests[1:] or tests
    files: dict[str, str | bytes] = {
        "problem.toml": manifest(
            title, *(one.signature for one in functions), minutes=MINUTES, limits=LIMITS
        ),
        "prompt.md": f"# {title}\n\n{given}\n\n{fenced(tests[0])}",
        "starter.py": "".join(f"def {one.signature}:\n    ...\n\n\n" for one in functions).rstrip()
        + "\n",
        "tests/test_visible.py": _tests(title, setup, functions, visible, 1),
        "tests/test_hidden.py": _tests(
            title, setup, functions, hidden, 1 + len(tests) - len(hidden)
        ),
        CANONICAL: solution,
        NOTHING: returns_nothing(solution, entry),
    }
    return Draft(slug, str(task.task_id), files)


def _asked_for(solution: str, tests: list[str], setup: str) -> list[str]:
    """The functions of the solution that the tests call, in the order in which they do."""
    defined = {getattr(node, "name", ""): node for node in parsed(solution, "code").body}
    if used := [name for name in _names(setup, "test_setup_code") if name in defined]:
        raise Refused(f"test_setup_code uses {used[0]}, which the solution defines")
    called = dict.fromkeys(
        name for test in tests for name in _names(test, "test_list") if name in defined
    )
    for name in called:
        if isinstance(defined[name], ast.ClassDef):
            raise Refused(f"the tests make objects of {name}, a class that the solution defines")
    if not called:
        raise Refused("the tests call no function that code defines")
    for test in tests:
        for given in _code_given(test, called):
            raise Refused(f"the tests give {given} to the solution: only data crosses the wall")
    return list(called)


def _code_given(test: str, called: Collection[str]) -> Iterator[str]:
    """Classes and functions among the arguments of the calls to `called`."""
    for call in ast.walk(parsed(test, "test_list")):
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Name)
            and call.func.id in called
        ):
            for given in (*call.args, *(keyword.value for keyword in call.keywords)):
                if isinstance(given, ast.Lambda):
                    yield "a lambda"
                elif isinstance(given, ast.Name) and callable(getattr(builtins, given.id, None)):
                    yield given.id


def _names(source: str, what: str) -> list[str]:
    found = [node for node in ast.walk(parsed(source, what)) if isinstance(node, ast.Name)]
    return [node.id for node in sorted(found, key=lambda node: (node.lineno, node.col_offset))]


def _tests(title: str, setup: str, functions: list[Function], tests: list[str], first: int) -> str:
    """A test file: the setup, and one test for each assertion."""
    head = f'"""{title}, imported: it runs on the host, and what it calls in the sandbox."""\n\n'
    parts = [head + "from grader.testing import plainly\n"]
    if setup.strip():
        parts.append(setup)
    for number, test in enumerate(tests, first):
        bound = "".join(f"    {f.name} = plainly(candidate.{f.name})\n" for f in functions)
        body = textwrap.indent(ended(test.strip()), "    ")
        made = f'def test_{number}(candidate):\n    """Check {number}"""\n{bound}{body}'
        if _statements(made, skip=1 + len(functions)) != _statements(test.strip(), skip=0):
            raise Refused(f"test {number} cannot stand in a function as it is")
        parts.append(made)
    whole = "\n\n".join(parts)
    compiles(whole, "test_list")
    return whole


def _statements(source: str, *, skip: int) -> list[str]:
    body = parsed(source, "test_list").body
    if skip:
        body = body[0].body  # type: ignore[attr-defined]
    return [ast.dump(node) for node in body[skip:]]
