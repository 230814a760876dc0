"""A problem proves itself: verdicts, hash seeds, engines, the ladder, boxes that serve again."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import numpy as np
import pytest

from grader.boxes import Engine
from grader.errors import EngineError
from grader.junit import junit
from grader.ladders import examine
from grader.model import Limits, Problem
from grader.problems import read_problem
from grader.processes import ProcessBox, ProcessEngine
from grader.reusing import SERVES, ReusingEngine, is_clean, plant
from grader.scaffolding import new_problem
from grader.session import Session
from grader.sharing import Engines, share
from grader.verifying import WHOLE, Proof, verify

BY_HASH = '''
def new_problem(X):
    """Right under one hash seed only."""
    if not X or any(len(row) != len(X[0]) for row in X):
        raise ValueError
    return [sum(c) / len(X) + (hash("a") != %d) for c in zip(*X)]
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new problem with a reference, a wrong sample and few tests."""
    folder = new_problem("means", tmp_path)
    shutil.rmtree(folder / "submissions" / "run_time_error")
    (folder / "submissions" / "accepted" / "vectorised.py").unlink()
    (folder / "submissions" / "wrong_answer" / "of_each_row.py").unlink()
    shutil.copy(folder / "tests" / "test_visible.py", folder / "tests" / "test_hidden.py")
    return folder


def proved(
    folder: Path, jobs: int = 1, engines: tuple[str, ...] = ("process",)
) -> dict[str, Proof]:
    seen: list[Proof] = []

    def make(_name: str, seed: str) -> ProcessEngine:
        return ProcessEngine(seed)

    found = verify([read_problem(folder)], make, engines=engines, jobs=jobs, watch=seen.append)
    assert sorted(p.name for p in seen) == sorted(p.name for p in found)
    return {Path(proof.name).stem: proof for proof in found}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_new_problem_proves_itself(folder: Path, jobs: int) -> None:
    found = proved(folder, jobs, engines=("docker", "process"))  # both are the process engine here
    assert list(found) == ["plain", "whole_division", "windows", "tests"]
    assert all(proof.ok for proof in found.values())
    where = [run.rpartition(", box")[0] for run in found["plain"].runs]
    assert where == [
        "docker, hash seed 0",
        "process, hash seed 1, one process for all calls",
    ]
    assert len(found["whole_division"].runs) == 1
    assert "whole_division" in found["windows"].detail


def test_a_reference_that_needs_one_hash_seed_fails(folder: Path) -> None:
    seeded = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [sys.executable, "-c", "print(hash('a'))"], env=seeded, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    path = folder / "submissions" / "accepted" / "by_hash.py"
    path.write_text(BY_HASH.replace("new_problem", "means") % int(done.stdout))
    proof = proved(folder)["by_hash"]
    assert not proof.ok
    assert "wrong_answer, expected accepted" in proof.detail
    assert "hash seed 1" in proof.detail


def test_a_reference_that_keeps_something_of_a_call_fails(folder: Path) -> None:
    source = (folder / "submissions" / "accepted" / "plain.py").read_text()
    keeps = "    seen.append(X)\n    if len(seen) > 2:\n        return []\n    return"
    source = "seen = []\n\n\n" + source.replace("    return", keeps)
    (folder / "submissions" / "accepted" / "keeps.py").write_text(source)
    found = proved(folder)
    assert found["plain"].ok
    assert not found["keeps"].ok
    assert "wrong_answer, expected accepted" in found["keeps"].detail
    assert "one process for all calls" in found["keeps"].detail


def test_a_tolerance_with_no_room_fails(folder: Path) -> None:
    source = (folder / "submissions" / "accepted" / "plain.py").read_text()
    near = source.replace("/ len(X)", "/ len(X) + 9e-7")  # within rtol 1e-6 of 1.5
    (folder / "submissions" / "accepted" / "near.py").write_text(near)
    wrong = source.replace("/ len(X)", "/ len(X) + 1e-5")
    (folder / "submissions" / "wrong_answer" / "a_little_off.py").write_text(wrong)
    proof = proved(folder)["windows"]
    assert not proof.ok
    assert proof.group == WHOLE
    assert "a_little_off" in proof.detail


IDLE = """

def test_edge_of_no_use(candidate):
    assert candidate.means([[1.0]]) == [1.0]
"""


