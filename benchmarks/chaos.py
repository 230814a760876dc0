"""Kill the engine, a container, the worker or the grader itself at random moments of a grading.

Every grading must end as the right verdict or as a `judge_error` with exit 3; one whose grader was
killed must be right when it is run again; and afterwards the sweeper must leave nothing.

    make bench-chaos                 100 gradings
    python -m benchmarks.chaos 20    fewer
"""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import docker
from docker.errors import DockerException
from requests.exceptions import RequestException

from benchmarks.private_engine import PrivateEngine

SAMPLES = {
    "accepted/rows.py": 0,
    "accepted/heap.py": 0,
    "wrong_answer/int32.py": 1,
    "wrong_answer/manhattan.py": 1,
    "run_time_error/exits.py": 1,
    "rejected/sklearn_classifier.py": 1,
}
VICTIMS = ("engine", "engine for good", "container", "worker", "tests", "grader")
LABEL = "grader.box"
STRIKE_TRIES = 60
OUR_FAULT = 3
PROBLEM = Path(__file__).resolve().parent.parent / "problems" / "knn"


class Ended(NamedTuple):
    """How a grading ended: exit code, verdict in result.json ("" without one), words."""

    code: int
    verdict: str
    words: str


class Grading:
    """One `grader submit`, under way."""

    def __init__(self, sample: str, out: Path, environment: dict[str, str]) -> None:
        self.out = out
        self._process = subprocess.Popen(
            [sys.executable, "-m", "grader", "submit", "knn",
             str(PROBLEM / "submissions" / sample), "--no-performance", "--out", str(out)],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        self.pid = self._process.pid

    def tests_pid(self) -> int | None:
        """The process that was forked for the tests, while there is one."""
        try:
            found = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        except OSError:
            return None
        return int(found[0]) if found else None

    def is_over(self) -> bool:
        """Whether it has ended by itself."""
        return self._process.poll() is not None

    def end(self) -> Ended:
        """Wait for it."""
        words, _ = self._process.communicate(timeout=300)
        result = self.out / "result.json"
        verdict = json.loads(result.read_text())["verdict"] if result.exists() else ""
        return Ended(self._process.returncode, verdict, words)


def boxes(client: docker.DockerClient) -> list[docker.models.containers.Container]:
    """The grader's containers in the engine."""
    found: list[docker.models.containers.Container] = client.containers.list(
        all=True, filters={"label": LABEL}, ignore_removed=True
    )
    return found


def strike(victim: str, grading: Grading, engine: PrivateEngine) -> bool:
    """Kill it; whether there was anything to kill."""
    if victim.startswith("engine"):
        engine.kill()
        return True
    if victim in ("grader", "tests"):
        pid = grading.pid if victim == "grader" else grading.tests_pid()
        if pid is None:
            return False
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        return True
    client = docker.DockerClient(base_url=engine.host)
    try:
        running = [box for box in boxes(client) if box.status == "running"]
        if not running:
            return False
        if victim == "container":
            running[-1].remove(force=True)
        else:
            pid = client.api.inspect_container(running[-1].id)["State"]["Pid"]
            if not pid:  # it has just ended: 0 would be ourselves
                return False
            os.kill(pid, signal.SIGKILL)
        return True
    except (DockerException, RequestException, ProcessLookupError):
        return False
    finally:
        client.close()


def main(count: int) -> int:
    """Run `count` gradings; 0 when none went wrong."""
    rng = random.Random(20)
    engine = PrivateEngine()
    environment = {**os.environ, "DOCKER_HOST": engine.host}
    tally: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    scratch = Path(tempfile.mkdtemp(prefix="grader-chaos-"))
    try:
        engine.start()
        subprocess.run(
            [sys.executable, "-m", "grader", "sandbox", "build"], env=environment, check=True
        )
        typical = _typical_s(scratch, environment)
        print(f"an undisturbed grading takes {typical:.1f} s")
        for number in range(count):
            victim, sample = VICTIMS[number % len(VICTIMS)], rng.choice(list(SAMPLES))
            grading = Grading(sample, scratch / str(number), environment)
            time.sleep(rng.uniform(0, 1.1 * typical))
            struck = strike(victim, grading, engine)
            for _ in range(STRIKE_TRIES):  # it may not be there yet
                if struck or grading.is_over():
                    break
                time.sleep(0.05)
                struck = strike(victim, grading, engine)
            if victim == "engine":
                engine.start()
            ended = grading.end()
            if victim == "engine for good":
                engine.start()
            how = _how(ended, victim, SAMPLES[sample])
            if how == "killed":  # the same command again must give what it should have given
                ended = Grading(sample, scratch / f"{number}-again", environment).end()
                how = "right when run again" if ended.code == SAMPLES[sample] else "WRONG"
            tally[victim, how if struck else f"{how} (nothing to kill)"] += 1
            if how == "WRONG":
                wrong.append(f"{number} {victim} {sample}: {ended}")
            print(f"{number + 1:4} {victim:16} {sample:32} exit {ended.code:3}  {how}", flush=True)
        subprocess.run([sys.executable, "-m", "grader", "doctor"], env=environment, check=True,
                       stdout=subprocess.DEVNULL)  # fmt: skip
        client = docker.DockerClient(base_url=engine.host)
        left = len(boxes(client))
        client.close()
    finally:
        engine.stop()
    for (victim, how), times in sorted(tally.items()):
        print(f"{victim:16} {how:40} {times:4}")
    print(f"{len(wrong)} of {count} went wrong; {left} containers are left after grader doctor")
    print("\n".join(wrong))
    return 1 if wrong or left else 0


def _typical_s(scratch: Path, environment: dict[str, str]) -> float:
    start = time.monotonic()
    Grading("accepted/rows.py", scratch / "typical", environment).end()
    return time.monotonic() - start


def _how(ended: Ended, victim: str, right: int) -> str:
    if ended.code == right:
        return "right verdict"
    if ended.code == OUR_FAULT and ended.verdict in ("", "judge_error"):
        return "judge_error"
    return "killed" if victim == "grader" and ended.code == -signal.SIGKILL else "WRONG"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
