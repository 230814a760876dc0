"""What a run is said to cost: known sizes of memory, known times, and those who try to fool it."""

from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np
import pytest

from conftest import make_problem
from grader.boxes import Engine
from grader.climbing import climb
from grader.contenders import CANDIDATE, Contender, Inputs, Run, Stage, WrongOnLargeInput
from grader.cores import Cores
from grader.measuring import cannot
from grader.model import Limits, Rung, SandboxFacts
from grader.pairing import Meeting, Pairs, is_settled
from grader.processes import ProcessEngine
from grader.ratios import Ratio
from grader.references import References
from grader.session import Session
from grader.sharing import Engines
from grader.workloads import Workload

PROBLEM = make_problem(limits=Limits(cpu_s=5.0, memory_bytes=400 << 20))
MEBIBYTE = 1 << 20


@pytest.fixture(scope="module")
def session(engine: Engine) -> Iterator[Session]:
    session = Session(engine.open(PROBLEM.limits), lambda: engine.open(PROBLEM.limits))
    yield session
    session.close()


def stage(session: Session, **fields: Any) -> Stage:
    work = Workload(
        function="f", sizes=(1, 2, 3, 4, 5), make=lambda size, _rng: (size,),
        same=lambda a, b: a == b, seed=1,
    )  # fmt: skip
    cores = Cores(session.kernel, session.cpus)
    return Stage(PROBLEM, msgspec.structs.replace(work, **fields), session, cores)


def run(session: Session, source: str, **fields: Any) -> Run:
    """One run of a candidate's `source`, beside nobody."""
    where = stage(session, **fields)
    return where.turn(where.inputs(1), [Contender(CANDIDATE, session, source)], 4.0)[CANDIDATE]


def body(*lines: str, head: str = "") -> str:
    return f"{head}\ndef f(x):\n" + "".join(f"    {line}\n" for line in lines)


SPARSE = (
    "import mmap\nFLAGS = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x4000  # and MAP_NORESERVE\n"
)
HELD = {  # source → MiB that it really held at once
    "nothing": (body("return 1"), 0),
    "an array": (body("return len(np.ones(40 << 17))", head="import numpy as np"), 40),
    "a broadcast, and its result": (
        body("a = np.ones((50, 1, 16)) - np.ones((1, 12500, 16))", "b = a.sum(axis=2)", "return 1",
             head="import numpy as np"), 85 * 1e6 / MEBIBYTE),
    "a moment of much": (
        body("a = np.ones(60 << 17)", "del a", "a = np.ones(10 << 17)", "return 1",
             head="import numpy as np"), 60),
    "mapped and not touched": (body("a = np.empty(80 << 17)", "return 1", head="import numpy as np"), 0),
    "mapped and half touched": (
        body("m = mmap.mmap(-1, 80 << 20, flags=FLAGS)",
             "for at in range(0, 40 << 20, 4096): m[at] = 1", "return 1", head=SPARSE), 40),
    "a file of zeros, mapped": (
        body("m = mmap.mmap(-1, 48 << 20)", "m[:] = bytes(1) * len(m)", "return 1", head="import mmap"),
        96),  # the bytes, and the mapping they are laid in
    "a shared mapping": (
        body("m = mmap.mmap(-1, 48 << 20, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS)",
             "for at in range(0, len(m), 4096): m[at] = 1", "return 1", head="import mmap"), 48),
    "a thread's": (
        body("t = threading.Thread(target=lambda: kept.append(bytearray(32 << 20)))",
             "t.start()", "t.join()", "return 1", head="import threading\nkept = []\n"), 32),
    "a C library's": (
        body("a = zlib.decompress(PACKED, bufsize=30 << 20)", "return len(a)",
             head="import zlib\nPACKED = zlib.compress(bytes(30 << 20))"), 30),
    "held since the import": (
        body("return len(TABLE)", head="import numpy as np\nTABLE = np.ones(24 << 17)"), 24),
    "lists of lists": (
        body("a = [[0.5] * 1000 for _ in range(5000)]", "return len(a)"), 5000 * 8056 / MEBIBYTE),
}  # fmt: skip