def test_a_hidden_test_that_no_wrong_sample_fails_is_named(folder: Path) -> None:
    with (folder / "tests" / "test_hidden.py").open("a") as file:
        file.write(IDLE)
    found = proved(folder)
    assert found["tests"].ok, "it is a note"
    assert "test_edge_of_no_use" in found["tests"].detail
    assert found["whole_division"].failed
    for name in found["whole_division"].failed:
        assert name not in found["tests"].detail


LATE = """

from hypothesis import given, strategies

calls = []


@given(n=strategies.integers())
def test_relation_late(candidate, n):
    calls.append(n)
    if len(calls) > 15:
        assert candidate.means([[7.0]]) == [7.0]
"""


def test_a_mistake_that_few_examples_do_not_show_is_found_by_all(folder: Path) -> None:
    with (folder / "tests" / "test_hidden.py").open("a") as file:
        file.write(LATE)
    source = (folder / "submissions" / "accepted" / "plain.py").read_text()
    late = source.replace("    return", "    if X == [[7.0]]:\n        return [0.0]\n    return")
    assert late != source
    (folder / "submissions" / "wrong_answer" / "seven.py").write_text(late)
    proof = proved(folder)["seven"]
    assert proof.ok
    assert len(proof.runs) == 2
    assert proof.failed == ("test_relation_late",)


WHO = """

from pathlib import Path

import pytest


@pytest.mark.parametrize("n", range(4))
def test_relation_who(candidate, n):
    answer = candidate.means([[100.0 + n]])
    if answer[0] < 0:
        with Path("{pids}").open("a") as file:
            print(answer[0], file=file)
    assert n != 1 or answer == [101.0]
"""


def test_all_tests_share_a_process_but_what_fails_first_fails_in_its_own_too(
    folder: Path, tmp_path: Path
) -> None:
    with (folder / "tests" / "test_hidden.py").open("a") as file:
        file.write(WHO.format(pids=tmp_path / "pids"))
    source = (folder / "submissions" / "accepted" / "plain.py").read_text()
    tells = (
        "    if X and X[0] and X[0][0] >= 100.0:\n        return [-float(os.getpid())]\n    return"
    )
    source = "import os\n" + source.replace("    return", tells)
    (folder / "submissions" / "wrong_answer" / "tells_who.py").write_text(source)
    proof = proved(folder)["tells_who"]
    assert proof.ok
    assert proof.failed == ("test_relation_who[1]",)
    first, failing, again, *others = (tmp_path / "pids").read_text().split()
    assert first == failing != again
    assert len(others) == 2
    assert len({failing, again, *others}) == 3


def test_a_sample_that_is_wrong_only_by_what_its_process_kept_is_not_refuted(folder: Path) -> None:
    source = (folder / "submissions" / "accepted" / "plain.py").read_text()
    keeps = source.replace(
        "    return", "    seen.append(X)\n    if len(seen) > 2:\n        return None\n    return"
    )
    assert keeps != source
    (folder / "submissions" / "wrong_answer" / "keeps.py").write_text("seen = []\n" + keeps)
    proof = proved(folder)["keeps"]
    assert not proof.ok
    assert proof.detail.startswith("accepted, expected wrong_answer")


PLAIN_PYTEST = """

import warnings

import pytest


@pytest.mark.filterwarnings("error")
def test_edge_plain_pytest(candidate, capsys):
    print(candidate.means([[7.0]]))
    assert "7" in capsys.readouterr().out
    with pytest.raises(UserWarning):
        warnings.warn("told", UserWarning)
"""


def test_what_pytest_gives_is_there_where_many_are_graded(folder: Path) -> None:
    with (folder / "tests" / "test_hidden.py").open("a") as file:
        file.write(PLAIN_PYTEST)
    proof = proved(folder)["plain"]
    assert proof.ok, proof.detail


