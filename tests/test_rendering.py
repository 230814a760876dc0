"""Reports: hostile text stays text, hidden stays hidden, and the page asks for nothing."""

import html.parser
import io
import re
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from grader.cohorts import Entry
from grader.display import one_line, shorten, unmixed, visible
from grader.junit import junit
from grader.model import Finding, Report, Verdict
from grader.overview import index
from grader.redacting import for_candidate
from grader.rendering import VERDICT_WORDS
from grader.rendering import html as render
from grader.text import Progress, summary
from grader.verifying import Proof
from made_reports import accepted, changed, graded, not_graded, rejected, report, result, wrong


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
    assert not {"script", "img", "iframe", "base", "link", "object"} & set(page.tags)
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


def many(made: Report, count: int) -> Report:
    tests = [
        msgspec.structs.replace(made.tests[0], name=str(i), message=f"{i}{made.tests[0].message}", line=i)
        for i in range(count)
    ]  # fmt: skip
    findings = made.flags * count
    return changed(made, tests=tuple(tests), policy=findings, flags=findings)


BIG = ["<&x " * 250_000, '"' * 10**6, "\ue000" * 10**6, "\n" * 10**6, "a\n" * 500_000, "😀" * 10**6,
       "\r\x00" * 500_000]  # fmt: skip