@pytest.mark.parametrize("name", HELD)
def test_memory_of_a_known_size(session: Session, name: str) -> None:
    """Within 2 % or 1 MiB of what it really held."""
    source, mebibytes = HELD[name]
    found = run(session, source)
    assert found.peak_bytes / MEBIBYTE == pytest.approx(mebibytes, rel=0.02, abs=1.0)
    assert not found.hidden


def test_large_arguments_and_results_are_not_its_own(session: Session) -> None:
    """Ten megabytes in and out of a function that does next to nothing cost next to nothing."""
    rows = np.ones(10 << 17)
    found = run(session, body("return x"), make=lambda _size, _rng: (rows,), same=np.array_equal)
    assert found.peak_bytes < 2 * MEBIBYTE
    assert found.cpu_s < 0.05


def test_two_boxes_lie_at_the_same_addresses(docker_engine: Engine) -> None:
    """Else the same code is now and then a third slower in one of them, for as long as it lives."""
    source = (
        "import ctypes, numpy\ndef f(x):\n    on_stack = ctypes.CDLL(None).getauxval(25)\n"
        "    return [id(None), id(numpy.add), id(f), on_stack]\n"
    )
    places = []
    for _ in range(2):
        session = Session(docker_engine.open(PROBLEM.limits))
        session.begin(source, PROBLEM, PROBLEM.limits)
        places.append(session.call(None, "f", (1,)).value)
        session.close()
    assert places[0] == places[1]


def test_memory_that_the_process_hides_is_the_boxes(docker_engine: Engine) -> None:
    """A page here and there: the tables that lead to them are as large, and no RSS shows them."""
    session = Session(docker_engine.open(PROBLEM.limits))
    source = body(
        "m = mmap.mmap(-1, 24 << 30, flags=FLAGS)",
        "for at in range(0, len(m), 2 << 20): m[at] = 1", "return 1", head=SPARSE,
    )  # fmt: skip
    try:
        if not session.facts.peak:
            pytest.skip("this engine's cgroup does not show its maximum")
        found = run(session, source)
    finally:
        session.close()
    assert found.checked
    assert found.hidden
    assert found.peak_bytes > 80 * MEBIBYTE


def test_freeing_the_arguments_is_not_charged(session: Session) -> None:
    """A million numbers are given back in tens of milliseconds; a function of constant cost has none."""
    many = [float(n) for n in range(1_000_000)]
    found = run(session, body("return x[0]"), make=lambda _size, _rng: (many,))
    assert found.cpu_s < 0.004


WORK = "end = time.process_time() + 0.3\n        while time.process_time() < end: pass"
LATE = f"""
import time, sys
child = sys.modules["child"]
own = child.Answers.to
def to(self, request):
    if request[0] == "KIND":
        {WORK}
    return own(self, request)
child.Answers.to = to
def f(x): return 1
"""


@pytest.mark.parametrize("kind", ["take", "give"])
def test_work_around_the_run_is_charged(session: Session, kind: str) -> None:
    assert run(session, LATE.replace("KIND", kind)).cpu_s > 0.25


@pytest.mark.parametrize("kind", ["take", "give"])
def test_memory_around_the_run_is_charged(session: Session, kind: str) -> None:
    """Who answers while it takes its arguments, and forgets before it is called, needed it all the same."""
    source = LATE.replace("KIND", kind).replace(WORK, "del [bytearray(b'x') * (80 << 20)][:]")
    assert run(session, source).peak_bytes > 75 * MEBIBYTE


def test_threads_are_charged_and_sleep_is_not_work(session: Session) -> None:
    lines = (
        "def work():", "    end = time.thread_time() + 0.15", "    while time.thread_time() < end: pass",
        "ts = [threading.Thread(target=work) for _ in range(2)]", "[t.start() for t in ts]",
        "[t.join() for t in ts]", "time.sleep(0.2)", "return 1",
    )  # fmt: skip
    found = run(session, body(*lines, head="import threading, time"))
    assert 0.28 < found.cpu_s < 0.45


