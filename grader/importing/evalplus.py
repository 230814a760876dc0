"""EvalPlus' JSON Lines (HumanEval+, MBPP+) → problems.

The sets have inputs and a canonical solution. The expected answers are what that solution gives to
each input when it runs, once, in the sandbox.
"""

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from grader import wire
from grader.boxes import Box, Engine
from grader.differential import Rule, agrees, pack_cases
from grader.errors import ProblemError
from grader.explaining import plain
from grader.importing.conversions import as_python
from grader.importing.drafts import (
    CANONICAL,
    NOTHING,
    Draft,
    Function,
    Refused,
    checked_name,
    ended,
    fenced,
    function_of,
    manifest,
    parsed,
    returns_nothing,
    slug_of,
)
from grader.importing.humaneval import starter
from grader.manifest import read_entries, read_manifest
from grader.model import Limits, Policy, Problem, Weights
from grader.outcomes import CandidateMisfit, CandidateRaised, CandidateStopped, Unanswerable
from grader.session import Session

MINUTES = 20
IMPORT_LIMITS = Limits(cpu_s=120.0, wall_s=600.0, output_bytes=64 << 20)
"""What one group of inputs may take of the canonical solution."""
LIMITS = {"cpu_s": 3.0, "cpu_times": 10.0}
"""A solution may take ten times what the canonical one takes, and three seconds at least."""
AS_SET = (
    "similar_elements", "find_char_long", "common_in_nested_lists", "extract_singly", "larg_nnum",
    "intersection_array", "find_dissimilar", "Diff",
)  # fmt: skip
NOT_NONE = ("check_str", "text_match_three", "text_starta_endb")
ORACLES = ("find_zero", "are_equivalent", "sum_div", "surface_Area", "digit_distance_nums")
"""Functions that EvalPlus checks by code of its own, since more than one answer is right."""


class Task(msgspec.Struct, frozen=True):
    """One line. What else stands there is left out; `contract` only guards the making of inputs."""

    task_id: str
    prompt: str
    entry_point: str
    canonical_solution: str
    base_input: list[Any]
    plus_input: list[Any]
    atol: float = 0.0


def draft_with(engine: Engine) -> Callable[[Task], Draft]:
    """The maker of drafts that runs canonical solutions in boxes of `engine`."""
    return lambda task: draft(task, engine)


def draft(task: Task, engine: Engine) -> Draft:
    """The problem of one task.

    Raises:
        Refused: it is none, with the reason.
        EngineError: no sandbox can be had.
    """
    slug, name = slug_of(task.task_id), checked_name(task.entry_point)
    if name in ORACLES:
        raise Refused(f"{name} has more than one right answer, and EvalPlus code that decides")
    if not math.isfinite(task.atol) or task.atol < 0:
        raise Refused(f"atol: expected a number, not below 0, got {task.atol}")
    solution = ended(task.prompt + task.canonical_solution)
    function = function_of(solution, name, "prompt + canonical_solution")
    rule: Rule = "as_set" if name in AS_SET else "not_none" if name in NOT_NONE else "equal"
    canonical = _in_memory(function.signature)
    groups: dict[str, tuple[bytes, int]] = {}
    for group, given in (("base", task.base_input), ("plus", task.plus_input)):
        inputs = as_python(task.task_id, given)
        cases = _expected(solution, canonical, inputs, group, rule, engine)
        if rule == "not_none":
            cases = [(args, answer is not None and answer is not False) for args, answer in cases]
        own = [(args, answer) for args, answer in cases if _holds(answer, task.atol, rule)]
        if own:
            groups[group] = (_packed(own, group), len(own))
    if not groups:
        raise Refused("there is no input whose answer can be compared")
    title = f"{task.task_id}: {name}"
    files: dict[str, str | bytes] = {
        "problem.toml": manifest(title, function.signature, minutes=MINUTES, limits=LIMITS),
        "prompt.md": f"# {title}\n\nWrite `{name}`. Hand in a whole file.\n\n{fenced(task.prompt)}",
        "starter.py": _starter(task.prompt, function),
        "tests/test_hidden.py": _tests(title, name, groups, task.atol, rule),
        CANONICAL: solution,
        NOTHING: returns_nothing(solution, function),
    }
    files |= {f"tests/{group}.bin": data for group, (data, _) in groups.items()}
    return Draft(slug, task.task_id, files)


