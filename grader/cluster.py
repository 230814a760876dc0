"""A crew on a Dask cluster that is there already: `dask.distributed` is imported here alone.

Each Dask worker has slots, its resource `sandbox`, and grades on an engine of its own. A problem's
folder travels as bytes, once to each worker, and is checked there by its digest, as are the
grader's own code and its image: a worker that would grade otherwise refuses. A worker that is
killed costs what it was working on, which another begins again.

On a worker nothing is forked from Dask's threads: a process of our own does the grading.
"""

import contextlib
import hashlib
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any

from grader.batching import Job, code_digest, work
from grader.engines import maker
from grader.errors import EngineError, GraderError, UsageError
from grader.files import write_whole
from grader.images import tag
from grader.model import Frozen, Problem
from grader.problems import read_problem
from grader.sharing import Done, WorkerGone, serve

RESOURCE = "sandbox"
CONNECT_S = 20
AHEAD = 2
"""So many items for each slot are with the cluster, so that none waits for us."""
LOOK_S = 5.0
"""How often the workers are counted: they may come and go."""
START = (
    f"start workers on machines with an engine: dask worker ADDRESS --nthreads 2 "
    f"--resources '{RESOURCE}=2'"
)


class Remote(Frozen, frozen=True, kw_only=True):
    """A job as it travels: its problem's files come apart from it, once."""

    slug: str
    job: Job
    serves: int
    code: str
    image: str


class Cluster:
    """A crew of the workers that a Dask scheduler knows."""

    def __init__(self, address: str, *, engine: str, runtime: str, serves: int) -> None:
        """Connect.

        Raises:
            UsageError: `dask.distributed` is not installed, or nothing answers there.
            EngineError: no worker has the resource, or a worker's grader is another one.
        """
        try:
            import distributed
        except ImportError:
            raise UsageError(
                "--scheduler: dask.distributed is not installed",
                fix="pip install 'grader[cluster]'",
            ) from None
        try:
            self._client: Any = distributed.Client(address, timeout=CONNECT_S, set_as_default=False)
        except Exception as error:
            raise UsageError(
                f"--scheduler {address[:80]}: no scheduler answers: {error}",
                fix="start one: dask scheduler",
            ) from None
        self._address = address
        self._serves = serves
        self._given: dict[Any, Any] = {}
        self._done: queue.Queue[Any] = queue.Queue()
        self._files: dict[str, Any] = {}
        self._slots, self._looked = 0, 0.0
        try:
            if not self._count():
                raise EngineError(f"{address}: no worker has the resource {RESOURCE!r}", fix=START)
            found = self._client.run(runtime_here, engine, runtime)
            self.runtime = next(iter(found.values()))["the OCI runtime"]
            """The name of the one that the workers use."""
            for worker, facts in found.items():
                _check_same(facts, who_am_i() | {"the OCI runtime": self.runtime}, worker)
        except BaseException:
            self.close()
            raise

    def _count(self) -> int:
        """The slots of all workers, looked up now and then."""
        if time.monotonic() - self._looked > LOOK_S:
            workers = self._client.scheduler_info(n_workers=-1)["workers"].values()
            self._slots = int(sum(one.get("resources", {}).get(RESOURCE, 0) for one in workers))
            self._looked = time.monotonic()
        return self._slots

    def idle(self) -> int:
        return max(1 if not self._given else 0, AHEAD * self._count() - len(self._given))

    def busy(self) -> int:
        return len(self._given)

    def give(self, token: Any, item: Job) -> None:
        slug = item.problem.slug
        if slug not in self._files:
            files = files_of(item.problem)
            self._files[slug] = self._client.scatter(files, broadcast=True, hash=False)
        remote = Remote(
            slug=slug, job=item, serves=self._serves, code=code_digest(), image=tag()
        )  # fmt: skip
        future = self._client.submit(
            grade_here, remote, self._files[slug], pure=False, resources={RESOURCE: 1}
        )
        self._given[future.key] = (token, future)
        future.add_done_callback(self._done.put)

    def done(self, timeout_s: float) -> Done | None:
        try:
            future = self._done.get(timeout=timeout_s)
        except queue.Empty:
            if self._client.status in ("closed", "closing"):
                raise EngineError(
                    f"{self._address}: the scheduler is gone", fix="start it and its workers again"
                ) from None
            return None
        token, _ = self._given.pop(future.key)
        return Done(token, self._outcome(future))

    def _outcome(self, future: Any) -> Any:
        """A result, or the error as one of ours: what happens in a cluster is never a mark."""
        try:
            return future.result(timeout=CONNECT_S)
        except GraderError as error:
            return error
        except Exception as error:  # killed too often, cancelled, or its problem's files are lost
            self._files.clear()
            text = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
            return WorkerGone(f"a worker of the cluster failed: {text}", fix="look at its log")

    def close(self) -> None:
        with contextlib.suppress(Exception):  # the scheduler may be gone
            self._client.cancel([future for _, future in self._given.values()])
        self._given.clear()
        with contextlib.suppress(Exception):
            self._client.close(timeout=CONNECT_S)