def test_who_sleeps_for_ever_is_out(session: Session) -> None:
    where = stage(session)
    sleeper = Contender(CANDIDATE, session, body("time.sleep(60)", head="import time"))
    assert where.turn(where.inputs(1), [sleeper], -1.99) == {}  # waits as long as 2 s allow
    assert sleeper.out


def test_who_sleeps_a_while_is_out_too(session: Session) -> None:
    where = stage(session)
    sleeper = Contender(CANDIDATE, session, body("time.sleep(0.8)", "return 1", head="import time"))
    climb(where, [sleeper])
    assert sleeper.out
    assert not sleeper.costs


def test_runs_are_held_on_one_core(session: Session) -> None:
    where = stage(session)
    source = body("return sorted(os.sched_getaffinity(0))", head="import os")
    found = where.turn(where.inputs(1), [Contender(CANDIDATE, session, source)], 4.0)[CANDIDATE]
    assert found.value == sorted(where.pinned)
    assert len(found.value) == 1
    assert not where.unpinned
    session.unpin()
    session.begin(source, PROBLEM, PROBLEM.limits)
    assert session.call(None, "f", (1,)).value == sorted(session.cpus)
    session.end()


def test_wrong_answers_are_told_from_wrong_references(session: Session) -> None:
    good, bad = body("return x"), body("return -x")
    for name, kind in ((CANDIDATE, WrongOnLargeInput), ("rung", Exception)):
        where = stage(session)
        order = [Contender("best", session, good), Contender(name, session, bad)]
        with pytest.raises(kind, match=r"differs|disagrees"):
            where.turn(where.inputs(1), order, 4.0)


def cost(cpu_s: float) -> Run:
    return Run(value=None, cpu_s=cpu_s, peak_bytes=MEBIBYTE)


def test_every_run_of_a_pair_is_compared(session: Session) -> None:
    """Of the many runs of one that is short, a single one is wrong."""
    where = stage(session)
    right = Contender("rung", session, body("return x"))
    wrong_at = 4
    runs = iter(range(1, 7))

    class Flaky(Contender):
        @property
        def source(self) -> str:
            return body("return x + 1" if next(runs) == wrong_at else "return x")

        @source.setter
        def source(self, _source: str) -> None: ...

    candidate = Flaky(CANDIDATE, session, "")
    right.costs[1], candidate.costs[1] = cost(0.03), cost(0.001)
    pairs = Pairs(where, candidate, [right], 1)
    with pytest.raises(WrongOnLargeInput, match="differs"):
        pairs.take_one(lambda _size, _note: None)
    assert next(runs) == wrong_at + 1