def _starter(prompt: str, function: Function) -> str:
    """The prompt; where that is a text alone, as in MBPP+, the function to write behind it."""
    given = starter(prompt)
    if any(getattr(node, "name", "") == function.name for node in parsed(given, "prompt").body):
        return given
    return f"{ended(given)}\n\ndef {function.signature}:\n    ...\n"


def _holds(answer: Any, atol: float, rule: Rule) -> bool:
    """Whether the answer agrees with itself: NaN does not."""
    return rule == "not_none" or agrees(answer, answer, atol=atol, rule=rule)


def _packed(cases: list[tuple[list[Any], Any]], group: str) -> bytes:
    try:
        return pack_cases(cases)
    except (wire.UnsupportedError, wire.TooLargeError) as error:
        raise Refused(f"{group}_input: a value cannot be stored: {error}") from None


def _in_memory(signature: str) -> Problem:
    """A problem without a folder, for the canonical solution to run in."""

    def wrong(key: str, what: str) -> ProblemError:
        return ProblemError(f"{key}: {what}")

    text = manifest("canonical", signature, minutes=1, limits={})
    try:
        entries = read_entries(read_manifest(text, wrong), wrong)
    except ProblemError as error:
        raise Refused(str(error)) from None
    return Problem(
        slug="canonical", folder=Path(), digest="", title="", topic="", difficulty="easy",
        minutes=1, entries=entries, limits=IMPORT_LIMITS, weights=Weights(), policy=Policy(),
        reference="",
    )  # fmt: skip


def _expected(
    solution: str, problem: Problem, inputs: list[list[Any]], group: str, rule: Rule, engine: Engine
) -> list[tuple[list[Any], Any]]:
    """Each input with the canonical answer; True for an object, where any but None will do."""
    name = problem.entries[0].name
    cases: list[tuple[list[Any], Any]] = []

    def box() -> Box:
        return engine.open(IMPORT_LIMITS)

    session = Session(box(), box)
    try:
        session.begin(solution, problem, IMPORT_LIMITS)
        for arguments in inputs:
            try:
                answer = plain(session.call(None, name, tuple(arguments), watch=False).value)
            except Unanswerable as error:
                if rule != "not_none" or error.too_large:
                    raise
                answer = True
            cases.append((arguments, answer))
        return cases
    except (CandidateRaised, CandidateMisfit) as error:
        what = getattr(error, "type_name", "") and f"raised {error.type_name}: "  # type: ignore[union-attr]
        raise Refused(f"the canonical solution {what}{error} ({_place(group, cases)})") from None
    except CandidateStopped as stopped:
        kind = stopped.ending.kind
        raise Refused(
            f"the canonical solution was stopped: {kind} ({_place(group, cases)})"
        ) from None
    except (Unanswerable, wire.UnsupportedError, wire.TooLargeError) as error:
        raise Refused(
            f"a value does not cross the wall: {error} ({_place(group, cases)})"
        ) from None
    finally:
        session.close()


def _place(group: str, cases: list[Any]) -> str:
    return f"{group}_input, number {len(cases) + 1}"


def _tests(
    title: str, name: str, groups: dict[str, tuple[bytes, int]], atol: float, rule: Rule
) -> str:
    parts = [
        f'"""{title}, imported: inputs of the set, answers of its canonical solution."""\n\n'
        "from pathlib import Path\n\nfrom grader.testing import check_cases\n\n"
        "HERE = Path(__file__).parent\n"
    ]
    words = {"base": "The set's own inputs", "plus": "EvalPlus' further inputs"}
    for group, (_, count) in groups.items():
        parts.append(
            f"def test_{group}(candidate):\n"
            f'    """{words[group]}: {count} cases"""\n'
            f'    cases = HERE / "{group}.bin"\n'
            f'    check_cases(candidate.{name}, cases, atol={atol!r}, rule="{rule}")\n'
        )
    return "\n\n".join(parts)
