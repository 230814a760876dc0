"""One core for whoever measures: no two timed pairs of this machine share one.

Each core has a lock file, held by `flock`, so that the kernel lets go of it when its holder dies,
however it dies. To wait is to hold the one place in front: who has just measured must queue again,
behind whoever waits. Locks are named by the running kernel whose cores they are, so that graders on
one machine agree, whichever engine they use.
"""

import contextlib
import errno
import fcntl
import os
import random
import stat
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from grader.errors import EngineError

TICK_S = 0.004
PATIENCE_S = 120.0
"""Nobody measures this long: a holder that was stopped is not waited for any longer."""


def runtime_folder() -> Path:
    """Where this user's graders meet: GRADER_RUNTIME_DIR, XDG_RUNTIME_DIR, or a place in /tmp.

    Raises:
        EngineError: it cannot be made, or is not ours alone.
    """
    named = os.environ.get("GRADER_RUNTIME_DIR", "")
    base = os.environ.get("XDG_RUNTIME_DIR", "")
    if named:
        folder = Path(named)
    elif base and os.path.isdir(base):
        folder = Path(base) / "grader"
    else:
        folder = Path(tempfile.gettempdir()) / f"grader-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except OSError as error:
        raise EngineError(
            f"{folder}: cannot be made: {error.strerror}",
            fix="set GRADER_RUNTIME_DIR to a folder of yours",
        ) from None
    if not named and (not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid()):
        raise EngineError(
            f"{folder}: is not a folder of yours", fix="set GRADER_RUNTIME_DIR to one that is"
        )
    return folder


class Cores:
    """The cores of one running kernel that may be measured on."""

    def __init__(self, kernel: str, cpus: Sequence[int], folder: Path | None = None) -> None:
        self.cpus = tuple(cpus)
        self.waited_s = 0.0
        self._kernel = "".join(c for c in kernel if c.isalnum())[:16] or "here"
        self._folder = runtime_folder() if folder is None else folder
        self._last: int | None = None

    @contextlib.contextmanager
    def one(self, waiting: Callable[[], None] = lambda: None) -> Iterator[int | None]:
        """A core that nobody else measures on meanwhile; None when none came free in time.

        `waiting` is called once, if there is a wait.
        """
        with contextlib.ExitStack() as held:
            yield self._take(held, waiting)

    def _take(self, held: contextlib.ExitStack, waiting: Callable[[], None]) -> int | None:
        started, told = time.monotonic(), False
        with contextlib.ExitStack() as front:
            in_front = False
            while True:
                in_front = in_front or self._lock("front", front)
                if in_front:
                    for core in self._in_turn():
                        if self._lock(f"core-{core}", held):
                            self._last = core
                            return core
                waited = time.monotonic() - started
                if waited > PATIENCE_S:
                    return None
                if waited > 5 * TICK_S and not told:
                    told = True
                    waiting()
                time.sleep(TICK_S)
                self.waited_s += TICK_S

    def _in_turn(self) -> list[int]:
        """The core of the last time first: it has what we need in its caches."""
        others = [core for core in self.cpus if core != self._last]
        random.shuffle(others)
        return [*([] if self._last is None else [self._last]), *others]

    def _lock(self, name: str, held: contextlib.ExitStack) -> bool:
        path = self._folder / f"{self._kernel}-{name}.lock"
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        try:
            fd = os.open(path, flags, 0o600)
        except OSError as error:
            raise EngineError(
                f"{path}: cannot be opened: {error.strerror}",
                fix="set GRADER_RUNTIME_DIR to a folder of yours",
            ) from None
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(fd)
            if error.errno in (errno.EAGAIN, errno.EACCES):
                return False
            raise EngineError(f"{path}: cannot be locked: {error.strerror}") from None
        held.callback(os.close, fd)
        return True
