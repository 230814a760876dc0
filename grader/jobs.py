"""What is to be graded, as callers may give it: a name or a path, a text or a file."""

from pathlib import Path

from grader.errors import UsageError
from grader.model import Frozen, Problem, Submission
from grader.problems import load_problem
from grader.submissions import read_submission, submission_of


class Job(Frozen, frozen=True, kw_only=True):
    """One submission to be graded."""

    problem: Problem
    submission: Submission
    performance: bool = True
    visible_only: bool = False


def job_of(
    problem: Problem | str | Path,
    source: Submission | str | Path,
    *,
    candidate: str | None = None,
    performance: bool = True,
    visible_only: bool = False,
) -> Job:
    """The job in question; a `Path` is a file to be read, a `str` is Python source.

    Raises:
        UsageError, ProblemError: there is no such problem, or its folder is broken.
        SubmissionError: the source cannot be read at all.
    """
    if isinstance(source, Path):
        source = read_submission(source.absolute(), candidate)
    elif isinstance(source, str):
        source = submission_of(source, candidate)
    elif candidate is not None:
        raise UsageError("a Submission has its candidate already", fix="leave candidate out")
    return Job(
        problem=problem_of(problem),
        submission=source,
        performance=performance,
        visible_only=visible_only,
    )


def problem_of(problem: Problem | str | Path) -> Problem:
    """The problem of a name or at a path.

    Raises:
        UsageError, ProblemError: there is none, or its folder is broken.
    """
    if isinstance(problem, Path):
        return load_problem(str(problem.absolute()))
    return load_problem(problem) if isinstance(problem, str) else problem
