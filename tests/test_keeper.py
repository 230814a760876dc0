"""The worker's reader: whatever bytes a child writes, it answers in time, bounded, without a fault.

The child is a pipe here, written to by the test; the keeper is the one that runs in the sandbox.
"""

import os
import select
import struct
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.resources import PACKAGE, resource

sys.path += [str(resource("sandbox")), str(PACKAGE)]  # as the worker does

import jail
import keeper

LIMITS = {"cpu_s": 5.0, "wall_s": 0.1, "output_bytes": 4096}
MOST = LIMITS["output_bytes"] + keeper.SLACK_BYTES + keeper.CHUNK
ENDINGS = {None, "headless", "cpu", "wall", "output", "early", "trailing", "closed"}


@contextmanager
def child() -> Iterator[tuple[Any, int]]:
    """A keeper's Child without a process, and the end of the pipe that its child would write to."""
    made = keeper.Child.__new__(keeper.Child)
    requests_out, made.requests = os.pipe()
    made.replies, theirs = os.pipe()
    made.output, prints = os.pipe()
    made.pid, made.clear_refs, made.charged = os.getpid(), None, None
    made.clock, made.printed = time.CLOCK_PROCESS_CPUTIME_ID, keeper.Hidden()
    made.resident, made.asked = None, requests_out
    made.status = os.open("/proc/self/status", os.O_RDONLY)
    made.is_ending = lambda: False
    for fd in (made.requests, made.replies, made.output):
        os.set_blocking(fd, False)
    try:
        yield made, theirs
    finally:
        for fd in (requests_out, made.requests, made.replies, made.output, made.status, prints):
            os.close(fd)


def write(
    fd: int, pieces: list[bytes], stay_open: bool, after: int | None = None
) -> threading.Thread:
    """Write in a thread of its own; it never stands still for longer than the reader listens.

    With `after`, it begins when something is to be read there: a reply before its request is early.
    """

    def run() -> None:
        if after is not None:
            select.select([after], [], [], 2)
        os.set_blocking(fd, False)
        deadline = time.monotonic() + 2
        for piece in pieces:
            view = memoryview(piece)
            while view and time.monotonic() < deadline:
                try:
                    view = view[os.write(fd, view) :]
                except BlockingIOError:
                    time.sleep(0.001)
                except BrokenPipeError:
                    break
        if not stay_open:
            os.close(fd)

    thread = threading.Thread(target=run)
    thread.start()
    return thread


frames = st.builds(
    lambda size, body: struct.pack(">Q", size) + body,
    st.one_of(st.integers(0, 5000), st.integers(0, 2**64 - 1)),
    st.binary(max_size=5000),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.one_of(frames, st.binary(max_size=300)), max_size=4), st.booleans())
def test_any_bytes_end_in_time_and_within_the_caps(pieces: list[bytes], stay_open: bool) -> None:
    with child() as (made, theirs):
        started = time.monotonic()
        writer = write(theirs, pieces, stay_open)
        exchange = made.ask(memoryview(b"request"), LIMITS)
        assert time.monotonic() - started < LIMITS["wall_s"] + 5  # the machine may be busy
        assert exchange.limit in ENDINGS
        assert len(exchange.reply) <= MOST
        if exchange.whole and exchange.limit is None:
            (size,) = struct.unpack_from(">Q", exchange.reply.view())
            assert len(exchange.reply) == 8 + size
        writer.join()
        if stay_open:
            os.close(theirs)


def test_who_prints_without_end_does_not_hold_the_reader() -> None:
    """There is always more to be read: the reader must come back to its clocks all the same."""
    with child() as (made, theirs):
        os.close(made.output)
        made.output = os.open("/dev/zero", os.O_RDONLY)
        reply = struct.pack(">Q", 2) + b"ok"
        writer = write(theirs, [reply], stay_open=True, after=made.asked)
        asked = threading.Thread(
            target=made.ask, args=(memoryview(b"request"), LIMITS), daemon=True
        )
        asked.start()
        asked.join(10)
        assert not asked.is_alive()
        assert len(made.printed) <= keeper.PRINTED_BYTES
        writer.join()
        os.close(theirs)


def test_an_endless_reply_is_cut_at_the_cap() -> None:
    with child() as (made, theirs):
        writer = write(theirs, [struct.pack(">Q", 1 << 40), b"\xff" * (16 << 20)], True, made.asked)
        exchange = made.ask(memoryview(b"request"), LIMITS)
        assert exchange.limit == "output"
        assert len(exchange.reply) <= MOST
        os.close(made.replies)
        made.replies = os.open(os.devnull, os.O_RDONLY)
        writer.join()
        os.close(theirs)


def test_a_reply_byte_by_byte_runs_into_the_clock() -> None:
    with child() as (made, theirs):
        drops = [bytes([b]) for b in struct.pack(">Q", 4000)]

        def drip() -> None:
            for drop in [*drops, *([b"x"] * 50)]:
                time.sleep(0.01)
                os.write(theirs, drop)

        thread = threading.Thread(target=drip)
        thread.start()
        assert made.ask(memoryview(b"request"), LIMITS).limit == "wall"
        thread.join()
        os.close(theirs)


def test_a_child_that_reads_nothing_does_not_stop_the_reader() -> None:
    with child() as (made, theirs):
        assert made.ask(memoryview(b"x" * (4 << 20)), LIMITS).limit == "wall"
        os.close(theirs)


# ---------------------------------------------------------------- what the kernel tells


def test_a_process_cannot_name_itself_into_its_memory() -> None:
    text = b"Name:\tVmHWM: 9 kB\nUmask:\t0022\nVmPeak:\t  77 kB\nVmHWM:\t    40 kB\nVmRSS:\t    30 kB\n"
    assert keeper._kilobytes(text, b"VmHWM:") == 40 * 1024
    assert keeper._kilobytes(text, b"VmRSS:") == 30 * 1024
    assert keeper._kilobytes(b"Name:\tVmRSS: 9 kB\nState:\tZ (zombie)\n", b"VmRSS:") == 0


V2 = {
    "memory.current": "4096\n",
    "memory.peak": "8192\n",
    "memory.events": "low 0\nhigh 0\nmax 7\noom 3\noom_kill 2\noom_group_kill 9\n",
}
V1 = {
    "memory/memory.usage_in_bytes": "4096\n",
    "memory/memory.max_usage_in_bytes": "8192\n",
    "memory/memory.oom_control": "oom_kill_disable 0\nunder_oom 0\noom_kill 2\n",
}
OLDER_V2 = {name: text for name, text in V2.items() if name != "memory.peak"}


@pytest.mark.parametrize(
    ("files", "use"), [(V2, (4096, 8192)), (V1, (4096, 8192)), (OLDER_V2, None), ({}, None)]
)
def test_the_boxes_memory_is_read_under_both_versions_of_cgroups(
    files: dict[str, str], use: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)

    def moved(path: str) -> str:
        return path.replace("/sys/fs/cgroup", str(tmp_path))

    monkeypatch.setattr(jail, "MEMORY_FILES", [tuple(map(moved, p)) for p in jail.MEMORY_FILES])
    monkeypatch.setattr(jail, "OOM_FILES", tuple(map(moved, jail.OOM_FILES)))
    monkeypatch.setattr(jail, "_open", {})
    assert jail.memory_use() is None  # we are no pid 1: the cgroup is somebody else's
    monkeypatch.setattr(os, "getpid", lambda: 1)
    for _ in range(2):  # the files are kept open
        assert jail.memory_use() == use
        assert jail.oom_kills() == (2 if files else 0)
    for fd in filter(None, jail._open.values()):
        os.close(fd)
