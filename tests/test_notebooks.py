"""Notebooks as people hand them in: every message names cell and line, and what was left out."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

import grader
from grader.model import Report, TestResult, Verdict
from grader.notebooks import MOST_NOTES, code_of
from grader.places import place, placed
from grader.scaffolding import new_problem
from grader.submissions import read_submission
from grader.text import summary

DEFINED = "def mine(X):\n    return [sum(c) / len(X) for c in zip(*X)]"


def notebook(*cells: str | dict[str, Any]) -> str:
    made = [
        cell
        if isinstance(cell, dict)
        else {"cell_type": "code", "source": cell.splitlines(keepends=True), "outputs": []}
        for cell in cells
    ]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = new_problem("mine", tmp_path_factory.mktemp("problems"))
    manifest = folder / "problem.toml"
    text = manifest.read_text()
    if "forbid" not in text:
        manifest.write_text(text + '\n[policy]\nforbid = ["statistics"]\nreason = "write it"\n')
    return folder


def graded(mine: Path, folder: Path, *cells: str | dict[str, Any]) -> tuple[Report, str, str]:
    """The report, what the terminal shows, and the page."""
    (folder / "ada.ipynb").write_text(notebook(*cells))
    report = grader.grade(mine, folder / "ada.ipynb", engine="process", visible_only=True)
    out = io.StringIO()
    summary(report, Console(file=out, width=200))
    return report, out.getvalue(), grader.html(report)


def test_an_exception_names_cell_and_line(mine: Path, tmp_path: Path) -> None:
    report, shown, page = graded(
        mine, tmp_path, "import math\n", "def mine(X):\n\n    return X[99]\n"
    )
    message = report.tests[0].message
    assert message.endswith("(cell 2, line 3)")
    assert report.tests[0].line == 8  # of the source as it was run
    assert "(cell 2, line 3)" in shown
    assert "Cell 2, line 3</a>" in page


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("x = 1\nif x:\ny = 2", ("after 'if' statement in cell 2, line 2 (cell 2, line 3)",)),
        ("print 'x'", ("(cell 2, line 1)", "print 'x'")),
        ("await something()", ("(cell 2, line 1)", "await")),
        ("x = get_ipython()", ("get_ipython", "(cell 2, line 1)")),
    ],
)
def test_what_cannot_be_loaded_names_cell_and_line(
    mine: Path, tmp_path: Path, cell: str, told: tuple[str, ...]
) -> None:
    report, shown, _ = graded(mine, tmp_path, DEFINED, cell)
    assert report.verdict is Verdict.RUN_TIME_ERROR
    for text in told:
        assert text in report.tests[0].message
        assert text in shown
    assert "line 5" not in report.tests[0].message


def test_policy_and_flags_name_cell_and_line(mine: Path, tmp_path: Path) -> None:
    report, shown, page = graded(mine, tmp_path, "x = 1", f"{DEFINED}\nimport statistics\n")
    assert report.verdict is Verdict.REJECTED
    assert report.tests[0].message.startswith("cell 2, line 3, column 8: statistics")
    assert "Cell 2, line 3</a>, column 8" in page
    assert "cell 2, line 3" in shown
    flagged, shown, page = graded(mine, tmp_path, DEFINED, "\nimport inspect")
    assert flagged.flags
    assert "cell 2, line 2: see the report" in (shown + flagged.message)
    assert "Cell 2, line 2</a>" in page


def test_what_was_left_out_is_told(mine: Path, tmp_path: Path) -> None:
    report, shown, page = graded(
        mine, tmp_path, "%matplotlib inline\n!pip install x", {"cell_type": "raw", "source": "z("},
        "%%bash\nrm -rf /", {"cell_type": "markdown", "source": "# text"}, DEFINED,
    )  # fmt: skip
    assert report.submission.notes == (
        "cell 1, line 1 was left out: %matplotlib inline",
        "cell 1, line 2 was left out: !pip install x",
        "cell 2 was left out whole: %%bash",
    )
    for note in report.submission.notes:
        assert f"note: {note}" in shown
        assert note.split(":")[0] in page


def test_magics_of_all_kinds() -> None:
    found = code_of(notebook("%time x = 3\nfiles = !ls\nget_ipython().run_line_magic('a', '')\n"))
    assert found.source.rstrip().splitlines() == [
        "# cell 1", "x = 3", "# (left out) files = !ls",
        "# (left out) get_ipython().run_line_magic('a', '')",
    ]  # fmt: skip
    assert len(found.notes) == 2
    many = code_of(notebook("!x\n" * 500, "x = 1"))
    assert len(many.notes) == MOST_NOTES + 1
    assert many.notes[-1] == "and 480 more lines"
    assert len(code_of(notebook("!" + "x" * 10_000, "y = 1")).notes[0]) < 200


def test_format_3() -> None:
    cells = [
        {"cell_type": "code", "language": "python", "input": ["x = 1\n", "y = 2"], "outputs": []},
        {"cell_type": "heading", "level": 1, "source": "h"},
        {"cell_type": "code", "language": "python", "input": "z = 3", "outputs": []},
    ]
    old = {"worksheets": [{"cells": cells}], "nbformat": 3, "nbformat_minor": 0, "metadata": {}}
    assert code_of(json.dumps(old)).source == "# cell 1\nx = 1\ny = 2\n\n# cell 2\nz = 3\n"


def test_outputs_may_be_large_and_the_code_may_not(tmp_path: Path) -> None:
    plotted = {
        "cell_type": "code", "source": "x = 1", "metadata": {},
        "outputs": [{"data": {"image/png": "A" * 3_000_000}, "number": float("nan")}],
    }  # fmt: skip
    file = tmp_path / "ada.ipynb"
    file.write_text(notebook(plotted))
    assert read_submission(file).source == "# cell 1\nx = 1\n"
    file.write_text(notebook(plotted, plotted, plotted))
    with pytest.raises(grader.SubmissionError, match="clear its outputs"):
        read_submission(file)
    file.write_text(notebook("#" * (300 * 1024)))
    with pytest.raises(grader.SubmissionError, match="its code is larger than 256 KB"):
        read_submission(file)


def test_places() -> None:
    assert place(4) == "line 4"
    assert [place(line, (1, 5)) for line in (1, 2, 4, 5, 6, 99)] == [
        "cell 1, line 1", "cell 1, line 1", "cell 1, line 3", "cell 2, line 1", "cell 2, line 1",
        "cell 2, line 94",
    ]  # fmt: skip
    test = TestResult(
        name="t", title="t", hidden=True, points=0, max_points=1, verdict=Verdict.RUN_TIME_ERROR,
        message="it raised ValueError: (line 6) and more (line 6)", line=6,
    )  # fmt: skip
    assert placed(test, ()) is test
    assert (
        placed(test, (1, 5)).message == "it raised ValueError: (line 6) and more (cell 2, line 1)"
    )


def test_cells_are_found_whatever_their_line_ends() -> None:
    found = code_of(notebook("a = 1\r\n\rb = 2\r", "c = 3", "", "d = 4\x0c\u2028"))
    lines = found.source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [lines[line - 1] for line in found.cells] == [f"# cell {n}" for n in (1, 2, 3, 4)]
