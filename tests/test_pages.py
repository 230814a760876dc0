"""Every page in a real Chromium: it runs nothing of a candidate's, asks for nothing, and anyone can use it.

A missing browser is a failure here, never a skip: `scripts/browser.sh` gets it.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from grader.cohorts import Entry
from grader.model import Verdict
from grader.overview import index
from grader.redacting import for_candidate
from grader.rendering import html
from made_reports import accepted, changed, graded, not_graded, rejected, report, result, wrong

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PROMPT = "# Inverse\n\nWrite `f`.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n"
HOSTILE = (
    "</script><script>window.hacked = 1; alert(1)</script><!-- <img src=x onerror=alert(1)>"
    '" onmouseover="alert(1)" autofocus onfocus="alert(1)" </style></pre></title></textarea>'
    "<svg onload=alert(1)> javascript:alert(1) {{7*7}} \u2028\u2029 ]]> <iframe src=//x>"
    "<meta http-equiv=refresh content=0;url=//x> <base href=//x> <link rel=stylesheet href=//x>"
)
MANY = [
    Entry(accepted("ada"), "ada/report.html"), Entry(wrong("bob"), "bob/report.html"),
    Entry(rejected("eve"), "eve/report.html"), Entry(not_graded("zoe")),
    Entry(changed(accepted("dan"), score=wrong().score), "dan/report.html"),
]  # fmt: skip
ELSEWHERE = changed(accepted("kim"), sandbox=changed(accepted().sandbox, runtime="runsc"))
PAGES = {
    "accepted": html(accepted(), prompt=PROMPT),
    "wrong": html(wrong(), prompt=PROMPT),
    "rejected": html(rejected()),
    "not graded": html(not_graded()),
    "for the candidate": html(for_candidate(wrong()), prompt=PROMPT),
    "hostile": html(report(HOSTILE), prompt=HOSTILE),
    "overview": index(MANY),
    "overview of two sandboxes": index([*MANY, Entry(ELSEWHERE, "kim/report.html")]),
    "overview, hostile": index([Entry(report(HOSTILE), HOSTILE), Entry(report("x"), "javascript:alert(1)")]),
    "overview of nothing": index([]),
}  # fmt: skip


class Opened(NamedTuple):
    """A page, and whatever it did that no page here may do."""

    page: Page
    trouble: list[str]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("no Chromium: run scripts/browser.sh, or set CHROMIUM to one")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    contexts = []

    def opened(text: str, **options: Any) -> Opened:
        file = tmp_path / "page.html"
        file.write_text(text, encoding="utf-8")
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        trouble: list[str] = []
        page.on("console", lambda message: trouble.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (trouble.append("dialog"), dialog.dismiss()))
        page.on(
            "request",
            lambda request: (
                request.url == file.as_uri() or trouble.append(f"request: {request.url}")
            ),
        )
        page.goto(file.as_uri())
        return Opened(page, trouble)

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_quiet_and_accessible(
    open_page: Callable[..., Opened], name: str, scheme: str
) -> None:
    page, trouble = open_page(PAGES[name], color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
    assert found.response["testEngine"]["name"] == "axe-core"
    assert page.evaluate("window.hacked") is None
    assert not trouble


def test_what_axe_must_find(open_page: Callable[..., Opened]) -> None:
    """The check itself can fail."""
    page, trouble = open_page("<title>x</title><img src='y.png'><p style='color:#aaa'>pale</p>")
    rules = {violation["id"] for violation in Axe().run(page).response["violations"]}
    assert {"image-alt", "html-has-lang", "color-contrast"} <= rules
    assert [line for line in trouble if line.startswith("request")]


def test_hostile_text_is_shown_and_does_nothing(open_page: Callable[..., Opened]) -> None:
    page, trouble = open_page(PAGES["hostile"])
    page.mouse.move(300, 300)
    page.keyboard.press("Tab")
    assert (
        page.locator("script, img, iframe, base, link, [onload], [onerror], [onfocus]").count() == 0
    )
    assert "<script>window.hacked" in page.locator("h1").inner_text()
    assert page.title().startswith("</script>")
    assert "{{7*7}}" in page.locator("h1").inner_text()
    assert "‹U+2028›" in page.locator("h1").inner_text()
    assert not trouble


def test_even_injected_script_is_refused(open_page: Callable[..., Opened]) -> None:
    """Should the escaping ever have a hole, the page's policy still holds."""
    for name, line in (("hostile", "<h1>"), ("overview", "<h1>")):
        bad = PAGES[name].replace(
            line, f"<script>window.hacked=1</script><img src=//x/y.png>{line}", 1
        )
        assert bad != PAGES[name]
        page, trouble = open_page(bad)
        assert page.evaluate("window.hacked") is None
        assert len([t for t in trouble if "Content Security Policy" in t]) >= 2
        assert not [t for t in trouble if t.startswith("request: http")]


def names(page: Page) -> list[str]:
    found = page.locator("table.results tbody tr:visible th").all_inner_texts()
    return [name.strip() for name in found]


def test_the_overview_sorts_and_filters(open_page: Callable[..., Opened]) -> None:
    page, trouble = open_page(PAGES["overview"])
    assert names(page) == ["ada", "bob", "dan", "eve", "zoe"]
    header = page.get_by_role("button", name="Candidate")
    header.click()
    assert names(page) == ["ada", "bob", "dan", "eve", "zoe"]
    header.click()
    assert names(page) == ["zoe", "eve", "dan", "bob", "ada"]
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Candidate")
    page.get_by_role("button", name="Marks").click()
    assert names(page)[0] == "ada"
    page.get_by_role("button", name="Runtime", exact=True).click()
    assert names(page)[-1] in ("eve", "zoe", "bob")
    page.get_by_label("Find").fill("D")
    assert sorted(names(page)) == ["ada", "dan"]
    assert page.locator("#shown").inner_text() == "2 of 5 shown"
    page.get_by_label("Find").fill("")
    page.locator("#verdict").select_option("rejected")
    assert names(page) == ["eve"]
    page.locator("#verdict").select_option("")
    page.get_by_label("flagged only").check()
    assert sorted(names(page)) == ["bob", "eve"]
    assert not trouble


