"""The image: named by its content, built once, two ways, and a clear error when neither works."""

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from grader import debian, images
from grader.containers import DockerEngine
from grader.errors import EngineError


class Store:
    """An engine's images in memory."""

    def __init__(self, *, pulls: bool = True, imports: bool = True) -> None:
        self.pulls, self.imports = pulls, imports
        self.tags: set[str] = {"other:1"}
        self.steps: list[str] = []

    def image_id(self, tag: str) -> str | None:
        return tag if tag in self.tags else None

    def architecture(self) -> str:
        return "amd64"

    def build(
        self, context: Path, tag: str, labels: Mapping[str, str], log: Callable[[str], None]
    ) -> None:
        self.steps.append("build")
        assert {path.name for path in context.iterdir()} == set(images.content())
        if not self.pulls:
            raise EngineError("no such base")
        self.tags.add(tag)

    def import_root(self, tarball: Path, tag: str, changes: Sequence[str]) -> None:
        self.steps.append("import")
        if not self.imports:
            raise EngineError("no import")
        self.tags.add(tag)

    def list_tags(self) -> list[str]:
        return sorted(self.tags)

    def remove(self, tag: str) -> None:
        self.tags.remove(tag)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def make_root(folder: Path, *_: object) -> Path:
        return folder / "root.tar"

    monkeypatch.setattr(debian, "make_root", make_root)


def test_built_once() -> None:
    store = Store()
    assert images.ensure(store, print) == images.ensure(store, print) == images.tag()
    assert store.steps == ["build"]


def test_from_packages_where_no_base_can_be_had() -> None:
    store = Store(pulls=False)
    assert images.ensure(store, print) in store.tags
    assert store.steps == ["build", "import"]


def test_neither_way() -> None:
    with pytest.raises(EngineError, match=r"no such base.*no import") as caught:
        images.ensure(Store(pulls=False, imports=False), print)
    assert "grader sandbox build" in caught.value.fix


def test_clean_takes_only_ours() -> None:
    store = Store()
    images.ensure(store, print)
    store.tags.add(f"{images.REPOSITORY}:old")
    assert len(images.clean(store)) == 2
    assert store.tags == {"other:1"}


def test_the_tag_is_the_content() -> None:
    files = images.content()
    assert {"worker.py", "wire.py", "policy.py", "Dockerfile"} <= set(files)
    changed = {**files, "worker.py": files["worker.py"] + b"\n"}
    assert images.digest(files) == images.digest(dict(reversed(files.items())))
    assert images.digest(changed) != images.digest(files)


def test_the_tag_is_the_recipe_too(monkeypatch: pytest.MonkeyPatch) -> None:
    before = images.tag()
    monkeypatch.setattr(images, "CHANGES", (*images.CHANGES, "ENV MORE=1"))
    assert images.tag() != before


def test_the_tag_is_the_same_wherever_the_files_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, sandbox = images.tag(), images.resource("sandbox")
    copy = tmp_path / "elsewhere"
    shutil.copytree(sandbox, copy)
    monkeypatch.setattr(images, "resource", lambda _: copy)
    assert images.tag() == before
    (copy / "child.py").write_bytes((copy / "child.py").read_bytes() + b"\n")
    assert images.tag() != before


def test_both_recipes_say_the_same() -> None:
    dockerfile = images.content()["Dockerfile"].decode().splitlines()
    assert set(images.CHANGES) <= set(dockerfile)


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(EngineError):
        images.ensure(Store(pulls=False, imports=False), print)
    assert not list(tmp_path.iterdir())


def test_bytecode_in_the_image_is_used(docker_engine: DockerEngine) -> None:
    """Stale, it would be compiled again at every start of a box, for twice the time of the rest."""
    said = docker_engine.client.containers.run(
        images.tag(), ["-s", "-P", "-B", "-v", "-c", "import numpy, child"], entrypoint="python3",
        environment={"PYTHONPATH": "/grader"}, remove=True, stdout=False, stderr=True,
        network_mode="none", network_disabled=True,
    )  # fmt: skip
    lines = said.decode().splitlines()
    assert not [line for line in lines if "stale" in line or "code object from /" in line]
    assert any(".pyc matches" in line and "numpy" in line for line in lines)


class Told:
    """A client whose engine has these runtimes."""

    def __init__(self, default: str, **paths: str) -> None:
        runtimes = {name: {"path": path} for name, path in paths.items()}
        self._info = {"DefaultRuntime": default, "Runtimes": runtimes}

    def info(self) -> dict[str, object]:
        return self._info


@pytest.mark.parametrize(
    ("client", "own"),
    [
        (Told("runc", runc="runc", runsc="/usr/bin/runsc"), False),
        (Told("runsc", runsc="/usr/bin/runsc"), True),
        (Told("safer", safer="/opt/bin/runsc"), True),
        (Told("kata", kata=""), False),
    ],
)
def test_a_kernel_of_its_own_is_known_by_the_runtimes_program(client: Told, own: bool) -> None:
    """What it is called is the administrator's choice; a box with one starts otherwise."""
    assert DockerEngine(client=client).has_own_kernel is own  # type: ignore[arg-type]