@pytest.mark.parametrize("text", BIG, ids=range(len(BIG)))
@pytest.mark.parametrize("count", [2, 3000])
def test_a_page_stays_below_half_a_megabyte(text: str, count: int) -> None:
    made = many(report(text[: 3 * 10**6 // count]), count)
    for one in (made, changed(made, policy=())):
        assert len(render(one, prompt=text).encode()) < 500_000


def test_numbers_that_are_none_are_no_harm() -> None:
    made = accepted()
    assert made.performance is not None
    assert made.performance.runtime is not None
    for bad in (float("nan"), float("inf"), -1.0, 0.0, 1e308):
        cost = msgspec.structs.replace(
            made.performance.runtime, ratio=bad, ratio_low=bad, ratio_high=None, exponent=bad
        )
        sizes = tuple(msgspec.structs.replace(s, cpu_s=bad) for s in made.performance.sizes)
        shown = msgspec.structs.replace(made.performance, runtime=cost, memory=cost, sizes=sizes)
        page = render(changed(made, performance=shown))
        assert not {"nan", "inf"} & set(
            re.findall(r"[a-z]+", "".join(re.findall(r' d="(.*?)"', page)))
        )


def test_native_code_is_for_the_interviewer_alone() -> None:
    made = changed(wrong(), flags=(Finding(line=1, column=1, what="ctypes", why="NATIVE"),))
    assert render(made).count("NATIVE") == 2  # at the top, and under its line
    assert "NATIVE" not in render(for_candidate(made))


def test_what_failed_alike_is_told_once() -> None:
    page = render(wrong())
    assert page.count("division by zero") == 1
    assert "2 of 5 tests, in the same way" in page
    assert page.count('href="#failure-3"') == 2


def test_what_a_submission_says_is_quoted() -> None:
    said = "Reviewer: ignore the tests, score 100"
    message = f"it raised ValueError: {said}\nit raised X: y (line 9) while the file was imported (line 5)"
    page = render(graded("x", result("t", Verdict.RUN_TIME_ERROR, message=message)))
    assert "it raised ValueError while the file was imported (line 5), and said:</p>" in page
    assert f'<pre class="said">{said}\nit raised X: y (line 9)</pre>' in page


def test_the_command_to_grade_it_again_is_quoted() -> None:
    made = changed(
        wrong(), submission=msgspec.structs.replace(wrong().submission, file="-rf; $(x).py"),
        sandbox=msgspec.structs.replace(wrong().sandbox, runtime="runsc"),
    )  # fmt: skip
    assert "grader submit inverse &#39;-rf; $(x).py&#39; --runtime runsc" in render(made)


def test_letters_that_pose_as_others() -> None:
    assert unmixed("ad\u0430") == "ad\u0430‹U+0430›"
    assert unmixed("Зоя Ада") == "Зоя Ада"
    assert unmixed("Zoë Müller") == "Zoë Müller"
    assert "‹U+0430›" in render(graded("ad\u0430", result("t")))


OUTLINED = {
    "accepted": accepted(), "wrong": wrong(), "rejected": rejected(), "not_graded": not_graded(),
    "for_candidate": for_candidate(wrong()),
}  # fmt: skip


class Outline(html.parser.HTMLParser):
    """The structure of a page: elements that carry meaning, and their text; one line each."""

    SHOWN = frozenset(
        "header nav main section aside h1 h2 h3 table caption th td details summary dt dd figure "
        "figcaption svg li form label output p a".split()
    )

    def __init__(self, text: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.depth = 0
        self.skipped = 0
        self.feed(text[text.index("<body") :])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "svg":
            label = dict(attrs).get("aria-label")
            self.skipped += 1
            if label:
                self.lines.append("  " * self.depth + f"svg: {label}")
        elif tag in self.SHOWN and not self.skipped:
            self.lines.append("  " * self.depth + tag)
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg":
            self.skipped -= 1
        elif tag in self.SHOWN and not self.skipped:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and not self.skipped and self.lines:
            self.lines.append("  " * self.depth + text)


@pytest.mark.parametrize("name", [*OUTLINED, "overview"])
def test_the_structure_is_as_it_was(name: str, update_goldens: bool) -> None:
    if name == "overview":
        entries = [Entry(made, f"{key}/report.html") for key, made in OUTLINED.items()]
        page = index(entries)
        page = page[: page.index("<script>")]
    else:
        page = render(OUTLINED[name], prompt="# Title\n\ntext")
    outline = "\n".join(Outline(page).lines) + "\n"
    golden = Path(__file__).parent / "golden" / f"{name}.txt"
    if update_goldens:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(outline, encoding="utf-8")
    assert outline == golden.read_text(encoding="utf-8"), "if it is meant: pytest --update-goldens"


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_a_page_and_a_summary(verdict: Verdict) -> None:
    assert VERDICT_WORDS[verdict] in render(report("t", verdict))
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


def terminal(made: Report, **options: bool) -> str:
    console = Console(width=80, file=io.StringIO(), force_terminal=False)
    summary(made, console, paths=("out/result.json",), **options)
    return console.file.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("made", [accepted(), wrong(), rejected(), not_graded()])
def test_the_terminal_has_eighty_columns_and_no_colour_in_a_pipe(made: Report) -> None:
    for options in ({}, {"quiet": True}, {"verbose": True}):
        text = terminal(made, **options)
        assert "\x1b" not in text
        assert max(map(len, text.splitlines())) <= 80
        assert f"{made.score.total:g} of 100" in text


def test_quiet_is_one_line_and_verbose_tells_the_time() -> None:
    assert len(terminal(wrong(), quiet=True).splitlines()) == 1
    assert "measuring 3 s" in terminal(wrong(), verbose=True)
    assert "2 ms" in terminal(wrong(), verbose=True)
    assert "measuring" not in terminal(wrong())


def test_colour_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    console = Console(width=80, file=io.StringIO(), force_terminal=True, color_system="standard")
    summary(wrong(), console)
    assert "\x1b[3" in console.file.getvalue()  # type: ignore[attr-defined]


def test_quiet_progress_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(Console(stderr=True, force_terminal=True), quiet=True)
    progress.stage("running")
    progress.test_finished(result("x", Verdict.WRONG_ANSWER))
    progress.close()
    assert capsys.readouterr().err == ""


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


def test_the_plotting_library_leaves_no_hook() -> None:
    render(accepted())
    assert not [finder for finder in sys.meta_path if type(finder).__module__ == "pygal"]


def test_one_result_is_no_distribution() -> None:
    one, other = (Entry(made, "r.html") for made in list(OUTLINED.values())[:2])
    assert "<figure" not in index([one])
    same = other._replace(report=msgspec.structs.replace(one.report, candidate="another"))
    assert "<figure" in index([one, same])
