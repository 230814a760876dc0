"""Whole gradings in real containers: every verdict, bad luck of ours, and nothing left behind."""

import contextlib
import multiprocessing
import threading
import time
from pathlib import Path

import docker
import pytest

from conftest import make_problem
from grader.containers import LABEL, OWNER_LABEL, DockerEngine, owner
from grader.grading import grade
from grader.model import Limits, Problem, Report, Submission, Verdict, to_json
from grader.outcomes import CandidateStopped
from grader.session import Session
from grader.submissions import read_submission

ACCEPTED = "knn/submissions/accepted"


def submission(source: str) -> Submission:
    return Submission(candidate="c", file="c.py", source=source, sha256="0" * 64, bytes=len(source))


def sample(problem: Problem, name: str) -> Submission:
    return read_submission(problem.folder / "submissions" / name)


def boxes() -> int:
    """How many boxes this process owns: others may grade beside it."""
    client = docker.from_env()
    try:
        return len(client.containers.list(all=True, filters={"label": f"{OWNER_LABEL}={owner()}"}))
    finally:
        client.close()


VERDICTS = {
    "accepted/rows.py": Verdict.ACCEPTED,
    "wrong_answer/manhattan.py": Verdict.WRONG_ANSWER,
    "run_time_error/raises.py": Verdict.RUN_TIME_ERROR,
    "time_limit_exceeded/endless.py": Verdict.TIME_LIMIT_EXCEEDED,
    "memory_limit_exceeded/hog.py": Verdict.MEMORY_LIMIT_EXCEEDED,
    "output_limit_exceeded/everything.py": Verdict.OUTPUT_LIMIT_EXCEEDED,
    "rejected/sklearn_classifier.py": Verdict.REJECTED,
}


@pytest.mark.parametrize("name", VERDICTS)
def test_every_verdict(docker_engine: DockerEngine, knn: Problem, name: str) -> None:
    before = boxes()
    report = grade(knn, sample(knn, name), docker_engine, performance=False)
    assert report.verdict is VERDICTS[name], report.message
    failed = [test for test in report.tests if test.verdict is not Verdict.ACCEPTED]
    assert all(test.message for test in failed)
    assert bool(failed) == (report.verdict is not Verdict.ACCEPTED)
    assert boxes() == before


def test_runtime_and_memory_become_marks(docker_engine: DockerEngine, knn: Problem) -> None:
    slow = grade(knn, sample(knn, "accepted/loops.py"), docker_engine)
    fast = grade(knn, sample(knn, "accepted/matmul.py"), docker_engine)
    assert slow.performance is not None
    assert fast.performance is not None
    assert slow.verdict is fast.verdict is Verdict.ACCEPTED
    assert slow.performance.runtime is not None
    assert slow.performance.runtime.rung == "loops"
    assert slow.score.runtime.points < fast.score.runtime.points
    assert fast.score.total > 90
    assert len(fast.performance.sizes) >= 5


def test_a_wrong_answer_on_a_measured_input_is_a_failed_test(
    docker_engine: DockerEngine, knn: Problem
) -> None:
    source = sample(knn, "accepted/rows.py").source + (
        "\nright = knn_predict\ndef knn_predict(train_X, train_y, queries, k):\n"
        "    found = right(train_X, train_y, queries, k)\n"
        "    return [-1] * len(found) if len(train_X) > 2000 else found\n"
    )
    report = grade(knn, submission(source), docker_engine)
    assert report.verdict is Verdict.WRONG_ANSWER
    assert "3200" in report.tests[-1].message
    assert report.score.runtime.points == 0


def test_slow_and_right_is_accepted(docker_engine: DockerEngine, knn: Problem) -> None:
    """At the edge of the measuring budget a submission loses marks, never its verdict."""
    source = sample(knn, "accepted/rows.py").source.replace(
        "    answers = []",
        "    import time\n    end = time.process_time() + (1.45 if len(queries) > 11 and"
        " len(train_X) == 400 else 0)\n    while time.process_time() < end: pass\n    answers = []",
    )
    report = grade(knn, submission(source), docker_engine)
    assert report.verdict is Verdict.ACCEPTED, report.message
    assert report.score.runtime.points == 0


