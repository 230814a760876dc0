"""What is measured: a problem's `workload.py`, and the sources that run beside the submission."""

import secrets
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.answers import Answer, close
from grader.errors import ProblemError
from grader.model import Frozen, Problem, Rung
from grader.resources import load_module

LEAST_SIZES = 5


class Workload(Frozen, frozen=True, kw_only=True):
    """A loaded `workload.py`."""

    function: str
    sizes: tuple[int, ...]
    make: Callable[[int, np.random.Generator], tuple[Any, ...]]
    same: Callable[[Any, Any], bool]
    seed: int
    """Of the inputs of this grading: who could guess them would compute the answers beforehand."""

    def inputs(self, size: int, number: int) -> tuple[Any, ...]:
        """The arguments of one timed run."""
        return self.make(size, np.random.default_rng([self.seed, size, number]))


def load_workload(problem: Problem, seed: int | None = None) -> Workload:
    """The problem's workload; its inputs are fresh, or those of `seed`.

    Raises:
        ProblemError: it cannot be loaded, or lacks something.
    """
    path = problem.folder / "workload.py"
    try:
        module = load_module(path, "grader_workload")
        sizes = tuple(int(size) for size in module.SIZES)
        function = str(module.FUNCTION)
        make = module.make
    except Exception as error:
        raise ProblemError(f"{path}: {type(error).__name__}: {error}") from None
    if len(sizes) < LEAST_SIZES or list(sizes) != sorted(set(sizes)) or sizes[0] < 1:
        raise ProblemError(f"{path}: SIZES: expected at least five ascending whole numbers")
    if function not in {entry.name for entry in problem.entries}:
        raise ProblemError(f"{path}: FUNCTION: problem.toml has no function {function!r}")
    same = getattr(module, "same", lambda expected, actual: bool(Answer(actual) == close(expected)))
    return Workload(
        function=function, sizes=sizes, make=make, same=same,
        seed=secrets.randbits(48) if seed is None else seed,
    )  # fmt: skip


def rung_source(problem: Problem, rung: Rung) -> str:
    """The source of a reference on the ladder."""
    return (problem.folder / rung.file).read_text(encoding="utf-8")


def idle_source(problem: Problem) -> str:
    """Functions that do nothing but give their last argument back; classes with idle methods.

    Called with the answer as one argument more, one costs what any solution is charged for giving
    that answer; called with the arguments alone, it holds what any solution is given.
    """
    lines = []
    for entry in problem.entries:
        if entry.is_class:
            methods = "; ".join(f"{m} = lambda *a, **k: None" for m in entry.methods) or "pass"
            lines.append(
                f"class {entry.name}:\n    def __init__(self, *a, **k): pass\n    {methods}"
            )
        else:
            lines.append(f"def {entry.name}(*a, **k): return a[-1]")
    return "\n".join(lines) + "\n"
