"""All problems on one page, made from their folders. Pure."""

from collections.abc import Iterable

from grader.manifest import DIFFICULTIES, TOPICS
from grader.model import Problem

TITLES = {
    "algorithms_theory": "Algorithms and theory",
    "case_study": "Case study",
    "applied_modelling": "Applied modelling",
    "system_design": "System design",
    "recommendation_search": "Recommendation and search",
    "from_scratch": "From scratch",
}
"""The six kinds of questions that a machine-learning interview asks."""
_HEAD = """\
# The problems

Made by `make catalogue` from the problem folders; do not edit. There are {count}: {parts}.
Correctness is always measured. *Ladder* is what runtime and memory are compared with, from the
slowest reference to the fastest.
"""
_TABLE = """
| problem | title | difficulty | minutes | covers | ladder |
| --- | --- | --- | --- | --- | --- |
"""


def catalogue(problems: Iterable[Problem]) -> str:
    """The page, by topic and then from easy to hard."""
    found = by_topic(problems)
    parts = ", ".join(f"{len(own)} {TITLES[topic].lower()}" for topic, own in found.items())
    count = sum(map(len, found.values()))
    page = _HEAD.format(count=count, parts=parts)
    for topic, own in found.items():
        page += f"\n## {TITLES[topic]}\n{_TABLE}" + "".join(map(_row, own))
    return page


def by_topic(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """The problems of each topic that has any, from easy to hard."""
    found: dict[str, list[Problem]] = {topic: [] for topic in TOPICS}
    for problem in problems:
        found[problem.topic].append(problem)
    for own in found.values():
        own.sort(key=lambda p: (DIFFICULTIES.index(p.difficulty), p.slug))
    return {topic: own for topic, own in found.items() if own}


def _row(problem: Problem) -> str:
    link = f"[`{problem.slug}`](../problems/{problem.slug}/prompt.md)"
    ladder = " → ".join(rung.name for rung in problem.ladder) or "–"
    cells = [
        link, problem.title, problem.difficulty, str(problem.minutes),
        ", ".join(problem.covers) or "–", ladder,
    ]  # fmt: skip
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
