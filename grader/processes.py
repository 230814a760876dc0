"""The `process` engine: the same worker as a plain subprocess, for code you trust.

Known differences from a container: the code can read the user's files, memory is limited by address
space (`RLIMIT_DATA`) rather than by touched pages, and the number of threads is not limited.
"""

import contextlib
import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

from grader.boxes import PYTHON_OPTIONS
from grader.errors import EngineError, SandboxFault
from grader.model import Limits, SandboxFacts
from grader.resources import PACKAGE, resource

ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "LANG": "C.UTF-8",
    "PATH": "/usr/bin:/bin",
}


class ProcessBox:
    """A worker on two pipes."""

    def __init__(self, limits: Limits, hash_seed: str) -> None:
        self.facts = SandboxFacts(engine="process")
        self.case_data_bytes = limits.memory_bytes
        worker = resource("sandbox") / "worker.py"
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the box
        self._process = subprocess.Popen(
            [sys.executable, *PYTHON_OPTIONS, str(worker)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr,
            cwd="/",
            env={**ENVIRONMENT, "GRADER_WIRE": str(PACKAGE), "PYTHONHASHSEED": hash_seed},
            start_new_session=True,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in = self._process.stdin.fileno()
        self._out = self._process.stdout.fileno()
        os.set_blocking(self._in, False)
        os.set_blocking(self._out, False)

    def send(self, chunks: Sequence[bytes | memoryview], deadline: float) -> None:
        for chunk in chunks:
            view = memoryview(chunk)
            while view:
                self._wait(self._in, select.POLLOUT, deadline)
                try:
                    view = view[os.write(self._in, view[: 1 << 20]) :]
                except BlockingIOError:
                    continue
                except OSError as error:
                    raise self._fault(error.strerror or "") from None

    def receive(self, size: int, deadline: float) -> bytearray:
        data = bytearray(size)
        view, done = memoryview(data), 0
        while done < size:
            self._wait(self._out, select.POLLIN, deadline)
            try:
                count = os.readv(self._out, [view[done:]])
            except BlockingIOError:
                continue
            if not count:
                raise self._fault("it ended in the middle of an answer")
            done += count
        return data

    def _wait(self, fd: int, events: int, deadline: float) -> None:
        poller = select.poll()
        poller.register(fd, events)
        if not poller.poll(max(0.0, deadline - time.monotonic()) * 1000):
            raise self._fault("it did not answer in time")

    def _fault(self, why: str) -> SandboxFault:
        self._stderr.seek(0)
        said = self._stderr.read(1 << 16).decode("utf-8", "replace").strip().splitlines()
        return SandboxFault(f"the worker is gone: {why}" + (f" ({said[-1][:200]})" if said else ""))

    def out_of_memory(self) -> bool:
        return False

    def close(self) -> None:
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, 9)
            self._process.kill()
        self._process.wait()
        self._stderr.close()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()


class ProcessEngine:
    """Makes workers on this machine, without walls. Never used unless asked for by name."""

    name = "process"

    def __init__(self, hash_seed: str = "0") -> None:
        self.hash_seed = hash_seed

    def prepare(self) -> None:
        if sys.platform != "linux":
            raise EngineError(
                "the process engine needs Linux", fix="use --engine docker on this system"
            )

    def open(self, limits: Limits) -> ProcessBox:
        self.prepare()
        return ProcessBox(limits, self.hash_seed)

    def describe(self) -> dict[str, str]:
        return {"walls": "none: only for code that you trust"}

    def close(self) -> None:
        pass
