"""How long pages take: rendering beside grading, and an overview of a thousand in Chromium.

    make bench-pages RESULTS="ada/result.json …"

The results are real ones; the thousand are copies of them under other names.
"""

import itertools
import statistics
import sys
import tempfile
import time
from pathlib import Path

import msgspec
from playwright.sync_api import sync_playwright

from grader.cohorts import Entry
from grader.overview import index
from grader.rendering import html
from grader.results import parse_result

COUNT, TIMES = 1000, 5
READY = "() => performance.getEntriesByType('navigation')[0].loadEventEnd"
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"


def main(names: list[str]) -> None:
    """Print the figures."""
    reports = [parse_result(Path(name).read_bytes(), name) for name in names]
    for attempt in ("first", "later"):  # the first one loads templates, colours and the library
        for report in reports:
            start = time.perf_counter()
            page = html(report)
            spent = time.perf_counter() - start
            share = 100 * spent / report.duration_s
            sys.stdout.write(
                f"{attempt} {report.candidate}: {1000 * spent:.0f} ms, {share:.1f} % of grading, "
                f"{len(page.encode()):,} bytes\n"
            )
    many = [
        Entry(msgspec.structs.replace(report, candidate=f"candidate {number}"), f"{number}.html")
        for number, report in zip(range(COUNT), itertools.cycle(reports), strict=False)
    ]
    start = time.perf_counter()
    text = index(many)
    spent = time.perf_counter() - start
    sys.stdout.write(f"overview of {COUNT}: {spent:.2f} s, {len(text.encode()):,} bytes\n")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "index.html"
        file.write_text(text, encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        figures = []
        for _ in range(TIMES):
            page = browser.new_page()
            page.goto(file.as_uri())
            page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
            figures.append((page.evaluate(PAINTED) / 1000, page.evaluate(READY) / 1000))
            start = time.perf_counter()
            page.locator("table.results th button").nth(1).click()
            sorting = time.perf_counter() - start
            page.close()
        browser.close()
    for name, values in zip(("first paint", "loaded"), zip(*figures, strict=True), strict=True):
        sys.stdout.write(
            f"{name}: median {statistics.median(values):.2f} s, worst {max(values):.2f} s\n"
        )
    sys.stdout.write(f"one sort: {sorting:.2f} s\n")


if __name__ == "__main__":
    main(sys.argv[1:])