GIVES_A_CLASS = """
def test_edge_gives_a_class(candidate):
    assert candidate.means(int) == []
"""


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("text", "what"), [("import nowhere\n", "nowhere"), (GIVES_A_CLASS, "a class")]
)
def test_a_broken_test_fails_its_own_problem_and_no_other(
    folder: Path, jobs: int, text: str, what: str
) -> None:
    broken = shutil.copytree(folder, folder.parent / "other set" / "means")
    (broken / "tests" / "test_hidden.py").write_text(text)
    problems = [read_problem(broken), read_problem(folder)]
    found = verify(
        problems, lambda _name, seed: ProcessEngine(seed), engines=("process",), jobs=jobs
    )
    assert [(Path(proof.name).stem, proof.ok) for proof in found] == [
        ("plain", False), ("whole_division", False), ("windows", True), ("tests", True),
        ("plain", True), ("whole_division", True), ("windows", True), ("tests", True),
    ]  # fmt: skip
    for proof in found[:2]:
        assert "test_hidden.py" in proof.detail
        assert what in proof.detail
    assert "whole_division" in found[6].detail


def test_junit_names_problem_and_sample(folder: Path) -> None:
    found = proved(folder)
    root = ElementTree.fromstring(junit(list(found.values())).encode())
    cases = {case.get("name"): case for case in root.iter("testcase")}
    assert "means/submissions/accepted/plain.py" in cases
    notes = cases["means/submissions/accepted/plain.py"].findtext("system-out")
    assert notes is not None
    assert "hash seed 1" in notes


# --------------------------------------------------------------------------- ladders

WORKLOAD = """
FUNCTION = "means"
SIZES = (1000, 2000, 4000, 8000, 16000)

def make(size, rng):
    return (rng.normal(size=(size, 2)).tolist(),)
"""
RUNG = '\n[[ladder]]\nname = "{0}"\nfile = "submissions/accepted/{0}.py"\nruntime = {1}\nmemory = 1.0\n'


def with_ladder(folder: Path, **sources: str) -> Problem:
    (folder / "workload.py").write_text(WORKLOAD)
    text = (folder / "problem.toml").read_text()
    for index, (name, source) in enumerate(sources.items()):
        (folder / "submissions" / "accepted" / f"{name}.py").write_text(source)
        text += RUNG.format(name, 1.0 if index else 0.5)
    (folder / "problem.toml").write_text(text)
    return read_problem(folder)


FAST = "def means(X):\n    return [sum(c) / len(X) for c in zip(*X)]\n"
SLOW = "def means(X):\n    for _ in range(20):\n        sum(sum(row) for row in X)\n" + FAST[14:]


@pytest.mark.parametrize(
    ("slow", "fast", "fault"),
    [
        (SLOW, FAST, ""),
        (FAST, FAST, "not 1.32 apart"),
        (FAST, SLOW, "the slower rung is the faster"),
        (SLOW, FAST.replace("len(X)", "1"), "disagrees at size 1000"),
        (SLOW, "def means(X):\n    raise KeyError(1)\n", "KeyError"),
    ],
)
def test_ladder(folder: Path, slow: str, fast: str, fault: str) -> None:
    problem = with_ladder(folder, slow=slow, fast=fast)
    session = Session(ProcessEngine().open(problem.limits))
    try:
        found = examine(problem, [], session)
    finally:
        session.close()
    assert [fault in text for text in found.faults] == ([True] if fault else [])
    if not fault:
        assert "slow / fast at 16,000: runtime" in found.steps[0]


def test_every_accepted_sample_agrees_on_the_measured_inputs(folder: Path) -> None:
    problem = with_ladder(folder, slow=SLOW, fast=FAST)
    session = Session(ProcessEngine().open(problem.limits))
    try:
        found = examine(
            problem, [("odd", FAST.replace("/ len(X)", "/ min(len(X), 3000)"))], session
        )
    finally:
        session.close()
    assert len(found.faults) == 1
    assert found.faults[0].endswith("'odd' disagrees at size 4000")


# --------------------------------------------------------------------------- boxes that serve again


def test_a_box_serves_again(engine: Engine) -> None:
    kept = ReusingEngine(engine)
    try:
        first = kept.open(Limits())
        assert first.facts.served == 0
        own = Session(first)
        own.close()
        second = kept.open(Limits())
        assert second.facts.served == 1
        other = kept.open(Limits())  # the kept one is in use
        assert other.facts.served == 0
        third = Limits(memory_bytes=64 << 20)
        second.close()
        other.close()
        last = kept.open(third)
        assert last.facts.served == 0  # other limits, another box
        last.close()
    finally:
        kept.close()


