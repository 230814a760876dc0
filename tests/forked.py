"""Run a command of grader in a fork of this process: all that is real but the start of Python."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from grader import cli


class Done(NamedTuple):
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


class Started:
    """A command that runs, in a process group of its own."""

    def __init__(
        self,
        *arguments: object,
        cwd: Path,
        before: Callable[[], None] = lambda: None,
        **environment: str,
    ) -> None:
        """`before` is called in the fork: it may patch what it likes."""
        self._place = cwd
        context = multiprocessing.get_context("fork")
        self._process = context.Process(
            target=_command, args=([*map(str, arguments)], cwd, environment, before)
        )
        self._process.start()
        assert self._process.pid is not None
        self.pid = self._process.pid

    def runs(self) -> bool:
        return self._process.exitcode is None

    def kill(self) -> None:
        """kill -9, to the command alone: its children have to notice."""
        os.kill(self.pid, signal.SIGKILL)
        self._process.join()

    def wait(self, timeout: float = 300.0) -> Done:
        self._process.join(timeout)
        code = self._process.exitcode
        if code is None:
            os.killpg(self.pid, signal.SIGKILL)
            raise subprocess.TimeoutExpired("grader", timeout)
        out, err = ((self._place / f".{name}-{self.pid}").read_text() for name in ("out", "err"))
        return Done(code, out, err)


def run(*arguments: object, cwd: Path, **environment: str) -> Done:
    """Run a command to its end."""
    return Started(*arguments, cwd=cwd, **environment).wait()


def _command(
    arguments: list[str], cwd: Path, environment: dict[str, str], before: Callable[[], None]
) -> None:
    os.setsid()
    os.chdir(cwd)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ |= {"COLUMNS": "100", **environment}
    for fd, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(f".{name}-{os.getpid()}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), fd)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115
    streams = (open(fd, "w", closefd=False, buffering=1) for fd in (1, 2))  # noqa: SIM115
    sys.stdout, sys.stderr = streams
    code: object = 1
    before()
    try:
        cli.main(arguments)
    except SystemExit as end:
        code = end.code
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 1)