def test_sorting_compares_numbers(open_page: Callable[..., Opened]) -> None:
    made = [
        graded(name, result("a"), total=total) for name, total in (("x", 9), ("y", 10), ("z", 0))
    ]
    page, _ = open_page(index([Entry(one) for one in made]))
    header = page.get_by_role("button", name="Marks")
    header.click()
    assert names(page) == ["y", "x", "z"]
    header.click()
    assert names(page) == ["z", "x", "y"]


def test_no_sorting_across_sandboxes(open_page: Callable[..., Opened]) -> None:
    page, _ = open_page(PAGES["overview of two sandboxes"])
    assert "not all comparable" in page.locator("main").inner_text()
    tables = page.locator("table.results")
    assert tables.count() == 2
    tables.nth(0).get_by_role("button", name="Marks").click()
    assert tables.nth(1).locator("tbody tr").count() == 1
    assert "runsc" in tables.nth(1).inner_text()
    assert "runsc" not in tables.nth(0).inner_text()


def test_the_overview_needs_no_script(open_page: Callable[..., Opened]) -> None:
    page, trouble = open_page(PAGES["overview"], java_script_enabled=False)
    assert names(page) == ["ada", "bob", "dan", "eve", "zoe"]
    assert not page.locator("form.controls").is_visible()
    assert page.get_by_role("link", name="bob").get_attribute("href") == "./bob/report.html"
    assert not trouble


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_everything(open_page: Callable[..., Opened], name: str) -> None:
    page, _ = open_page(PAGES[name])
    page.evaluate(
        """() => { window.wanted = new Set([...document.querySelectorAll(
             'a[href], summary, button, input, select, [tabindex="0"]')]
             .filter((e) => e.checkVisibility())); window.all = window.wanted.size; }"""
    )
    for _ in range(page.evaluate("window.all") + 2):
        page.keyboard.press("Tab")
        page.evaluate("window.wanted.delete(document.activeElement)")
    assert page.evaluate("[...window.wanted].map((e) => e.outerHTML)") == []


def test_summaries_open_by_keyboard(open_page: Callable[..., Opened]) -> None:
    page, _ = open_page(PAGES["wrong"])
    box = page.locator("details.failure").first
    assert box.get_attribute("open") is not None
    box.locator("summary").focus()
    page.keyboard.press("Enter")
    assert box.get_attribute("open") is None


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_need_not_scroll_sideways(open_page: Callable[..., Opened], name: str) -> None:
    page, _ = open_page(PAGES[name], viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_dark_is_dark(open_page: Callable[..., Opened]) -> None:
    shades = {}
    for scheme in ("light", "dark"):
        page, _ = open_page(PAGES["wrong"], color_scheme=scheme)
        color = page.evaluate("getComputedStyle(document.body).backgroundColor")
        shades[scheme] = sum(map(int, color.removeprefix("rgb(").removesuffix(")").split(",")))
    assert shades["dark"] < 100
    assert shades["light"] > 700


@pytest.mark.parametrize("name", PAGES)
def test_on_paper(open_page: Callable[..., Opened], name: str, tmp_path: Path) -> None:
    """Light, without what only a screen needs, with what was folded, and no wider than A4."""
    page, trouble = open_page(
        PAGES[name], color_scheme="dark", viewport={"width": 688, "height": 900}
    )
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator("nav, form").filter(visible=True).count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 688
    hidden = page.evaluate(
        """() => [...document.querySelectorAll('details > *:not(summary)')]
             .filter((e) => !e.checkVisibility({contentVisibilityAuto: true})).length"""
    )
    assert hidden == 0
    assert page.pdf(format="A4").startswith(b"%PDF")
    assert not trouble


def test_the_failing_line_is_marked(open_page: Callable[..., Opened]) -> None:
    page, _ = open_page(PAGES["wrong"])
    page.get_by_role("link", name="Line 5").click()
    line = page.locator("#line-5")
    assert "marked" in (line.get_attribute("class") or "")
    assert "np.linalg.inv" in line.inner_text()
    assert line.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 243, 196)"
    assert "it failed here: singular, and 1 more" in page.locator("p.note").all_inner_texts()[1]


def test_the_plots_are_drawn(open_page: Callable[..., Opened]) -> None:
    page, _ = open_page(PAGES["accepted"])
    plots = page.locator("figure > svg")
    assert plots.count() == 2
    for plot in plots.all():
        assert plot.get_attribute("role") == "img"
        assert "at size 4,000" in (plot.get_attribute("aria-label") or "")
        box = plot.locator(".serie-0 path.line").first.bounding_box()
        assert box is not None
        assert box["width"] > 200
    stroke = page.locator("figure .serie-0 path.line").first.evaluate(
        "e => getComputedStyle(e).stroke"
    )
    assert stroke == "rgb(9, 105, 218)"
    assert page.locator("table.ladder").first.locator("tr.own").inner_text().startswith("▸")


def test_verdicts_are_told_without_colour() -> None:
    for verdict in Verdict:
        words = html(graded("x", result("t", verdict)))
        assert f'<span class="verdict {verdict}">' in words
