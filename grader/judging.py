"""Run the tests of one job, in a process forked for it; results come back one by one.

`pytest.main` twice in one process keeps the old test modules, and a test may do anything to the
process it runs in: so each job has its own, forked from one that has pytest imported already.
"""

import contextlib
import gc
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from multiprocessing.connection import Connection
from typing import Any

import pytest

from grader.errors import GraderError, ProblemError, SandboxFault
from grader.model import Problem, Purpose, TestResult, Verdict
from grader.plugin import Compared, Plugin, Started, test_files
from grader.session import Session

SILENCE_S = 600.0
"""A test of the author that is silent for longer hangs by itself."""
rewritten: ContextVar[str] = ContextVar("rewritten", default="")
"""A folder where test files stay as pytest rewrites them; without one every job rewrites them."""
UNUSED = (
    "cacheprovider", "unraisableexception", "threadexception", "faulthandler", "junitxml",
    "debugging", "doctest", "pastebin", "setuponly", "setupplan", "stepwise", "unittest",
)  # fmt: skip
"""Parts of pytest that cost time in every job, and tell us nothing."""
Preset = tuple[Verdict, str, int | None]


@contextlib.contextmanager
def keeping_rewritten() -> Iterator[None]:
    """For many jobs of the same problems: let one have the rewritten tests of another.

    Processes that are forked inside share the folder; it is gone at the end.
    """
    with tempfile.TemporaryDirectory(prefix="grader-tests-") as folder:
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
    watch: Callable[[Started | TestResult | Compared], None] = lambda _: None,
) -> tuple[TestResult, ...]:
    """The results of all tests, the visible ones first.

    With `preset`, nothing runs: every test gets that verdict, message and line, since the
    submission could not even be imported.

    Raises:
        ProblemError: a test cannot be loaded, or fails by itself.
        SandboxFault: the box is gone, or the process that ran the tests is.
    """
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    gc.freeze()  # what there is now is never garbage: the fork need not look through it
    process = context.Process(target=_run, args=(problem, source, session, preset, purpose, sender))
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
    sender: Connection,
) -> None:
    """The forked process: pytest with our plugin alone, mute."""

    def emit(message: Any) -> None:
        sender.send(message)

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
        *(word for name in UNUSED for word in ("-p", f"no:{name}")),
    ]  # fmt: skip
    try:
        status = pytest.main([*options, *map(str, test_files(problem))], plugins=[plugin])
        if plugin.fatal is None and status not in (0, 1, 2, 5):
            plugin.fatal = ProblemError(f"{folder}: pytest ended with status {int(status)}")
        if session is not None and session.renewed_by == os.getpid():
            session.close()
        emit(plugin.fatal)
    except BaseException as error:  # the parent must hear of it, whatever it is
        emit(ProblemError(f"{folder}: the tests cannot run: {type(error).__name__}: {error}"))
    os._exit(0)
