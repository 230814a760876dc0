"""Which submissions of a batch share more code than chance explains. Pure.

Winnowing (Schleimer, Wilkerson, Aiken: "Winnowing: local algorithms for document fingerprinting",
SIGMOD 2003) over tokens, as MOSS does it. Comments, what is in strings, layout and every name that
the submission made up count for nothing, so that a renamed copy is a copy; names of the language
and of libraries count, since nobody can rename those. What the starter gave, and what many of the
batch have, is nobody's own and is left out. Runs of tokens are found wherever they stand, so that a
reordered copy is one too.

The source is text of a candidate: it is cut into tokens, never parsed. A high share is no verdict:
it says which two files a person should look at, and where.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Any, NamedTuple

from pygments.lexers import PythonLexer
from pygments.token import Comment, Literal, Name, String

RUN = 8
"""Tokens of one run: a shorter match says nothing (the paper's k, its noise threshold)."""
WINDOW = 4
"""One of so many neighbouring runs is a fingerprint: no match of RUN + WINDOW - 1 is missed."""
LEAST = 10
"""Fewer fingerprints of its own, and a submission is too short to say anything."""
THRESHOLD = 0.75
"""The share of the shorter one's fingerprints from which on a pair is shown."""
COMMON_SHARE, COMMON_LEAST, COMMON_MOST = 0.25, 6, 200
"""What more than this share of a batch, and more than so many, have is common knowledge.

Whatever the share, what more than the last of these have is: each two of them would be a pair.
"""
LAYOUT = frozenset("(),;\\")
"""Tokens that can be put in and left out at will."""
MOST_CHARACTERS = 30_000
"""Of a longer source, so much is looked at."""


class Print(NamedTuple):
    """A submission's fingerprints: run → where it stands, as (first line, last line)."""

    runs: dict[int, tuple[tuple[int, int], ...]]


class Match(NamedTuple):
    """Lines of the one and lines of the other, which say the same; ends are included."""

    first: tuple[int, int]
    second: tuple[int, int]


class Pair(NamedTuple):
    """Two submissions, by their numbers, and the share of the shorter that both have."""

    first: int
    second: int
    share: float
    matches: tuple[Match, ...]


def fingerprint(source: str) -> Print:
    """The fingerprints of one source."""
    words = list(_words(source[:MOST_CHARACTERS]))
    hashes = [_hash(word for word, _ in words[i : i + RUN]) for i in range(len(words) - RUN + 1)]
    runs: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for at in _winnow(hashes):
        runs[hashes[at]].append((words[at][1], words[at + RUN - 1][1]))
    return Print({run: tuple(places) for run, places in runs.items()})


def pairs(prints: Sequence[Print], starter: Print, *, threshold: float = THRESHOLD) -> list[Pair]:
    """The pairs that share at least `threshold` of the shorter one, the most alike first."""
    seen = Counter(run for one in prints for run in one.runs)
    most = min(COMMON_MOST, max(COMMON_LEAST, COMMON_SHARE * len(prints)))
    common = {run for run, count in seen.items() if count > most} | set(starter.runs)
    own = [set(one.runs) - common for one in prints]
    shared: Counter[tuple[int, int]] = Counter()
    having: dict[int, list[int]] = defaultdict(list)
    for number, runs in enumerate(own):
        for run in runs:
            having[run].append(number)
    for numbers in having.values():
        shared.update(combinations(numbers, 2))
    found = []
    for (first, second), count in shared.items():
        shorter = min(len(own[first]), len(own[second]))
        if shorter >= LEAST and count >= threshold * shorter:
            both = own[first] & own[second]
            matches = _matches(prints[first], prints[second], both)
            found.append(Pair(first, second, count / shorter, matches))
    return sorted(found, key=lambda pair: (-pair.share, pair.first, pair.second))


def _matches(one: Print, other: Print, both: Iterable[int]) -> tuple[Match, ...]:
    """The shared runs as stretches of lines that belong together in both."""
    places = sorted((one.runs[run][0], other.runs[run][0]) for run in both)
    found: list[Match] = []
    for left, right in places:
        if found and _touches(found[-1].first, left) and _touches(found[-1].second, right):
            found[-1] = Match(_joined(found[-1].first, left), _joined(found[-1].second, right))
        else:
            found.append(Match(left, right))
    return tuple(found)


def _touches(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= one[1] + 1 and one[0] <= other[1] + 1


def _joined(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return min(one[0], other[0]), max(one[1], other[1])


def _winnow(hashes: Sequence[int]) -> Iterator[int]:
    """Where the smallest of each window stands, the last one of equals; each place once."""
    last = -1
    for start in range(max(1, len(hashes) - WINDOW + 1)):
        window = range(start, min(start + WINDOW, len(hashes)))
        if window:
            at = min(window, key=lambda i: (hashes[i], -i))
            if at != last:
                last = at
                yield at


def _hash(words: Iterable[str]) -> int:
    text = "\0".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest())


def _words(source: str) -> Iterator[tuple[str, int]]:
    """Each token that says something, with its line; names made up here are all one word."""
    tokens = list(_tokens(source))
    texts = ["", *(text for _, text, _ in tokens), ""]
    own = _own_names(texts)
    in_string = False
    for (kind, text, line), before in zip(tokens, texts, strict=False):
        if kind in String:
            if not in_string:
                yield "''", line
            in_string = True
            continue
        in_string = False
        if kind in Literal.Number:
            yield "0", line
        elif _is_made_up(kind) and (text in own or before != "."):
            yield "x", line
        elif text not in LAYOUT:
            yield text, line


def _is_made_up(kind: Any) -> bool:
    """Whether a name may be changed at will; `self` may, and `len` may not."""
    return kind in Name and (kind not in Name.Builtin or kind in Name.Builtin.Pseudo)


def _own_names(texts: Sequence[str]) -> set[str]:
    """What a source defines: functions, classes, and attributes of its own objects.

    An object of its own is the first parameter of a function, where there are classes.
    """
    own = {name for word, name in pairwise(texts) if word in ("def", "class")}
    if "class" in texts:
        selves = {texts[i + 3] for i, word in enumerate(texts[:-3]) if word == "def"}
        for owner, dot, name in zip(texts, texts[1:], texts[2:], strict=False):
            if dot == "." and owner in selves:
                own.add(name)
    return own


def _tokens(source: str) -> Iterator[tuple[Any, str, int]]:
    """(kind, text, line), without comments, docstrings and white space."""
    line = 1
    for kind, text in PythonLexer(stripnl=False, ensurenl=False).get_tokens(source):
        if text.strip() and kind not in Comment and kind not in String.Doc:
            yield kind, text, line
        line += text.count("\n")
