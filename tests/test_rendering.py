"""Reports: hostile text stays text, hidden stays hidden, and the page asks for nothing."""

import html.parser
import io

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from grader.display import one_line, shorten, visible
from grader.junit import junit
from grader.model import (
    CostResult,
    Finding,
    Marks,
    Performance,
    ProblemRef,
    ReferenceCost,
    Report,
    SandboxFacts,
    Score,
    SizeResult,
    SubmissionRef,
    TestResult,
    Verdict,
)
from grader.redacting import for_candidate
from grader.rendering import html as render
from grader.text import Progress, summary
from grader.verifying import Proof


def report(text: str = "plain", verdict: Verdict = Verdict.WRONG_ANSWER) -> Report:
    """A report with `text` in every field that a candidate or an author can fill."""
    test = TestResult(
        name=text, title=text, hidden=False, points=0, max_points=1, verdict=verdict, message=text,
        hint=text, call=text, example=text, expected=text, actual=text, printed=text, line=1,
    )  # fmt: skip
    cost = CostResult(
        rung=text, size=10, share=0.5, ratio=1.5, ratio_low=1.4, ratio_high=1.6, exponent=2.0,
        exponent_low=1.9, exponent_high=2.1, explanation=text,
    )  # fmt: skip
    size = SizeResult(
        size=10, cpu_s=0.5, peak_bytes=5, references={text: ReferenceCost(cpu_s=0.1, peak_bytes=1)}
    )
    marks = Marks(points=1, max=2)
    return Report(
        problem=ProblemRef(slug=text, title=text, digest=text), candidate=text,
        submission=SubmissionRef(file=text, sha256="0" * 64, bytes=3, source=text),
        verdict=verdict, message=text,
        score=Score(total=3, max=6, correctness=marks, runtime=marks, memory=marks),
        tests=(test, msgspec.structs.replace(test, hidden=True)),
        performance=Performance(runtime=cost, memory=cost, sizes=(size,)),
        policy=(Finding(line=1, column=1, what=text, why=text),),
        sandbox=SandboxFacts(engine="docker", limits={"memory_bytes": 5.0}), started="2026-01-01",
        duration_s=1.0, timings_s={"tests": 1.0}, grader_version="0",
    )  # fmt: skip


class Page(html.parser.HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


PLAIN = Page(render(report(), prompt="# Title\n\ntext"))

HOSTILE = [
    "<script>alert(1)</script>", "</pre><img src=x onerror=alert(1)>", '" onmouseover="alert(1)',
    "</style><script>alert(1)</script>", "{{7*7}}{% include 'x' %}", "--><!--", "]]>", "&lt;&#60;",
    "\x1b[2J\x9b31m\x00", "\u202e\u200b\ufeff", "\ud800", "javascript:alert(1)", "[red]x[/red]",
]  # fmt: skip


def assert_harmless(text: str) -> None:
    page = Page(render(report(text), prompt=text if text.isprintable() else ""))
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "src"]
    links = [value or "" for name, value in page.attributes if name == "href"]
    assert all(link.startswith("#") for link in links), links


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text: str) -> None:
    assert_harmless(text)
    page = render(report(text))
    assert "{{7*7}}" in page or "7*7" not in text
    for character in "\x1b\x9b\x00\u202e\u200b\ufeff\ud800":
        assert character not in page


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text_stays_text(text: str) -> None:
    assert_harmless(text)


def test_the_page_stands_alone() -> None:
    policy = next(v for k, v in PLAIN.attributes if k == "content" and "default-src" in (v or ""))
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert {"table", "th", "h1", "h2", "main", "header"} <= set(PLAIN.tags)
    assert ("lang", "en") in PLAIN.attributes
    assert "link" not in PLAIN.tags


def test_a_megabyte_of_text_is_cut() -> None:
    assert len(render(report("<&x " * 250_000)).encode()) < 500_000


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_a_page_and_a_summary(verdict: Verdict) -> None:
    assert str(verdict).replace("_", " ") in render(report("t", verdict))
    console = Console(width=80, record=True, force_terminal=False, file=io.StringIO())
    summary(report("t", verdict), console, paths=("a/b",))
    assert "3 of 6" in console.export_text()


def test_hidden_stays_hidden() -> None:
    whole = report("CANARY")
    shown = for_candidate(whole)
    assert shown.tests[0] == whole.tests[0]
    hidden = shown.tests[1]
    kept = {hidden.title, hidden.hint, hidden.name}
    fields = (
        hidden.call,
        hidden.example,
        hidden.expected,
        hidden.actual,
        hidden.printed,
    )
    assert kept == {"CANARY"}
    assert not any(fields)
    assert hidden.message == "wrong answer"
    secret = msgspec.structs.replace(
        report("x"), tests=(msgspec.structs.replace(
            whole.tests[1], title="t", name="n", hint="h"),),
    )  # fmt: skip
    assert "CANARY" in render(secret)
    assert "CANARY" not in render(for_candidate(secret))
    console = Console(width=80, record=True, file=io.StringIO())
    summary(for_candidate(secret), console)
    assert "CANARY" not in console.export_text()


def test_the_terminal_shows_what_cannot_be_seen() -> None:
    console = Console(width=80, record=True, file=io.StringIO())
    summary(report("\x1b[2J[red]\u202e"), console)
    text = console.export_text()
    assert "\x1b" not in text
    assert "[red]" in text
    assert "‹U+202E›" in text


def test_progress_on_no_terminal_is_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(Console(stderr=True, force_terminal=False))
    progress.stage("running")
    progress.test_started("n", "t", 0, 1)
    progress.test_finished(report("a\nb").tests[0])
    progress.measured(5, "pair 1")
    progress.close()
    lines = capsys.readouterr().err.splitlines()
    assert lines == ["running …", "     wrong  a b", "measuring size 5: pair 1"]


def test_display() -> None:
    assert visible("a\tb\n\x1b\x9b\ud800\u200b") == "a\tb\n\\x1b\\x9b‹U+D800›‹U+200B›"
    assert one_line("a\n b") == "a b"
    assert shorten("x" * 10, 4) == "xxxx… (6 more characters)"


def test_junit_is_legal_xml() -> None:
    from xml.etree import ElementTree

    proof = Proof(
        problem="p", name="a\x00]]>\x0b<&.py", group="accepted", ok=False, detail="\ud800",
        duration_s=1.0, runs=("\x1b",),
    )  # fmt: skip
    root = ElementTree.fromstring(junit([proof, proof]).encode())
    assert root.find("testsuite").get("failures") == "2"  # type: ignore[union-attr]