def test_a_box_is_thrown_away_after_its_share() -> None:
    kept = ReusingEngine(ProcessEngine(), serves=2)
    served = []
    for _ in range(4):
        box = kept.open(Limits())
        served.append(box.facts.served)
        box.close()
    kept.close()
    assert served == [0, 1, 0, 1]
    assert SERVES > 2


def test_a_box_with_something_left_in_it_is_thrown_away(
    engine: Engine, knn: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = engine.open(Limits())
    canary = plant(box)
    session = Session(box)
    assert is_clean(box, canary)
    session.begin("def knn_predict(train_X, train_y, queries, k): return 1", knn, Limits())
    assert is_clean(box, canary)  # ends the case itself
    session.begin("def knn_predict(train_X, train_y, queries, k): return 1", knn, Limits())
    assert is_clean(box, canary)  # and a second one
    for wrong in ({"secret": "another"}, {"code": "changed"}, {"left": ("process 9",)}):
        with monkeypatch.context() as patched:
            found = msgspec.structs.replace(canary, **wrong)
            patched.setattr(Session, "canary", lambda *_, found=found: found)
            assert not is_clean(box, canary)
    assert not is_clean(box, msgspec.structs.replace(canary, secret="another worker's"))
    session.close()
    assert not is_clean(box, canary)


def test_a_box_out_of_step_is_thrown_away() -> None:
    engine = ProcessEngine()
    kept = ReusingEngine(engine)
    box = kept.open(Limits())
    Session(box)
    # Half of a frame is on its way: the next answer is not to the next question.
    box.send([b"\0" * 3], time.monotonic() + 5)
    start = time.monotonic()
    os.kill(_pid(box), signal.SIGKILL)
    box.close()
    assert time.monotonic() - start < 30
    last = kept.open(Limits())
    assert last.facts.served == 0
    last.close()
    kept.close()


def _pid(box: object) -> int:
    inner = box._box  # type: ignore[attr-defined]
    assert isinstance(inner, ProcessBox)
    return inner._process.pid


def test_a_fork_gives_nothing_back() -> None:
    kept = ReusingEngine(ProcessEngine())
    box = kept.open(Limits())
    kept._owner = -1  # as in a fork
    box.close()
    assert kept._kept is None


# --------------------------------------------------------------------------- sharing


def test_results_come_with_their_index() -> None:
    def square(item: int, _engines: Engines) -> int:
        return item * item

    for jobs in (1, 2):
        found = share(range(5), square, lambda _n, seed: ProcessEngine(seed), jobs=jobs)
        assert dict(found) == {i: i * i for i in range(5)}


def test_an_error_keeps_its_kind() -> None:
    def fail(item: int, _engines: Engines) -> int:
        raise EngineError(f"no engine for {item}")

    for jobs in (1, 2):
        with pytest.raises(EngineError, match="no engine"):
            list(share([1, 2, 3], fail, lambda _n, seed: ProcessEngine(seed), jobs=jobs))


ORPHANS = """
import os, sys, time
from grader.model import Limits
from grader.processes import ProcessEngine
from grader.sharing import share

def work(item, engines):
    box = engines.get("process").open(Limits())
    try:
        print(os.getpid(), box._box._process.pid, flush=True)
        time.sleep({seconds})
    finally:
        box.close()
    return item

for _ in share([1, 2], work, lambda _n, seed: ProcessEngine(seed), jobs=2):
    pass
time.sleep(60)
"""


@pytest.mark.parametrize("seconds", [0, 60], ids=["idle", "busy"])
def test_workers_and_their_boxes_end_with_a_killed_parent(seconds: int) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", ORPHANS.format(seconds=seconds)], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    pids = [int(word) for _ in range(2) for word in parent.stdout.readline().split()]
    time.sleep(0.5)  # until the idle ones are idle
    parent.kill()
    parent.wait()
    parent.stdout.close()
    end = time.monotonic() + 40
    while any(_runs(pid) for pid in pids) and time.monotonic() < end:
        time.sleep(0.1)
    assert not [pid for pid in pids if _runs(pid)]


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_proof_is_plain_data(folder: Path) -> None:
    proof = next(iter(proved(folder).values()))
    assert msgspec.json.decode(msgspec.json.encode(proof), type=Proof) == proof
    assert np.isfinite(proof.duration_s)
