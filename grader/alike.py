"""Submissions that are alike → `similar.html`: their matching lines, side by side. Pure."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from grader.cohorts import Entry
from grader.display import one_line, shorten, visible
from grader.listing import lines_of
from grader.model import Report, Verdict
from grader.rendering import Texts, content_hash, environment, stylesheet
from grader.similarity import Match, Pair, Print, fingerprint, pairs

PAGE = "similar.html"
MOST_PAIRS = 200
MOST_LINES = 80
LINE_CHARACTERS = 240
NAME_CHARACTERS = 80
ROOM_BYTES = 4 << 20

_LINE = Markup('<div class="line"><b>{}</b><code>{}</code></div>')
_MORE = Markup('<p class="note">{} more lines</p>')


class Alike(NamedTuple):
    """Two candidates of one problem, who share more than chance explains."""

    problem: str
    first: str
    second: str
    share: float
    matches: tuple[Match, ...]


class Hunt:
    """Collects fingerprints, a report at a time, and then tells who is alike."""

    def __init__(self, starters: Mapping[str, str]) -> None:
        self._starters = {slug: fingerprint(source) for slug, source in starters.items()}
        self._prints: dict[str, list[tuple[str, Print]]] = {slug: [] for slug in starters}

    def add(self, report: Report) -> None:
        """Look at a report's source; what could not be graded has none."""
        if report.verdict is not Verdict.JUDGE_ERROR:
            found = fingerprint(report.submission.source)
            self._prints[report.problem.slug].append((report.candidate, found))

    def alike(self) -> list[Alike]:
        """The pairs of each problem, the most alike first."""
        found = []
        for slug, named in self._prints.items():
            for pair in pairs([one for _, one in named], self._starters[slug]):
                found.append(_named(slug, pair, [name for name, _ in named]))
        return sorted(found, key=lambda one: (-one.share, one.problem, one.first, one.second))


def _named(slug: str, pair: Pair, names: Sequence[str]) -> Alike:
    return Alike(slug, names[pair.first], names[pair.second], pair.share, pair.matches)


def flag_of(found: Sequence[Alike], problem: str, candidate: str) -> str:
    """What the overview says of a candidate: whom the submission is most alike; "" if nobody."""
    for one in found:  # the most alike first
        if one.problem == problem and candidate in (one.first, one.second):
            other = one.second if one.first == candidate else one.first
            return f"{one.share:.0%} as {shorten(one_line(other), NAME_CHARACTERS)}"
    return ""


def page(found: Sequence[Alike], sources: Mapping[tuple[str, str], tuple[str, Entry]]) -> str:
    """The page over the pairs; `sources` has the text and the entry of each that is named."""
    css = stylesheet()
    texts = Texts(ROOM_BYTES)
    shown = []
    for one in found[:MOST_PAIRS]:
        left, right = (sources[one.problem, name] for name in (one.first, one.second))
        shown.append(
            {
                "share": f"{one.share:.0%}",
                "problem": texts.name(left[1].report.problem.title),
                "names": [texts.name(shorten(n, NAME_CHARACTERS)) for n in (one.first, one.second)],
                "pages": [left[1].page, right[1].page],
                "matches": [
                    (_lines(left[0], match.first, texts), _lines(right[0], match.second, texts))
                    for match in one.matches
                ],
            }
        )
    return (
        environment()
        .get_template("similar.html.j2")
        .render(
            pairs=shown, more=len(found) - len(shown), css=Markup(css), styles=content_hash(css)
        )
    )  # fmt: skip


def _lines(source: str, place: tuple[int, int], texts: Texts) -> Markup:
    first, last = place
    lines = lines_of(source)[first - 1 : last]
    parts = [
        _LINE.format(
            number, texts.field(visible(shorten(shorten(line, LINE_CHARACTERS), LINE_CHARACTERS)))
        )
        for number, line in enumerate(lines[:MOST_LINES], start=first)
    ]  # fmt: skip
    if len(lines) > MOST_LINES:
        parts.append(_MORE.format(len(lines) - MOST_LINES))
    return Markup('<div class="code">{}</div>').format(Markup("\n").join(parts))
