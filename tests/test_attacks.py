"""The attack corpus: every folder of `attacks/` is graded in a real container.

After each attack a correct solution is graded in the same container and must be accepted, since a
grader that catches everything by breaking is wrong too; and nothing may be left behind: no process
in the container, no changed file, no container or volume of ours in the engine. See attacks/README.md
for the form of a folder.
"""

import ast
import os
import shutil
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from multiprocessing.util import Finalize
from pathlib import Path
from typing import NamedTuple, TypeGuard

import docker
import msgspec
import pytest

from grader.containers import OWNER_LABEL, ContainerBox, DockerEngine, owner
from grader.errors import SubmissionError
from grader.grading import grade
from grader.model import Limits, Problem, Report, SandboxFacts, Verdict
from grader.problems import load_problem, read_problem
from grader.resources import load_module
from grader.submissions import read_submission

ATTACKS = Path(__file__).parent / "attacks"
JOBS = 2
LIMITS = Limits(
    cpu_s=1.0, wall_s=3.0, import_s=1.0, memory_bytes=256 << 20, output_bytes=1 << 20
)  # fmt: skip
FAMILIES = {"a": 40, "b": 20, "c": 20, "d": 12, "e": 15, "f": 45, "g": 12}
"""How many attacks of each family there are at least; 30 of (f) are routes to a banned name."""
CORRECT = {"knn": "rows.py", "sliding_ctr": "queue.py", "gradient_descent": "vectorised.py"}
REFUSED = "refused"
"""The file is not even read: exit code 2, and nothing runs."""