def files_of(problem: Problem) -> dict[str, bytes]:
    """Everything of a problem's folder that is no cache, by its path."""
    found = {}
    for path in sorted(problem.folder.rglob("*")):
        parts = path.relative_to(problem.folder).parts
        if path.is_file() and not any(p[0] == "." or p == "__pycache__" for p in parts):
            found["/".join(parts)] = path.read_bytes()
    return found


def who_am_i() -> dict[str, str]:
    """What must be the same everywhere."""
    return {"the grader's code": code_digest(), "the sandbox image": tag()}


def runtime_here(engine: str, runtime: str) -> dict[str, str]:
    """The same of this machine, and its engine's runtime; it has an engine, or this raises."""
    made = maker(runtime)(engine, "0")
    try:
        return who_am_i() | {"the OCI runtime": made.describe().get("runtime", "")}
    finally:
        made.close()


def _check_same(theirs: Mapping[str, str], ours: Mapping[str, str], worker: str) -> None:
    for what, own in ours.items():
        if theirs.get(what) != own:
            raise EngineError(
                f"{worker}: {what} is another one ({theirs.get(what)} instead of {own})",
                fix="install the same version of grader on every machine",
            )


# ------------------------------------------------------------------------- on a worker

_free: list["_Process"] = []
_lock = threading.Lock()


def grade_here(remote: Remote, files: Mapping[str, bytes]) -> Any:
    """Grade one job on this worker, in a process of its own that the next job finds warm.

    Raises:
        EngineError: this worker cannot grade, or would grade otherwise.
    """
    _check_same(who_am_i(), {"the grader's code": remote.code, "the sandbox image": remote.image},
                os.uname().nodename)  # fmt: skip
    problem = _unpacked(remote.slug, files)
    if problem.digest != remote.job.problem.digest:
        raise EngineError(f"{remote.slug}: its files changed on the way")
    job = Job(problem=problem, submission=remote.job.submission, setting=remote.job.setting)
    process = _take(remote.serves, remote.job.setting.runtime_asked)
    outcome = process.do(job)
    if process.works():
        with _lock:
            _free.append(process)
    if isinstance(outcome, GraderError):
        raise outcome
    return outcome


def _take(serves: int, runtime: str) -> "_Process":
    with _lock:
        for process in _free:
            if process.kind == (serves, runtime):
                _free.remove(process)
                return process
    return _Process(serves, runtime)


def _unpacked(slug: str, files: Mapping[str, bytes]) -> Problem:
    """The problem from its files, laid out once on this machine."""
    whole = hashlib.sha256()
    for name, data in sorted(files.items()):
        whole.update(f"{name}\0{len(data)}\0".encode() + data)
    root = Path(tempfile.gettempdir()) / f"grader-problems-{os.getuid()}"
    root.mkdir(mode=0o700, exist_ok=True)
    if root.stat().st_uid != os.getuid():
        raise EngineError(f"{root}: belongs to somebody else", fix="remove it")
    folder = root / whole.hexdigest()[:32] / slug
    ready = folder.parent / ".ready"
    if not ready.exists():
        for name, data in files.items():
            path = folder / name
            if not path.resolve().is_relative_to(folder.resolve()):
                raise EngineError(f"{slug}: a file outside of its folder")
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)
        write_whole(ready, b"")
    return read_problem(folder)


class _Process:
    """A fresh Python that grades, on a pipe. Started apart, not forked: Dask has threads."""

    def __init__(self, serves: int, runtime: str) -> None:
        self.kind = (serves, runtime)
        self._pipe, theirs = Pipe()
        code = f"from grader.cluster import main; main({theirs.fileno()}, {serves}, {runtime!r})"
        self._process = subprocess.Popen(
            [sys.executable, "-c", code], pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL
        )
        theirs.close()

    def do(self, job: Job) -> Any:
        try:
            self._pipe.send(job)
            return self._pipe.recv()
        except (EOFError, OSError):
            self._process.wait()
            return WorkerGone(f"a grading process died (status {self._process.returncode})")

    def works(self) -> bool:
        return self._process.poll() is None


def main(fd: int, serves: int, runtime: str) -> None:
    """The process: jobs in, results out, until the pipe ends."""
    serve(work, maker(runtime), serves, Connection(fd))
