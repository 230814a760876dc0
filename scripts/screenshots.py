"""The README's pictures, from real gradings (`make screenshots`). Look at them, then commit."""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SAMPLES = (
    "accepted/rows", "accepted/matmul", "accepted/loops", "wrong_answer/manhattan",
    "wrong_answer/smallest_label_on_tie", "wrong_answer/unstable_sort", "run_time_error/raises",
    "rejected/sklearn_classifier",
)  # fmt: skip
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def grader(*arguments: str | Path) -> None:
    """Run a command of ours; not accepted is no error here."""
    command = [sys.executable, "-m", "grader", *map(str, arguments)]
    done = subprocess.run(command, check=False, cwd=ROOT)
    if done.returncode not in (0, 1):
        raise SystemExit(f"screenshots: {' '.join(command)} ended with {done.returncode}")


def picture(browser: Browser, page: Path, name: str, scheme: str, width: int, height: int) -> None:
    """The top of a page as docs/images/NAME.png."""
    view = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme=scheme, device_scale_factor=1.5
    )
    view.goto(page.as_uri())
    view.screenshot(path=IMAGES / f"{name}.png")
    view.close()


def main() -> None:
    """Grade, lay out, take the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        samples = ROOT / "problems" / "knn" / "submissions"
        for sample in SAMPLES:
            grader(
                "submit", "knn", samples / f"{sample}.py", "--out", out / Path(sample).name, "-q"
            )
        grader("report", *(out / Path(sample).name / "result.json" for sample in SAMPLES))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
            picture(browser, out / "rows" / "report.html", "report", "light", 1100, 1130)
            picture(browser, out / "manhattan" / "report.html", "failure", "dark", 1100, 900)
            picture(browser, out / "index.html", "overview", "light", 1200, 900)
            browser.close()


if __name__ == "__main__":
    main()
