"""The results that were kept, each by the key of all that decides it.

The same text of a submission, graded on the same problem by the same grader in the same sandbox,
has the same key, whoever handed it in: it is graded once.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

import msgspec
import sqlalchemy as sa

from grader.model import Report, Verdict
from grader.store import METADATA, Store

RESULTS = sa.Table(
    "results",
    METADATA,
    sa.Column("key", sa.String(64), primary_key=True),
    sa.Column("problem", sa.String(64), nullable=False, index=True),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("candidate", sa.Text, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("verdict", sa.String(32), nullable=False),
    sa.Column("total", sa.Float, nullable=False),
    sa.Column("max", sa.Float, nullable=False),
    sa.Column("image", sa.Text, nullable=False),
    sa.Column("grader_version", sa.Text, nullable=False),
    sa.Column("started", sa.String(40), nullable=False),
    sa.Column("duration_s", sa.Float, nullable=False),
    sa.Column("kept", sa.String(40), nullable=False),
    sa.Column("result", sa.Text, nullable=False),  # result.json, whole
)
MOST_KEYS = 500
"""How many keys one question to the database names."""


def key_of(*parts: str) -> str:
    """The key of a result from all that decides it."""
    return hashlib.sha256("\0".join(f"{len(part)}:{part}" for part in parts).encode()).hexdigest()


def keep(store: Store, key: str, report: Report) -> None:
    """Keep a result for good; it is on the disk when this returns. The first of a key stays.

    Raises:
        ValueError: a `judge_error`, which says nothing of the submission.
        StoreError: it cannot be written.
    """
    if report.verdict is Verdict.JUDGE_ERROR:
        raise ValueError("a fault of ours is no result")
    row = {
        "key": key,
        "problem": report.problem.slug,
        "digest": report.problem.digest,
        "candidate": report.candidate.replace("\0", "\\x00"),  # PostgreSQL's text has no NUL
        "sha256": report.submission.sha256,
        "verdict": str(report.verdict),
        "total": report.score.total,
        "max": report.score.max,
        "image": report.sandbox.image,
        "grader_version": report.grader_version,
        "started": report.started,
        "duration_s": report.duration_s,
        "kept": datetime.now(UTC).isoformat(timespec="seconds"),
        "result": msgspec.json.encode(report).decode(),
    }
    with store.writing() as connection:
        there = sa.select(RESULTS.c.key).where(RESULTS.c.key == key)
        if connection.execute(there).first() is None:
            connection.execute(RESULTS.insert().values(row))


def known(store: Store, keys: Iterable[str]) -> dict[str, Verdict]:
    """Which of `keys` there are results of, and their verdicts."""
    found: dict[str, Verdict] = {}
    for some in _chunks(list(dict.fromkeys(keys))):
        wanted = sa.select(RESULTS.c.key, RESULTS.c.verdict).where(RESULTS.c.key.in_(some))
        with store.reading() as connection:
            found |= {key: Verdict(verdict) for key, verdict in connection.execute(wanted)}
    return found


def result(store: Store, key: str) -> bytes | None:
    """The result.json (on one line) of a key, for `grader.results.parse_result`."""
    with store.reading() as connection:
        wanted = sa.select(RESULTS.c.result).where(RESULTS.c.key == key)
        text = connection.execute(wanted).scalar_one_or_none()
    return None if text is None else str(text).encode()


def forget(store: Store, keys: Iterable[str]) -> int:
    """Delete the results of `keys`; how many there were."""
    count = 0
    for some in _chunks(list(dict.fromkeys(keys))):
        with store.writing() as connection:
            count += connection.execute(RESULTS.delete().where(RESULTS.c.key.in_(some))).rowcount
    return count


def _chunks(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), MOST_KEYS):
        yield keys[start : start + MOST_KEYS]
