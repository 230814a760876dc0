"""The sandbox image: what is in it, what it is called, how it is made.

The usual way is `sandbox/Dockerfile`. Where no base image can be pulled, the same content is laid
out from Debian's packages (`grader.debian`) and imported. Either way the tag is the hash of the
content and the recipe, so a changed worker is a new image and an unchanged one is never built
twice.
"""

import hashlib
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from grader import debian
from grader.boxes import PYTHON_OPTIONS
from grader.errors import EngineError
from grader.resources import PACKAGE, resource

REPOSITORY = "grader-sandbox"
OURS = (
    "Dockerfile",
    "requirements.txt",
    "worker.py",
    "keeper.py",
    "hidden.py",
    "child.py",
    "jail.py",
    "bans.py",
)
SHARED = ("wire.py", "policy.py")
"""Files of the package that run on both sides of the wall."""
ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",  # else one for each core, against the process limit
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}
CHANGES = (
    "ENV " + " ".join(f"{name}={value}" for name, value in ENVIRONMENT.items()),
    "USER 65534:65534",
    "WORKDIR /",
    "ENTRYPOINT " + json.dumps(["python3", *PYTHON_OPTIONS, "/grader/worker.py"]),
)


class ImageStore(Protocol):
    """An engine's images."""

    def image_id(self, tag: str) -> str | None: ...
    def architecture(self) -> str: ...
    def build(
        self, context: Path, tag: str, labels: Mapping[str, str], log: Callable[[str], None]
    ) -> None: ...
    def import_root(self, tarball: Path, tag: str, changes: Sequence[str]) -> None: ...
    def list_tags(self) -> list[str]: ...
    def remove(self, tag: str) -> None: ...


def content() -> dict[str, bytes]:
    """Name → bytes of everything of ours that the image is made from."""
    files = {name: resource("sandbox") / name for name in OURS}
    files |= {name: PACKAGE / name for name in SHARED}
    return {name: path.read_bytes() for name, path in sorted(files.items())}


def digest(files: Mapping[str, bytes]) -> str:
    """12 hex digits that change when a name or a byte of the content does."""
    whole = hashlib.sha256()
    for name, data in sorted(files.items()):
        whole.update(f"{name}\0{len(data)}\0".encode() + data)
    return whole.hexdigest()[:12]


def tag() -> str:
    """The name of the image that belongs to this version of the content and of its recipe."""
    recipe = {
        "recipe/changes": "\n".join(CHANGES).encode(),
        "recipe/debian.py": Path(debian.__file__).read_bytes(),
    }
    return f"{REPOSITORY}:{digest({**content(), **recipe})}"


def ensure(store: ImageStore, log: Callable[[str], None]) -> str:
    """The tag of an image that is there; made now if it was not.

    Raises:
        EngineError: it can be made neither way; the text has both reasons.
    """
    name = tag()
    if store.image_id(name) is not None:
        return name
    log("building the sandbox image (once for each version)")
    with tempfile.TemporaryDirectory(prefix="grader-image-") as folder:
        context = Path(folder) / "context"
        context.mkdir()
        files = content()
        for file, data in files.items():
            (context / file).write_bytes(data)
        try:
            store.build(context, name, {"grader.content": name}, log)
        except EngineError as error:
            usual = error.message
        else:
            return name
        log(f"the base image cannot be had ({usual[:120]}); laying it out from Debian's packages")
        try:
            tarball = debian.make_root(Path(folder), files, store.architecture(), log)
            store.import_root(tarball, name, CHANGES)
        except EngineError as error:
            raise EngineError(
                f"the sandbox image cannot be built: {usual}; from Debian's packages: "
                f"{error.message}",
                fix=error.fix
                or "make a registry or Debian's mirrors reachable, then: grader sandbox build",
            ) from None
    return name


def clean(store: ImageStore) -> list[str]:
    """Remove the images of every version; their tags."""
    tags = [t for t in store.list_tags() if t.partition(":")[0] == REPOSITORY]
    for name in tags:
        store.remove(name)
    return tags
