"""An interview and its clock, in data and words. Pure: whoever asks says what time it is."""

from datetime import UTC, datetime, timedelta

from grader.model import Frozen, HandedIn


class Interview(Frozen, frozen=True, kw_only=True):
    """A candidate, a problem, and a clock that runs since `started`."""

    token: str
    """What the folder's marker holds: it cannot be guessed, and says nothing by itself."""
    problem: str
    folder: str
    """Where the problem was when the interview began."""
    digest: str
    candidate: str
    started: datetime
    minutes: float
    attempts: int | None = None
    """How many may be handed in; None: any number."""

    @property
    def due(self) -> datetime:
        """When it ends; what comes later is late, and is taken all the same."""
        return self.started + timedelta(minutes=self.minutes)

    def late_s(self, at: datetime) -> float:
        """Seconds after the end, 0 before it."""
        return max(0.0, round((at - self.due).total_seconds(), 3))


def span(seconds: float) -> str:
    """A time in words, as people say it: 40 s, 12 min, 2 h 5 min."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = int(seconds // 60)
    hours, rest = divmod(minutes, 60)
    return f"{minutes} min" if minutes < 120 else f"{hours} h {rest} min"


def clock(interview: Interview, now: datetime) -> str:
    """How much time there is left."""
    left = (interview.due - now).total_seconds()
    if left >= 0:
        return f"{span(left)} left of {interview.minutes:g} min"
    return f"the time of {interview.minutes:g} min was over {span(-left)} ago"


def local(at: datetime) -> str:
    """A time on this machine's clock, with its zone."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M %Z")


def handed_in_words(attempt: HandedIn) -> str:
    """One line: which attempt it was, and whether it was in time."""
    of = f" of {attempt.of}" if attempt.of is not None else ""
    at = datetime.fromisoformat(attempt.at)
    text = f"attempt {attempt.number}{of}, handed in {at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    if attempt.due is None:
        return text
    if attempt.late_s > 0:
        return f"{text}, {span(attempt.late_s)} late"
    left = (datetime.fromisoformat(attempt.due) - at).total_seconds()
    return f"{text}, {span(left)} before the end"
