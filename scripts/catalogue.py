"""Write docs/catalogue.md from the problem folders."""

import sys
from pathlib import Path

from grader.catalogue import catalogue
from grader.problems import read_problem
from grader.resources import resource

TARGET = Path(__file__).resolve().parent.parent / "docs" / "catalogue.md"


def page() -> str:
    """The catalogue of the bundled problems."""
    folders = sorted(path.parent for path in resource("problems").glob("*/problem.toml"))
    return catalogue(map(read_problem, folders))


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{TARGET}\n")