def test_text_that_no_encoding_holds(docker_engine: DockerEngine, knn: Problem) -> None:
    """Lone surrogates from a candidate end up readable in the result."""
    for body in ("raise ValueError('\\ud800')", "return '\\ud800'", "print('\\ud800')"):
        report = grade(
            knn, submission(f"def knn_predict(a, b, c, d):\n    {body}\n"), docker_engine,
            performance=False,
        )  # fmt: skip
        assert b"ud800" in to_json(report)
        assert report.verdict in (Verdict.RUN_TIME_ERROR, Verdict.WRONG_ANSWER)


def test_a_fault_before_anything_ran(docker_engine: DockerEngine, knn: Problem) -> None:
    broken = Submission(
        candidate="c", file="c.py", source="", sha256="0" * 64, bytes=1, fault="not UTF-8"
    )
    report = grade(knn, broken, docker_engine)
    assert report.verdict is Verdict.RUN_TIME_ERROR
    assert {test.message for test in report.tests} == {"not UTF-8"}


def _burn(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_twenty_hogs_on_a_busy_machine(docker_engine: DockerEngine) -> None:
    """Every one is seen as out of memory, none as out of time."""
    context = multiprocessing.get_context("fork")
    burners = [context.Process(target=_burn, args=(60.0,)) for _ in range(2)]
    for burner in burners:
        burner.start()
    problem = make_problem(limits=Limits(cpu_s=2.0, memory_bytes=256 << 20))
    hog = "import numpy as np\ndef f(x):\n    a = []\n    while True: a.append(np.ones(1 << 20))\n"
    session = Session(docker_engine.open(problem.limits))
    endings = []
    try:
        for _ in range(20):
            session.begin(hog, problem, problem.limits)
            with pytest.raises(CandidateStopped) as caught:
                session.call(None, "f", (1,))
            endings.append(caught.value.ending.kind)
            session.end()
    finally:
        session.close()
        for burner in burners:
            burner.kill()
            burner.join()
    assert endings == ["memory"] * 20


@pytest.mark.parametrize(("kills", "verdict"), [(1, Verdict.ACCEPTED), (1000, Verdict.JUDGE_ERROR)])
def test_a_container_killed_in_the_middle_is_our_fault(
    docker_engine: DockerEngine, knn: Problem, kills: int, verdict: Verdict
) -> None:
    """Killed once, it is graded again; killed again, that is no verdict on the candidate."""
    stop = threading.Event()

    def killer() -> None:
        client, left = docker.from_env(), kills
        while left and not stop.is_set():
            for container in client.containers.list(
                filters={"label": f"{OWNER_LABEL}={owner()}", "status": "running"},
                ignore_removed=True,
            ):
                with contextlib.suppress(docker.errors.APIError):
                    container.kill()
                    left -= 1
            time.sleep(0.05)
        client.close()

    source = sample(knn, "accepted/rows.py").source.replace(
        "    answers = []", "    import time; time.sleep(0.01)\n    answers = []"
    )
    before = boxes()
    thread = threading.Thread(target=killer)
    thread.start()
    try:
        report: Report = grade(knn, submission(source), docker_engine, performance=False)
    finally:
        stop.set()
        thread.join()
    assert report.verdict is verdict, report.message
    assert boxes() == before, "a box that was killed before it could answer is left behind"
    if verdict is Verdict.JUDGE_ERROR:
        assert report.score.total == 0
        assert "gone" in report.message


def test_the_sweeper_takes_what_was_forgotten(docker_engine: DockerEngine) -> None:
    before = boxes()
    box = docker_engine.open(Limits())
    assert docker_engine.sweep() == 0, "one in use must stay"
    client = docker.from_env()
    client.containers.create(
        docker_engine._image,
        labels={LABEL: "1", "grader.owner": "gone/1/2", "grader.deadline": "1"},
    )
    client.close()
    assert docker_engine.sweep() == 1
    box.close()
    assert boxes() == before


def test_tests_of_an_author_that_fail_by_themselves_are_not_charged(
    docker_engine: DockerEngine, tmp_path: Path, knn: Problem
) -> None:
    import shutil

    from grader.errors import ProblemError
    from grader.problems import read_problem

    folder = tmp_path / "broken"
    shutil.copytree(knn.folder, folder)
    (folder / "tests" / "test_hidden.py").write_text("def test_it(candidate):\n    1 / 0\n")
    with pytest.raises(ProblemError, match="ZeroDivisionError"):
        grade(read_problem(folder), sample(knn, "accepted/rows.py"), docker_engine)
    (folder / "tests" / "test_hidden.py").write_text("import nowhere\n")
    with pytest.raises(ProblemError, match="nowhere"):
        grade(read_problem(folder), sample(knn, "accepted/rows.py"), docker_engine)
