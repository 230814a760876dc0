"""Grading from Python: what `grader` exports, and what its own commands are made of."""

import threading
from pathlib import Path

from grader import grading
from grader.engines import ready_engine
from grader.grading import Silent, Watcher
from grader.jobs import job_of
from grader.model import Problem, Report, Submission
from grader.pooling import shared_pool, shared_pool_async


def grade(
    problem: Problem | str | Path,
    source: Submission | str | Path,
    *,
    candidate: str | None = None,
    engine: str = "docker",
    runtime: str = "",
    performance: bool = True,
    visible_only: bool = False,
    watch: Watcher | None = None,
) -> Report:
    """Grade one submission in a fresh container.

    Args:
        problem: A `Problem`, a slug (a unique prefix will do), or the path of a problem folder.
        source: Python source as a `str`, a file (.py or .ipynb) as a `Path`, or what
            `read_submission` gave.
        candidate: Whose it is; by default the file's name, or "anonymous".
        engine: "docker", or "process", which has no walls and is for code that you trust.
        runtime: An OCI runtime of the docker engine, such as "runsc".
        performance: Whether an accepted submission's runtime and memory are measured.
        visible_only: Run the visible tests alone; the marks are theirs, out of 100.
        watch: Is told how the grading goes on.

    Whatever the submission does ends in a report with a verdict; an error is never its doing.

    Raises:
        UsageError, ProblemError: there is no such problem, or its folder is broken.
        SubmissionError: the file cannot be read at all.
        EngineError: there is no sandbox to be had, or a wall of it does not hold.
    """
    job = job_of(
        problem, source, candidate=candidate, performance=performance, visible_only=visible_only
    )
    if threading.active_count() > 1:  # tests run in forks, which copy the locks of other threads
        with shared_pool(engine, runtime) as pool:
            return pool.grade(
                job.problem, job.submission, performance=performance, visible_only=visible_only,
                watch=watch,
            )  # fmt: skip
    watch = watch or Silent()
    return grading.grade(
        job.problem, job.submission, ready_engine(engine, runtime, watch.stage), watch=watch,
        performance=performance, visible_only=visible_only,
    )  # fmt: skip


async def grade_async(
    problem: Problem | str | Path,
    source: Submission | str | Path,
    *,
    candidate: str | None = None,
    engine: str = "docker",
    runtime: str = "",
    performance: bool = True,
    visible_only: bool = False,
    watch: Watcher | None = None,
) -> Report:
    """As `grade`, for an event loop: in another process, no more of them at once than cores.

    Where it is cancelled, the grading ends too. Who grades more than a few keeps a `Pool`.
    """
    async with shared_pool_async(engine, runtime) as pool:
        return await pool.grade_async(
            problem, source, candidate=candidate, performance=performance,
            visible_only=visible_only, watch=watch,
        )  # fmt: skip
