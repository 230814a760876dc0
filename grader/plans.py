"""`batch.toml`: which problems, whose submissions, and where the results go."""

import os
from pathlib import Path

import msgspec

from grader.display import shorten, visible
from grader.errors import UsageError
from grader.model import Frozen


class Plan(Frozen, frozen=True, kw_only=True):
    """`batch.toml`."""

    problems: tuple[str, ...]
    submissions: tuple[str, ...]
    """Folders, files and rosters, relative to the file's own folder."""
    out: str = ""


def read_plan(path: Path) -> Plan:
    """A `batch.toml`, with its paths as seen from here.

    Raises:
        UsageError: it cannot be read, or a key of it is wrong.
    """
    try:
        plan = msgspec.toml.decode(path.read_bytes(), type=Plan)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path}: {visible(shorten(str(error), 300))}",
            fix='it has problems = ["knn", …], submissions = ["folder", …] and, if wanted, out',
        ) from None
    if not plan.problems or not plan.submissions:
        key = "submissions" if plan.problems else "problems"
        raise UsageError(f"{path}: {key}: is empty", fix="name at least one")

    def seen(name: str) -> str:
        return str(path.parent / name)

    return Plan(
        problems=tuple(
            seen(name) if "/" in name and not os.path.isabs(name) else name
            for name in plan.problems
        ),
        submissions=tuple(map(seen, plan.submissions)),
        out=seen(plan.out) if plan.out else "",
    )
