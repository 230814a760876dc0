"""HumanEval's JSON Lines → problems whose hidden test is the set's own `check(candidate)`. Pure."""

import ast

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
    lines_of,
    manifest,
    parsed,
    returns_nothing,
    slug_of,
)

LIMITS = {"cpu_s": 3.0}
"""HumanEval's own time limit, for all of a task's checks."""
MINUTES = 20


class Task(msgspec.Struct, frozen=True):
    """One line. What else stands there is left out."""

    task_id: str
    prompt: str
    entry_point: str
    canonical_solution: str
    test: str


def draft(task: Task) -> Draft:
    """The problem of one task.

    Raises:
        Refused: it is none, with the reason.
    """
    slug, name = slug_of(task.task_id), checked_name(task.entry_point)
    solution = ended(task.prompt + task.canonical_solution)
    function = function_of(
        solution, name, "prompt + canonical_solution",
        helpers_until=len(lines_of(task.prompt)),
    )  # fmt: skip
    hidden = hidden_test(task.task_id, function, task.test)
    compiles(hidden, "test")
    title = f"{task.task_id}: {name}"
    return Draft(
        slug,
        task.task_id,
        {
            "problem.toml": manifest(title, function.signature, minutes=MINUTES, limits=LIMITS),
            "prompt.md": prompt(title, name, task.prompt),
            "starter.py": starter(task.prompt),
            "tests/test_hidden.py": hidden,
            CANONICAL: solution,
            NOTHING: returns_nothing(solution, function),
        },
    )


def prompt(title: str, name: str, given: str) -> str:
    """prompt.md: the task's own text, as code."""
    return (
        f"# {title}\n\nComplete `{name}`. Hand in the whole file, with what stands before it.\n\n"
        f"{fenced(given)}"
    )


def starter(given: str) -> str:
    """The prompt, made to parse where it breaks off after its last colon."""
    given = ended(given)
    try:
        parsed(given, "the prompt")
    except Refused:
        return given + "    raise NotImplementedError\n"
    return given


def hidden_test(task: str, function: Function, checks: str) -> str:
    """tests/test_hidden.py: helpers and checks as the set has them, and one test that calls them.

    Raises:
        Refused: the checks do not parse, or define no `check`.
    """
    body = parsed(checks, "test").body
    defined = [getattr(node, "name", "") for node in body]
    if "check" not in defined:
        raise Refused("test does not define check(candidate)")
    if any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in body):
        raise Refused("test has a __future__ import, which would not be the file's first line")
    helpers = [getattr(node, "name", "") for node in parsed(function.helpers, "prompt").body]
    untested = [other for other in (*helpers, *defined) if other.lower().startswith("test")]
    parts = [
        f'"""{task}, imported: it runs on the host, and what it calls in the sandbox."""\n\n'
        "import random\n\nfrom grader.testing import plainly\n",
    ]
    if function.helpers:
        parts.append(f"# What the prompt gives.\n{function.helpers}")
    parts.append(f"# The checks, as they are given.\n{ended(checks.strip(chr(10)))}")
    if untested:
        parts.append("".join(f"{other}.__test__ = False\n" for other in untested))
    name = function.name
    parts.append(
        f"def test_check(candidate):\n"
        f'    """The checks of {task}"""\n'
        f"    global {name}\n"
        f"    {name} = plainly(candidate.{name})\n"
        f"    random.seed(0)\n"
        f"    check({name})\n"
    )
    return "\n\n".join(parts)
