"""Locks on cores: never two on one, let go of by the dead, fair, and told to who waits."""

import contextlib
import multiprocessing
import os
import signal
import time
from itertools import pairwise
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

import grader.cores
from grader.cores import Cores, runtime_folder
from grader.errors import EngineError

KERNEL = "some-kernel"
FORK = multiprocessing.get_context("fork")


def test_two_never_have_the_same_core(tmp_path: Path) -> None:
    one, other = (Cores(KERNEL, (0, 1), tmp_path) for _ in range(2))
    with one.one() as first, other.one() as second:
        assert {first, second} == {0, 1}


def test_the_core_of_the_last_time_comes_first(tmp_path: Path) -> None:
    cores = Cores(KERNEL, range(16), tmp_path)
    found = []
    for _ in range(3):
        with cores.one() as core:
            found.append(core)
    assert len(set(found)) == 1


def test_other_kernels_have_other_cores(tmp_path: Path) -> None:
    with Cores("a", (0,), tmp_path).one() as one, Cores("b", (0,), tmp_path).one() as other:
        assert one == other == 0


def test_who_waits_too_long_is_told_that_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grader.cores, "PATIENCE_S", 0.1)
    told: list[int] = []
    with (
        Cores(KERNEL, (0,), tmp_path).one(),
        Cores(KERNEL, (0,), tmp_path).one(lambda: told.append(1)) as none,
    ):
        assert none is None
    assert told == [1]


def _hold(folder: Path, held: Event) -> None:
    with Cores(KERNEL, (0,), folder).one():
        held.set()
        time.sleep(60)


def test_a_holder_that_is_killed_holds_nothing(tmp_path: Path) -> None:
    held = FORK.Event()
    process = FORK.Process(target=_hold, args=(tmp_path, held))
    process.start()
    assert held.wait(10)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with Cores(KERNEL, (0,), tmp_path).one() as core:
        assert core == 0


def _measure(
    folder: Path,
    go: Event,
    turns: int,
    counts: "multiprocessing.SimpleQueue[tuple[int, float, float]]",
    number: int,
) -> None:
    cores = Cores(KERNEL, (0,), folder)
    go.wait()
    for _ in range(turns):
        with cores.one():
            began = time.monotonic()
            time.sleep(0.01)
            counts.put((number, began, time.monotonic()))


def test_three_on_one_core_take_turns(tmp_path: Path) -> None:
    """No two at once, and nobody finishes all its turns before another has had its first few."""
    go, counts, turns = FORK.Event(), FORK.SimpleQueue(), 20
    processes = [
        FORK.Process(target=_measure, args=(tmp_path, go, turns, counts, number))
        for number in range(3)
    ]
    for process in processes:
        process.start()
    go.set()
    found = sorted((counts.get() for _ in range(3 * turns)), key=lambda one: one[1])
    for process in processes:
        process.join()
    assert all(before[2] <= after[1] for before, after in pairwise(found))
    first = [number for number, _, _ in found[:turns]]
    assert len(set(first)) == 3, first


def test_the_folder_is_made_for_us_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRADER_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    folder = runtime_folder()
    assert folder == tmp_path / "grader"
    assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("GRADER_RUNTIME_DIR", str(tmp_path / "file" / "below"))
    with pytest.raises(EngineError, match="GRADER_RUNTIME_DIR"):
        runtime_folder()
    monkeypatch.delenv("GRADER_RUNTIME_DIR")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "grader").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(EngineError, match="folder of yours"):
        runtime_folder()


def test_a_lock_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "somekernel-front.lock").symlink_to(tmp_path / "target")
    with pytest.raises(EngineError), contextlib.ExitStack() as stack:
        stack.enter_context(Cores(KERNEL, (0,), tmp_path).one())
    assert not (tmp_path / "target").exists()
