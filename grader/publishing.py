"""Which pages there are for which results, and where: the layout that `report` writes."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from grader.cohorts import Entry
from grader.errors import UsageError
from grader.exporting import csv_table, json_lines
from grader.model import Report
from grader.overview import index
from grader.redacting import Reader
from grader.results import MOST_BYTES
from grader.submissions import safe_name

INDEX, TABLE, LINES = "index.html", "results.csv", "results.jsonl"


def read_bounded(path: Path) -> bytes:
    """A regular file of a sane size.

    Raises:
        UsageError: it is none.
    """
    try:
        if not path.is_file():
            what = "is not a regular file" if path.exists() else "does not exist"
            raise UsageError(f"{path}: {what}", fix="name a result.json that grader wrote")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
    if len(data) > MOST_BYTES:
        raise UsageError(f"{path}: is larger than {MOST_BYTES >> 20} MiB")
    return data


def plan(
    results: Sequence[Path], reports: Sequence[Report], out: Path | None, reader: Reader
) -> list[Path]:
    """The page of each report: beside its result, or in a folder of its own under `out`.

    Beside an interviewer's page a candidate's has another name, so that neither replaces the other.
    """
    if out is None:
        name = "candidate.html" if reader == "candidate" else "report.html"
        pages = [path.parent / name for path in results]
        if twice := [page for page, count in Counter(pages).items() if count > 1]:
            raise UsageError(f"{twice[0]}: two results have this page", fix="use --out")
        return pages
    if len(reports) == 1:
        return [out / "report.html"]
    taken = {INDEX, TABLE, LINES}
    pages = []
    for report in reports:
        name = first = safe_name(report.candidate)
        number = 1
        while name.casefold() in taken:  # graded twice, or the same name in two problems
            number += 1
            name = f"{first}-{number}"
        taken.add(name.casefold())
        pages.append(out / name / "report.html")
    return pages


def common_folder(pages: Sequence[Path]) -> Path:
    """The folder that holds all of `pages`: where their overview goes."""
    return Path(os.path.commonpath([page.parent.absolute() for page in pages]))


def overview(
    reports: Sequence[Report], pages: Sequence[Path], folder: Path
) -> Iterator[tuple[str, bytes]]:
    """The overview's files by name; its links are relative to `folder`."""
    links = [Path(os.path.relpath(page, folder)).as_posix() for page in pages]
    entries = [Entry(report, link) for report, link in zip(reports, links, strict=True)]
    yield TABLE, csv_table(reports).encode("utf-8")
    yield LINES, json_lines(reports)
    yield INDEX, index(entries).encode("utf-8")
