"""Copies are found under other names and in another order; independent solutions are not."""

from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from disguise import disguised
from grader.alike import Hunt, flag_of, page
from grader.cohorts import Entry
from grader.model import Problem
from grader.problems import list_problems
from grader.similarity import LEAST, THRESHOLD, fingerprint, pairs
from made_reports import accepted, changed

SOURCE = """
import numpy as np


def helper(values, limit):
    total = 0
    for number, value in enumerate(values):
        if value > limit and number % 2 == 0:
            total += value * 3
        elif value < -limit:
            total -= np.sqrt(value * value + 1)
    return total / (len(values) + 1)


def solve(rows):
    cleaned = [[max(0, cell) for cell in row if cell is not None] for row in rows]
    marks = {index: helper(row, 5) for index, row in enumerate(cleaned)}
    return sorted(marks, key=lambda index: (-marks[index], index))[:10]
"""
NOTHING = fingerprint("")


def solutions(problem: Problem) -> dict[str, str]:
    files = sorted((problem.folder / "submissions" / "accepted").glob("*.py"))
    return {file.stem: file.read_text() for file in files}


def starter(problem: Problem) -> str:
    return (problem.folder / "starter.py").read_text()


def test_independent_solutions_of_the_whole_bank_are_not_alike() -> None:
    """The labelled set, one half: each problem's reference solutions, by different algorithms."""
    alike = {}
    count = 0
    for problem in list_problems()[0]:
        own = solutions(problem)
        found = pairs([fingerprint(text) for text in own.values()], fingerprint(starter(problem)))
        count += len(own) * (len(own) - 1) // 2
        if found:
            alike[problem.slug] = [
                (list(own)[p.first], list(own)[p.second], p.share) for p in found
            ]
    assert count > 150
    assert alike == {}


def test_renamed_and_reordered_copies_of_the_whole_bank_are_found() -> None:
    """The other half: each solution beside a disguised copy of it."""
    missed, count = [], 0
    for problem in list_problems()[0]:
        kept = {e.name for e in problem.entries} | {m for e in problem.entries for m in e.methods}
        start = fingerprint(starter(problem))
        for name, text in solutions(problem).items():
            copy = disguised(text, kept, seed=count)
            assert copy != text
            count += 1
            if not pairs([fingerprint(text), fingerprint(copy)], start):
                missed.append((problem.slug, name))
    assert count > 100
    assert missed == []


def test_a_copy_in_a_crowd_is_found_with_its_lines() -> None:
    crowd = [text for problem in list_problems()[0][:8] for text in solutions(problem).values()]
    copy = disguised(SOURCE, {"solve"}, seed=1)
    found = pairs([fingerprint(text) for text in [*crowd, SOURCE, copy]], NOTHING)
    (pair,) = found
    assert (pair.first, pair.second) == (len(crowd), len(crowd) + 1)
    lines, copied = SOURCE.splitlines(), copy.splitlines()
    told = "\n".join(lines[n - 1] for m in pair.matches for n in range(m.first[0], m.first[1] + 1))
    assert "total -= np.sqrt" in told
    assert "return sorted(marks" in told
    theirs = "\n".join(
        copied[n - 1] for m in pair.matches for n in range(m.second[0], m.second[1] + 1)
    )
    assert "np.sqrt" in theirs or ".sqrt" in theirs
    assert all(a.first <= b.first for a, b in pairwise(pair.matches))


def test_what_the_starter_gave_is_nobodys() -> None:
    given = fingerprint(SOURCE)
    own = "\n\ndef more(a, b):\n    return [a[i] ** 2 - b.get(i, 0) for i in range(len(a)) if b]\n"
    assert pairs([fingerprint(SOURCE), fingerprint(SOURCE + own)], given) == []


def test_what_everybody_has_is_nobodys() -> None:
    crowd = [fingerprint(SOURCE + f"\n\ndef f{n}(x):\n    return x + {n}\n") for n in range(20)]
    assert pairs(crowd, NOTHING) == []
    assert len(pairs(crowd[:3], NOTHING)) == 3  # of a few nobody knows what is common


def test_short_ones_say_nothing() -> None:
    short = fingerprint("def f(x):\n    return [y * 2 for y in x]\n")
    assert len(short.runs) < LEAST
    assert pairs([short, short], NOTHING) == []


@pytest.mark.parametrize(
    "source",
    ["", "\x00", "def f(:\n  'unclosed", "((((" * 5000, "x" * 10**6, "'''" * 1000, "\ud800 = 1\n" * 50,
     "a=1;" * 20_000, "é" * 5000 + "\r\r\n" * 3000],
    ids=["empty", "nul", "broken", "brackets", "long", "quotes", "surrogates", "one line", "odd"],
)  # fmt: skip
def test_any_text_has_a_fingerprint(source: str) -> None:
    found = fingerprint(source)
    pairs([found, found, NOTHING], NOTHING)


def test_the_page_shows_both_sides_and_no_markup_of_theirs(tmp_path: Path) -> None:
    evil = SOURCE.replace("total = 0", "total = 0  # <script>alert(1)</script>\u202e")
    reports = [
        changed(
            accepted(name), submission=msgspec.structs.replace(accepted().submission, source=text)
        )
        for name, text in (("<b>ada", evil), ("bob", disguised(SOURCE, {"solve"}, seed=2)))
    ]
    slug = reports[0].problem.slug
    hunt = Hunt({slug: ""})
    for report in reports:
        hunt.add(report)
    found = hunt.alike()
    assert [(one.first, one.second) for one in found] == [("<b>ada", "bob")]
    assert found[0].share >= THRESHOLD
    assert flag_of(found, slug, "bob") == f"{found[0].share:.0%} as <b>ada"
    assert flag_of(found, slug, "eve") == ""
    entries = {
        (slug, r.candidate): (r.submission.source, Entry(r, "x/report.html")) for r in reports
    }
    text = page(found, entries)
    assert "<script>alert" not in text
    assert "<b>ada" not in text
    assert "‹U+202E›" in text
    assert "total" in text
