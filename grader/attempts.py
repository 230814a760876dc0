"""Interviews and attempts in the store. An attempt is on the disk before its grading begins."""

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import msgspec
import sqlalchemy as sa

from grader.display import one_line, shorten
from grader.errors import UsageError
from grader.interviews import Interview, local
from grader.model import Frozen, HandedIn, Problem, Report, Submission, Verdict
from grader.store import METADATA, Store

LINGERS_S = 24 * 3600.0
"""So long after its end a file that is handed in by name still belongs to an interview."""
PENDING_S = 3600.0
"""What was being graded longer ago than this was lost, and does not count as an attempt."""

INTERVIEWS = sa.Table(
    "interviews",
    METADATA,
    sa.Column("token", sa.String(32), primary_key=True),
    sa.Column("problem", sa.String(64), nullable=False, index=True),
    sa.Column("folder", sa.Text, nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("candidate", sa.Text, nullable=False),
    sa.Column("started", sa.String(40), nullable=False),
    sa.Column("minutes", sa.Float, nullable=False),
    sa.Column("attempts", sa.Integer),
)
ATTEMPTS = sa.Table(
    "attempts",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("interview", sa.ForeignKey("interviews.token")),
    sa.Column("problem", sa.String(64), nullable=False, index=True),
    sa.Column("candidate", sa.Text, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("handed_in", sa.String(40), nullable=False),
    sa.Column("late_s", sa.Float, nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("submission", sa.Text, nullable=False),  # a Submission, whole, as JSON
    sa.Column("result", sa.Text),  # result.json, whole
)


class State(StrEnum):
    """What became of an attempt."""

    PENDING = "pending"
    GRADED = "graded"
    FAILED = "failed"
    """A fault of ours: it is kept, and does not count as an attempt."""
    OVER = "over"
    """Over the number of attempts: it is kept, and was not graded."""


class Attempt(Frozen, frozen=True, kw_only=True):
    """One hand-in as it is kept."""

    id: int
    problem: str
    candidate: str
    number: int
    of: int | None
    handed_in: datetime
    started: datetime | None
    """When its interview began; None where it was none."""
    due: datetime | None
    late_s: float
    state: State
    submission: Submission
    result: bytes | None
    """Its result.json, for `grader.results.parse_result`."""

    @property
    def facts(self) -> HandedIn:
        """What its report says of it."""
        return HandedIn(
            number=self.number, of=self.of, at=self.handed_in.isoformat(timespec="seconds"),
            due=self.due.isoformat(timespec="seconds") if self.due else None, late_s=self.late_s,
        )  # fmt: skip


def begin(
    store: Store, problem: Problem, candidate: str, minutes: float, attempts: int | None,
    *, again: bool = False,
) -> Interview:  # fmt: skip
    """Start the clock of an interview.

    Raises:
        UsageError: this candidate had one on this problem already, and it is not to be `again`.
        StoreError: it cannot be written.
    """
    made = Interview(
        token=secrets.token_urlsafe(16), problem=problem.slug, folder=str(problem.folder),
        digest=problem.digest, candidate=_text(candidate), started=datetime.now(UTC),
        minutes=minutes, attempts=attempts,
    )  # fmt: skip
    with store.writing() as connection:
        before = _latest(connection, made.problem, made.candidate)
        if before is not None and not again:
            raise _begun(before)
        row = msgspec.structs.asdict(made) | {"started": made.started.isoformat()}
        connection.execute(INTERVIEWS.insert().values(row))
    return made


def refuse_begun(store: Store, problem: Problem, candidate: str) -> None:
    """Raises UsageError where the candidate has an interview on the problem."""
    if (before := latest(store, problem.slug, candidate)) is not None:
        raise _begun(before)


def _begun(before: Interview) -> UsageError:
    return UsageError(
        f"{_shown(before.candidate)} has an interview on {before.problem} already: it began "
        f"{local(before.started)}, for {before.minutes:g} min",
        fix="go on in its folder; --again begins another one, and keeps the first",
    )


def forget(store: Store, interview: Interview) -> None:
    """Take back one that could not begin after all."""
    with store.writing() as connection:
        connection.execute(INTERVIEWS.delete().where(INTERVIEWS.c.token == interview.token))


def by_token(store: Store, token: str) -> Interview | None:
    """The interview that a folder's marker names."""
    with store.reading() as connection:
        wanted = sa.select(INTERVIEWS).where(INTERVIEWS.c.token == token)
        row = connection.execute(wanted).mappings().first()
    return _interview(row) if row is not None else None


def latest(store: Store, problem: str, candidate: str) -> Interview | None:
    """The last interview of a candidate on a problem."""
    with store.reading() as connection:
        return _latest(connection, problem, _text(candidate))


def recent(store: Store, problem: str, candidate: str) -> Interview | None:
    """The last interview, where what is handed in by name still belongs to it: for a day."""
    found = latest(store, problem, candidate)
    if found is None or found.late_s(datetime.now(UTC)) > LINGERS_S:
        return None
    return found


def _latest(connection: sa.Connection, problem: str, candidate: str) -> Interview | None:
    wanted = (
        sa.select(INTERVIEWS)
        .where(INTERVIEWS.c.problem == problem, INTERVIEWS.c.candidate == candidate)
        .order_by(INTERVIEWS.c.started.desc())
    )
    row = connection.execute(wanted).mappings().first()
    return _interview(row) if row is not None else None


def hand_in(
    store: Store, interview: Interview | None, problem: str, submission: Submission, *,
    limited: bool = True,
) -> Attempt:  # fmt: skip
    """Keep an attempt, with its time, before anything is done with it.

    Over the number of attempts it is kept too, as such; if it is not `limited`, to be graded.
    """
    now = datetime.now(UTC)
    token = interview.token if interview else None
    candidate = _text(submission.candidate)
    mine = ATTEMPTS.c.interview == token
    if interview is None:
        mine = sa.and_(
            ATTEMPTS.c.interview.is_(None), ATTEMPTS.c.problem == problem,
            ATTEMPTS.c.candidate == candidate,
        )  # fmt: skip
    with store.writing() as connection:
        rows = connection.execute(sa.select(ATTEMPTS.c.state, ATTEMPTS.c.handed_in).where(mine))
        count = sum(_counts(State(state), _time(at), now) for state, at in rows)
        limit = interview.attempts if interview else None
        over = limited and limit is not None and count >= limit
        row = {
            "interview": token, "problem": problem, "candidate": candidate, "number": count + 1,
            "handed_in": now.isoformat(), "late_s": interview.late_s(now) if interview else 0.0,
            "state": str(State.OVER if over else State.PENDING),
            "submission": msgspec.json.encode(submission).decode(),
        }  # fmt: skip
        key = connection.execute(ATTEMPTS.insert().values(row)).inserted_primary_key
    assert key is not None
    (found,) = attempts(store, ids=[int(key[0])])
    return found


def _counts(state: State, at: datetime, now: datetime) -> bool:
    lost = (now - at).total_seconds() > PENDING_S
    return state is State.GRADED or (state is State.PENDING and not lost)


def graded(store: Store, attempt: Attempt, report: Report | None) -> None:
    """Keep what a grading found; None where it came to no end. A fault of ours is no attempt."""
    fault = report is None or report.verdict is Verdict.JUDGE_ERROR
    row = {
        "state": str(State.FAILED if fault else State.GRADED),
        "result": None if report is None else msgspec.json.encode(report).decode(),
    }
    with store.writing() as connection:
        connection.execute(ATTEMPTS.update().where(ATTEMPTS.c.id == attempt.id).values(row))


def attempts(
    store: Store, *, problem: str | None = None, candidate: str | None = None,
    ids: list[int] | None = None,
) -> list[Attempt]:  # fmt: skip
    """What is kept, in the order of handing in."""
    wanted = sa.select(
        ATTEMPTS, INTERVIEWS.c.started, INTERVIEWS.c.minutes, INTERVIEWS.c.attempts.label("of")
    ).outerjoin(INTERVIEWS, ATTEMPTS.c.interview == INTERVIEWS.c.token)
    if problem is not None:
        wanted = wanted.where(ATTEMPTS.c.problem == problem)
    if candidate is not None:
        wanted = wanted.where(ATTEMPTS.c.candidate == _text(candidate))
    if ids is not None:
        wanted = wanted.where(ATTEMPTS.c.id.in_(ids))
    with store.reading() as connection:
        rows = connection.execute(wanted.order_by(ATTEMPTS.c.id)).mappings().all()
    return [_attempt(row) for row in rows]


def interviews(
    store: Store, *, problem: str | None = None, candidate: str | None = None
) -> list[Interview]:
    """All interviews, in the order in which they began."""
    wanted = sa.select(INTERVIEWS).order_by(INTERVIEWS.c.started)
    if problem is not None:
        wanted = wanted.where(INTERVIEWS.c.problem == problem)
    if candidate is not None:
        wanted = wanted.where(INTERVIEWS.c.candidate == _text(candidate))
    with store.reading() as connection:
        return [_interview(row) for row in connection.execute(wanted).mappings()]


def _interview(row: Mapping[Any, Any]) -> Interview:
    return Interview(**{**row, "started": _time(row["started"])})


def _attempt(row: Mapping[Any, Any]) -> Attempt:
    started = _time(row["started"]) if row["started"] else None
    due = None
    if started is not None:
        due = Interview(
            token="", problem="", folder="", digest="", candidate="", started=started,
            minutes=row["minutes"],
        ).due  # fmt: skip
    return Attempt(
        id=row["id"], problem=row["problem"], candidate=row["candidate"], number=row["number"],
        of=row["of"], handed_in=_time(row["handed_in"]), started=started, due=due,
        late_s=row["late_s"], state=State(row["state"]),
        submission=msgspec.json.decode(row["submission"], type=Submission),
        result=row["result"].encode() if row["result"] is not None else None,
    )  # fmt: skip


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _text(candidate: str) -> str:
    return candidate.replace("\0", "\\x00")  # PostgreSQL's text has no NUL


def _shown(candidate: str) -> str:
    return shorten(one_line(candidate), 80)
