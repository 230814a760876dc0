"""Run the tests of one job, in a process forked for it; results come back one by one.

`pytest.main` twice in one process keeps the old test modules, and a test may do anything to the
process it runs in: so each job has its own, forked from one that has pytest imported already.
"""

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from grader.collecting import Tests, prepare, ran_well
from grader.errors import GraderError, ProblemError, SandboxFault
from grader.model import Finding, Problem, Purpose, TestResult, Verdict
from grader.outcomes import CandidateMisfit, CandidateRaised, CandidateStopped
from grader.parents import end_with_parent
from grader.plugin import Compared, Preset, Started, of_raised
from grader.session import Session
from grader.verdicts import of_ending

SILENCE_S = 600.0
"""A test of the author that is silent for longer hangs by itself."""


class Look(NamedTuple):
    """What is found out about a submission before any test."""

    refused: tuple[Finding, ...] = ()
    flags: tuple[Finding, ...] = ()
    preset: Preset | None = None
    """What every test ends as, where it cannot be imported or may not be run."""


def look(session: Session, problem: Problem, source: str) -> Look:
    """The policy's look at a submission, then one import, in a child of their own.

    Raises:
        SandboxFault: the box is gone.
    """
    refused: tuple[Finding, ...] = ()
    flags: tuple[Finding, ...] = ()
    preset: Preset | None = None
    try:
        refused, flags = session.review(source, problem, problem.limits)
        if refused:
            first = refused[0]
            text = f"line {first.line}, column {first.column}: {first.what}: {first.why}"
            preset = (Verdict.REJECTED, text, first.line)
        else:
            session.load(problem.limits)
    except CandidateMisfit as misfit:
        preset = (Verdict.RUN_TIME_ERROR, str(misfit), None)
    except CandidateRaised as error:
        preset = (*of_raised(error), error.line)
    except CandidateStopped as stopped:
        preset = (*of_ending(stopped.ending), None)
    finally:
        session.leave()
    return Look(refused, flags, preset)


def judge(
    problem: Problem,
    source: str,
    session: Session | None,
    *,
    preset: Preset | None = None,
    purpose: Purpose = Purpose.REPORT,
    visible_only: bool = False,
    watch: Callable[[Started | TestResult | Compared], None] = lambda _: None,
) -> tuple[TestResult, ...]:
    """The results of all tests, the visible ones first; or of the visible ones alone.

    With `preset`, nothing runs: every test gets that verdict, message and line, since the
    submission could not even be imported.

    Raises:
        ProblemError: a test cannot be loaded, or fails by itself.
        SandboxFault: the box is gone, or the process that ran the tests is.
    """
    tests = prepare(problem, visible_only=visible_only)
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    job = (problem, source, session, preset, purpose)
    arguments = (tests, job, sender, os.getpid())
    process = context.Process(target=_run, args=arguments)
    process.start()
    sender.close()
    results: list[TestResult] = []
    try:
        while True:
            if not receiver.poll(SILENCE_S):
                raise ProblemError(f"{problem.folder}: a test hangs by itself")
            try:
                message = receiver.recv()
            except EOFError:
                raise SandboxFault("the process that ran the tests is gone") from None
            if isinstance(message, GraderError):
                raise message
            if message is None:
                ran_well(problem, visible_only=visible_only)
                return tuple(results)
            if isinstance(message, TestResult):
                results.append(message)
            watch(message)
    finally:
        if process.is_alive() and sys.exc_info()[0] is not None:
            process.kill()
        process.join()
        process.close()
        receiver.close()


def _run(tests: Tests, job: tuple[Any, ...], sender: Connection, parent: int) -> None:
    """The forked process, mute: nothing but results leaves it."""
    end_with_parent(signal.SIGKILL, parent)
    gc.freeze()  # what we inherited is not ours to look through, page by page
    null = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(null, fd)
    with contextlib.suppress(ValueError):
        sys.stdout = sys.stderr = open(1, "w", closefd=False)  # noqa: SIM115 - for good
    session: Session | None = job[2]
    try:
        fatal = tests.run(*job, sender.send)
        if session is not None and session.renewed_by == os.getpid():
            session.close()
        sender.send(fatal)
    except BaseException as error:  # the parent must hear of it, whatever it is
        text = f"the tests cannot run: {type(error).__name__}: {error}"
        sender.send(ProblemError(f"{tests.problem.folder}: {text}"))
    os._exit(0)
