"""Fixtures shared by all tests. An engine that is missing is a failure here, never a skip."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from grader.boxes import Engine
from grader.containers import DockerEngine
from grader.model import Entry, Limits, Policy, Problem, Weights
from grader.problems import load_problem
from grader.processes import ProcessEngine
from servers import postgres_server


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write tests/golden anew, and look at the diff",
    )


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written rather than compared with."""
    return bool(request.config.getoption("--update-goldens"))


def make_problem(
    *entries: Entry, limits: Limits | None = None, forbid: tuple[str, ...] = ()
) -> Problem:
    """A problem in memory, for tests that need no folder."""
    return Problem(
        slug="try", folder=Path(), digest="", title="Try", topic="from_scratch", difficulty="easy",
        minutes=1, entries=entries or (Entry(name="f", signature="f(x)", parameters=("x",), required=1),),
        limits=limits or Limits(), weights=Weights(),
        policy=Policy(forbid=forbid, reason="it is to be written"), reference="",
    )  # fmt: skip


@pytest.fixture(scope="session", autouse=True)
def _a_store_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Attempts of tests are not kept among those of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def docker_engine() -> Iterator[DockerEngine]:
    """The docker engine with its image: an error, with how to mend it, where there is none."""
    engine = DockerEngine()
    engine.prepare()
    yield engine
    engine.close()


@pytest.fixture(scope="session", params=["docker", "process"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Every engine in turn."""
    if request.param == "process":
        return ProcessEngine()
    engine: DockerEngine = request.getfixturevalue("docker_engine")
    return engine


@pytest.fixture(scope="session")
def knn() -> Problem:
    return load_problem("knn")


@pytest.fixture(scope="session")
def postgres_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server; skipped where there is none."""
    with postgres_server(tmp_path_factory.mktemp("postgres")) as address:
        yield address


_numbers = itertools.count()


@pytest.fixture
def postgres(postgres_address: str) -> str:
    """The URL of an empty database on that server."""
    name = f"grader_{next(_numbers)}"
    engine = sa.create_engine(f"{postgres_address}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return f"{postgres_address}/{name}"