def test_who_is_slow_is_not_repeated_for_one_who_is_quick(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = stage(session)
    slow, quick = (Contender(name, session, "") for name in ("rung", CANDIDATE))
    slow.costs[1], quick.costs[1] = cost(0.03), cost(0.004)
    turns: list[list[str]] = []

    def turn(_inputs: Inputs, order: list[Contender], *_more: Any) -> dict[str, Run]:
        turns.append([one.name for one in order])
        return {one.name: one.costs[1] for one in order}

    monkeypatch.setattr(where, "turn", turn)
    pairs = Pairs(where, quick, [slow], 1)
    assert pairs.take_one(lambda _size, _note: None)
    assert turns == [["rung", CANDIDATE]] + [[CANDIDATE]] * 3
    assert pairs.runtime("rung").ratio == pytest.approx(0.004 / 0.03)


SLOW = (
    "end = time.process_time() + x * x * 1e-7",
    "while time.process_time() < end: pass",
)


def test_a_wrong_answer_between_the_sizes_is_found(session: Session) -> None:
    """Sizes that are there only to see how a cost grows are no place to cheat."""
    where = stage(session, sizes=(250, 1000, 4000, 16000, 64000))
    cheat = body(*SLOW, "return x if x in (250, 1000) else -x", head="import time")
    order = [Contender("best", session, body("return x")), Contender(CANDIDATE, session, cheat)]
    with pytest.raises(WrongOnLargeInput, match="differs"):
        climb(where, order)


def test_what_no_reference_knows_between_the_sizes_is_not_charged(session: Session) -> None:
    where = stage(session, sizes=(250, 1000, 4000, 16000, 64000))
    only = "if x not in (250, 1000, 4000, 16000, 64000): raise ValueError(x)"
    best = Contender("best", session, body(only, "return x"))
    slow = Contender(CANDIDATE, session, body(only, *SLOW, "return x", head="import time"))
    climb(where, [best, slow])
    assert sorted(slow.costs) == [250, 1000]


def test_a_slow_one_is_measured_between_its_sizes(session: Session) -> None:
    """Too slow for the larger sizes, it still tells how its cost grows."""
    source = body(*SLOW, "return 1", head="import time")
    where = stage(session, sizes=(250, 1000, 4000, 16000, 64000))
    slow = Contender(CANDIDATE, session, source)
    climb(where, [slow])
    assert max(slow.costs) == 1000
    assert len(slow.costs) >= 5


RUNGS = [
    Rung(name=name, file="", runtime=share, memory=1.0)
    for name, share in (("slow", 0.2), ("fast", 1.0))
]
SAME = Ratio(1.0, 0.99, 1.01)


def meeting(rung: Rung, ratio: float, reach: float) -> Meeting:
    runtime = Ratio(ratio, ratio / (1 + reach), ratio * (1 + reach))
    return Meeting(rung=rung, size=1, runtime=runtime, memory=SAME, pairs=3)


@pytest.mark.parametrize(
    ("ratio", "reach", "settled"),
    [
        (1.0, 0.05, True),  # on the plateau around a rung nothing changes
        (1.0, 0.40, False),  # it might be on another rung
        (1.24, 0.05, False),  # at the edge of what is on a par
        (2.5, 0.02, True),
        (2.5, 0.30, False),  # between two rungs the marks move with the ratio
    ],
)
def test_pairs_end_when_the_marks_are_certain(ratio: float, reach: float, settled: bool) -> None:
    slow, fast = RUNGS
    meetings = [meeting(slow, ratio / 10, 0.01), meeting(fast, ratio, reach)]
    assert is_settled(meetings, (25, 15)) is settled


def test_boxes_of_references_stay_warm(engine: Engine) -> None:
    problem = make_problem()
    references = References(engine)
    with references.lend(problem) as first:
        pass
    with references.lend(problem) as second:
        assert second is first
        raised = WrongOnLargeInput(1, "wrong")
    with pytest.raises(WrongOnLargeInput), references.lend(problem) as third:
        raise raised
    assert third is first
    with pytest.raises(ZeroDivisionError), references.lend(problem):
        raise ZeroDivisionError
    with references.lend(problem) as fifth:
        assert fifth is not first
    references.close()


def test_the_references_box_never_served_a_submission() -> None:
    """Even where boxes serve again: neither kind of code runs where the other did."""
    engines = Engines(lambda _name, seed: ProcessEngine(seed), serves=5)
    try:
        engine = engines.get("process")
        engine.open(PROBLEM.limits).close()
        with engines.references("process").lend(PROBLEM) as session:
            assert session.facts.served == 0
        again = engine.open(PROBLEM.limits)
        assert again.facts.served == 1
        again.close()
    finally:
        engines.close()


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, ""),
        ({"measures": False}, "kernel of its own"),
        ({"emulated": True}, "emulates"),
    ],
)
def test_where_nothing_can_be_measured_that_is_said(facts: dict[str, Any], words: str) -> None:
    said = cannot(SandboxFacts(engine="docker", **facts))
    assert words in said
    assert bool(said) == bool(facts)
