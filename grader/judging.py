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
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from grader.errors import GraderError, ProblemError, SandboxFault
from grader.model import Finding, Problem, Purpose, TestResult, Verdict
from grader.parents import end_with_parent
from grader.plugin import Compared, Plugin, Started, of_raised, test_files
from grader.session import CandidateMisfit, CandidateRaised, CandidateStopped, Session
from grader.verdicts import of_ending

UNUSED = (
    "cacheprovider", "unraisableexception", "threadexception", "faulthandler", "junitxml",
    "debugging", "doctest", "pastebin", "setuponly", "setupplan", "stepwise", "unittest",
)  # fmt: skip
"""Plugins of pytest's own that offer a test nothing here; two of them collect all garbage twice."""
SILENCE_S = 600.0
"""A test of the author that is silent for longer hangs by itself."""
rewritten: ContextVar[str] = ContextVar("rewritten", default="")
"""A folder where test files stay as pytest rewrites them; without one every job rewrites them."""
Preset = tuple[Verdict, str, int | None]


class Look(NamedTuple):
    """What is found out about a submission before any test."""

    refused: tuple[Finding, ...] = ()
    flags: tuple[Finding, ...] = ()
    preset: Preset | None = None
    """What every test ends as, where it cannot be imported or may not be run."""


def look(session: Session, problem: Problem, source: str) -> Look:
    """The policy's look at a submission, then one import.

    Raises:
        SandboxFault: the box is gone.
    """
    refused: tuple[Finding, ...] = ()
    flags: tuple[Finding, ...] = ()
    preset: Preset | None = None
    try:
        refused, flags = session.review(source, problem, problem.limits)
        session.end()
        if refused:
            first = refused[0]
            text = f"line {first.line}, column {first.column}: {first.what}: {first.why}"
            preset = (Verdict.REJECTED, text, first.line)
        else:
            session.begin(source, problem, problem.limits)
    except CandidateMisfit as misfit:
        preset = (Verdict.RUN_TIME_ERROR, str(misfit), None)
    except CandidateRaised as error:
        preset = (*of_raised(error), error.line)
    except CandidateStopped as stopped:
        preset = (*of_ending(stopped.ending), None)
    finally:
        session.end()
    return Look(refused, flags, preset)


@contextlib.contextmanager
def keeping_rewritten() -> Iterator[None]:
    """For many jobs of the same problems: let one have the rewritten tests of another.

    Processes that are forked inside share the folder; it is gone at the end.
    """
    with tempfile.TemporaryDirectory(
        prefix="grader-tests-",
        ignore_cleanup_errors=True,  # a process may still write there
    ) as folder:
        token = rewritten.set(folder)
        try:
            yield
        finally:
            rewritten.reset(token)


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
    files = test_files(problem, visible_only=visible_only)
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    arguments = (problem, source, session, preset, purpose, files, sender, os.getpid())
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


def _run(
    problem: Problem,
    source: str,
    session: Session | None,
    preset: Preset | None,
    purpose: Purpose,
    files: Sequence[Path],
    sender: Connection,
    parent: int,
) -> None:
    """The forked process: pytest with our plugin alone, mute."""
    end_with_parent(signal.SIGKILL, parent)

    def emit(message: Any) -> None:
        sender.send(message)

    gc.freeze()  # what we inherited is not ours to look through, page by page
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    os.environ.pop("PYTEST_ADDOPTS", None)
    sys.pycache_prefix = rewritten.get() or None
    sys.dont_write_bytecode = sys.pycache_prefix is None
    null = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(null, fd)
    with contextlib.suppress(ValueError):
        sys.stdout = sys.stderr = open(1, "w", closefd=False)  # noqa: SIM115 - for good
    plugin = Plugin(problem, source, session, preset, emit, purpose=purpose)
    folder = str(problem.folder)
    options = [
        "-q", "-s", "-c", os.devnull, "--rootdir", folder, "--confcutdir", folder,
        "--import-mode=importlib", "--strict-markers", "-W", "ignore", "--tb=native",
        *(f"-pno:{name}" for name in UNUSED),
    ]  # fmt: skip
    try:
        status = pytest.main([*options, *map(str, files)], plugins=[plugin])
        if plugin.fatal is None and status not in (0, 1, 2, 5):
            plugin.fatal = ProblemError(f"{folder}: pytest ended with status {int(status)}")
        if session is not None and session.renewed_by == os.getpid():
            session.close()
        emit(plugin.fatal)
    except BaseException as error:  # the parent must hear of it, whatever it is
        emit(ProblemError(f"{folder}: the tests cannot run: {type(error).__name__}: {error}"))
    os._exit(0)