class Attack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `attack.toml` says."""

    family: str
    problem: str
    expect: list[str]
    why: str
    message: str = ""


class Outcome(NamedTuple):
    """What came of an attack, and of the correct solution after it."""

    verdict: str
    words: str
    after: str
    processes: int
    changed: list[str]
    owner: str


def attacks() -> list[Path]:
    return sorted(path.parent for path in ATTACKS.glob("*/attack.toml"))


def read(folder: Path) -> Attack:
    return msgspec.convert(tomllib.loads((folder / "attack.toml").read_text("utf-8")), Attack)


class Lasting:
    """An engine with one box, which outlasts the gradings that use it."""

    name = "docker"

    def __init__(self) -> None:
        self.engine = DockerEngine()
        self.box: ContainerBox | None = None

    def prepare(self) -> None:
        self.engine.prepare()

    def open(self, limits: Limits) -> "Lasting":
        if self.box is None:
            self.box = self.engine.open(limits)
        return self

    @property
    def facts(self) -> SandboxFacts:
        assert self.box is not None
        return self.box.facts

    case_data_bytes = 0

    def send(self, chunks: Sequence[bytes | memoryview], deadline: float) -> None:
        assert self.box is not None
        self.box.send(chunks, deadline)

    def receive(self, size: int, deadline: float) -> bytearray:
        assert self.box is not None
        return self.box.receive(size, deadline)

    def out_of_memory(self) -> bool:
        return self.box is not None and self.box.out_of_memory()

    def close(self) -> None:
        """The grading is over; the box stays."""

    def discard(self) -> None:
        if self.box is not None:
            self.box.close()
            self.box = None


@cache
def _engine() -> Lasting:
    return Lasting()


@cache
def _problem(slug: str) -> Problem:
    """The problem with limits of the suite's, without its property tests; each test runs once.

    Many cases find what other tests do not; an attack shows in any test.
    """
    problem = load_problem(slug)
    folder = Path(tempfile.mkdtemp(prefix="grader-attacks-")) / slug
    Finalize(None, shutil.rmtree, args=(folder.parent,), exitpriority=1)
    shutil.copytree(problem.folder, folder)
    hidden = folder / "tests" / "test_hidden.py"
    tree = ast.parse(hidden.read_text("utf-8"))
    tree.body = [n for n in tree.body if not any("given(" in d for d in _decorators(n))]
    for mark in filter(_gives_values, ast.walk(tree)):
        del mark.args[1].elts[1:]
    hidden.write_text(ast.unparse(tree), "utf-8")
    return msgspec.structs.replace(read_problem(folder), limits=LIMITS)


def _decorators(node: ast.stmt) -> list[str]:
    return [ast.unparse(decorator) for decorator in getattr(node, "decorator_list", ())]


def _gives_values(node: ast.AST) -> TypeGuard[ast.Call]:
    """Whether it is `pytest.mark.parametrize(names, [values])`."""
    return (
        isinstance(node, ast.Call)
        and ast.unparse(node.func) == "pytest.mark.parametrize"
        and isinstance(node.args[1], ast.List)
    )


def run(folder: Path, scratch: Path) -> Outcome:
    """Grade the attack, then a correct solution in the same box. Runs in a process of the pool."""
    attack, engine = read(folder), _engine()
    problem = _problem(attack.problem)
    verdict, words = _attacked(folder, scratch, problem, engine)
    good = read_submission(problem.folder / "submissions/accepted" / CORRECT[attack.problem])
    after = grade(problem, good, engine, performance=False)
    assert engine.box is not None
    container = engine.box._container
    processes = len(container.top()["Processes"])
    changed = [change["Path"] for change in container.diff() or ()]
    engine.box = None if after.verdict is Verdict.JUDGE_ERROR else engine.box
    return Outcome(verdict, words, f"{after.verdict}: {after.message}", processes, changed, owner())


def _attacked(folder: Path, scratch: Path, problem: Problem, engine: Lasting) -> tuple[str, str]:
    path = folder / "solution.py"
    if (folder / "make.py").exists():
        scratch.mkdir(parents=True)
        path = load_module(folder / "make.py", "make").make(scratch)
    try:
        submission = read_submission(path)
    except SubmissionError as error:
        return REFUSED, str(error)
    report: Report = grade(problem, submission, engine, performance=False)
    return report.verdict, "\n".join([report.message, *(test.message for test in report.tests)])


@pytest.fixture(scope="module")
def outcomes(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory,
    docker_engine: DockerEngine,
) -> Iterator[dict[str, "Future[Outcome]"]]:  # fmt: skip
    """The selected attacks, all under way at once in two processes; afterwards nothing is left."""
    wanted = [
        item.callspec.params["name"]
        for item in request.session.items
        if getattr(item, "originalname", "") == "test_attack"
    ]
    client = docker.from_env()
    volumes = {volume.id for volume in client.volumes.list()}
    scratch = tmp_path_factory.mktemp("attacks")
    with ProcessPoolExecutor(
        JOBS, mp_context=get_context("fork"), initializer=_leave_no_box
    ) as pool:
        futures = {name: pool.submit(run, ATTACKS / name, scratch / name) for name in wanted}
        yield futures
        owners = {future.result().owner for future in futures.values() if not future.exception()}
    for name in owners:
        left = client.containers.list(all=True, filters={"label": f"{OWNER_LABEL}={name}"})
        assert not left, "containers are left behind"
    assert {volume.id for volume in client.volumes.list()} <= volumes
    client.close()


def _leave_no_box() -> None:
    """A process of the pool starts: when it ends, so does its box."""
    Finalize(None, _engine().discard, exitpriority=1)


@pytest.mark.parametrize("name", [folder.name for folder in attacks()])
def test_attack(name: str, outcomes: dict[str, "Future[Outcome]"]) -> None:
    attack = read(ATTACKS / name)
    got = outcomes[name].result(timeout=600)
    assert got.verdict in attack.expect, f"{attack.why}\n{got.words}"
    assert attack.message in got.words
    assert got.after.startswith("accepted"), got.after
    assert got.processes <= 2, "more than the worker and its spare child is left"
    assert not got.changed, "the container's files changed"


def test_every_folder_is_an_attack() -> None:
    folders = {path for path in ATTACKS.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(attacks())
    verdicts = {str(verdict) for verdict in Verdict} | {REFUSED}
    for folder in folders:
        attack = read(folder)
        assert folder.name.startswith(attack.family), folder
        assert attack.problem in CORRECT, folder
        assert attack.why.endswith("."), folder
        assert set(attack.expect) <= verdicts - {"judge_error"}, folder
        assert (folder / "solution.py").exists() != (folder / "make.py").exists(), folder


def test_no_family_is_thin() -> None:
    counts = Counter(read(folder).family for folder in attacks())
    assert {
        family: counts[family] for family in FAMILIES if counts[family] < FAMILIES[family]
    } == {}
    assert sum(counts.values()) >= 150
    routes = [folder for folder in attacks() if "route" in folder.name]
    assert len(routes) >= 30
    classes = [folder for folder in attacks() if read(folder).problem == "sliding_ctr"]
    assert len(classes) >= 20


def test_no_two_attacks_are_the_same() -> None:
    sources = Counter(path.read_bytes() for path in ATTACKS.glob("*/solution.py"))
    assert [source for source, count in sources.items() if count > 1] == []
    assert os.listdir(ATTACKS)
