"""Grades machine-learning code written from scratch, in a sandbox.

What is exported here is the Python API, described in docs/api.md; it is loaded when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grader.api import grade, grade_async
    from grader.batching import Tally
    from grader.errors import (
        EngineError,
        GraderError,
        ProblemError,
        SandboxFault,
        SubmissionError,
        UsageError,
    )
    from grader.grading import Watcher
    from grader.many import batch, verify
    from grader.model import (
        Finding,
        Marks,
        Performance,
        Problem,
        Report,
        Score,
        Submission,
        TestResult,
        Verdict,
        to_json,
    )
    from grader.pooling import Pool
    from grader.problems import list_problems, load_problem
    from grader.redacting import for_candidate
    from grader.rendering import html
    from grader.results import parse_result
    from grader.submissions import read_submission
    from grader.verifying import Proof

_HOME = {
    "grader.api": ("grade", "grade_async"),
    "grader.batching": ("Tally",),
    "grader.errors": (
        "EngineError", "GraderError", "ProblemError", "SandboxFault", "SubmissionError",
        "UsageError",
    ),
    "grader.grading": ("Watcher",),
    "grader.many": ("batch", "verify"),
    "grader.model": (
        "Finding", "Marks", "Performance", "Problem", "Report", "Score", "Submission",
        "TestResult", "Verdict", "to_json",
    ),
    "grader.pooling": ("Pool",),
    "grader.problems": ("list_problems", "load_problem"),
    "grader.redacting": ("for_candidate",),
    "grader.rendering": ("html",),
    "grader.results": ("parse_result",),
    "grader.submissions": ("read_submission",),
    "grader.verifying": ("Proof",),
}  # fmt: skip
_MODULE = {name: module for module, names in _HOME.items() for name in names}

__all__ = [
    "EngineError", "Finding", "GraderError", "Marks", "Performance", "Pool", "Problem",
    "ProblemError", "Proof", "Report", "SandboxFault", "Score", "Submission", "SubmissionError",
    "Tally", "TestResult", "UsageError", "Verdict", "Watcher", "batch", "for_candidate", "grade",
    "grade_async", "html", "list_problems", "load_problem", "parse_result", "read_submission",
    "to_json", "verify",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _MODULE:
        raise AttributeError(f"module 'grader' has no attribute {name!r}")
    return getattr(import_module(_MODULE[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
