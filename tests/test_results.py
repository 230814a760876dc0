"""result.json read again: strictly, older ones too; and many of them laid out as pages and tables."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from grader.cohorts import Entry, cohorts, columns, distribution, middle, row
from grader.errors import UsageError
from grader.exporting import COLUMNS, csv_table, json_lines
from grader.model import SCHEMA, Verdict, to_json
from grader.overview import index
from grader.publishing import common_folder, overview, plan, read_bounded
from grader.results import UPGRADES, parse_result
from made_reports import (
    FACTS,
    accepted,
    changed,
    graded,
    not_graded,
    rejected,
    report,
    result,
    wrong,
)


def old(**fields: object) -> bytes:
    """A result as schema 1 had it."""
    data = json.loads(to_json(accepted()))
    for key in ("flags", "reader"):
        del data[key]
    for test in data["tests"]:
        del test["comparison"]
    for cost in ("runtime", "memory"):
        del data["performance"][cost]["ladder"]
    return json.dumps(data | {"schema": 1} | fields).encode()


def test_what_was_written_is_read() -> None:
    for made in (accepted(), wrong(), rejected(), not_graded()):
        assert parse_result(to_json(made), "r") == made


def test_an_older_schema_is_brought_up_to_date() -> None:
    assert set(UPGRADES) == set(range(1, SCHEMA))
    found = parse_result(old(), "r")
    assert found.schema == SCHEMA
    assert (found.flags, found.reader) == ((), "interviewer")
    assert found.score == accepted().score


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "r.json: is not JSON"),
        (b"[1]", "r.json: schema: is missing"),
        (b"{}", "r.json: schema: is missing"),
        (b"[" * 100_000, "r.json: is not JSON"),
        (b"\xff\xfe", "r.json: is not JSON"),
        (old(schema=99), "r.json: schema: 99 is newer than this grader knows (3) (upgrade grader)"),
        (old(schema=True), "r.json: schema: expected a whole number from 1 to 3, got True"),
        (old(schema="\x1b[2J"), "got '\\x1b[2J'"),
        (old(score=3), "r.json: score: Expected `object`, got `int`"),
        (old(shcema=1), "r.json: Object contains unknown field `shcema`"),
        (old(verdict="perfect"), "r.json: verdict: Invalid enum value 'perfect'"),
        (old(tests=[{"name": 1}]), "r.json: tests[0].name: Expected `str`, got `int`"),
    ],
)
def test_a_broken_file_is_named_with_its_key(data: bytes, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_result(data, "r.json")
    assert message in str(caught.value)
    assert "(" in str(caught.value)  # the mend


def test_only_files_of_a_sane_size(tmp_path: Path) -> None:
    for path, message in (
        (tmp_path, "regular"),
        (tmp_path / "x", "exist"),
        (Path("/dev/zero"), "regular"),
    ):
        with pytest.raises(UsageError, match=message):
            read_bounded(path)


# --------------------------------------------------------------------------- many


def elsewhere(candidate: str, runtime: str = "runsc") -> Entry:
    return Entry(
        changed(accepted(candidate), sandbox=msgspec.structs.replace(FACTS, runtime=runtime))
    )


def test_different_sandboxes_are_never_compared() -> None:
    made = [elsewhere("kim"), Entry(accepted("ada")), Entry(wrong("bob")), Entry(not_graded("zoe"))]
    found = cohorts(made)
    assert [[e.report.candidate for e in c.entries] for c in found] == [
        ["ada", "bob", "zoe"],
        ["kim"],
    ]
    assert "runsc" in found[1].place
    page = index(made)
    assert "not all comparable" in page
    assert "not all comparable" not in index(made[1:])


def test_another_version_of_the_problem_is_another_problem() -> None:
    other = msgspec.structs.replace(accepted().problem, digest="other")
    assert len(cohorts([Entry(accepted()), Entry(changed(accepted(), problem=other))])) == 2


def test_a_test_that_fails_everyone_stands_out() -> None:
    bad, fine = result("bad", Verdict.WRONG_ANSWER), result("fine")
    (found,) = cohorts([Entry(graded(str(i), bad, fine, result("x"))) for i in range(3)])
    assert [(c.title, c.passed, c.total, c.remark) for c in columns(found)][:2] == [
        ("bad", 0, 3, "fails everyone"), ("fine", 3, 3, "fails nobody"),
    ]  # fmt: skip
    assert "is the test right?" in index(list(found.entries))


def test_tests_of_one_name_are_told_apart() -> None:
    tests = [result("a", hidden=False), result("a"), result("a", Verdict.WRONG_ANSWER)]
    (found,) = cohorts([Entry(graded("x", *tests))])
    assert len(columns(found)) == 3
    assert row(found.entries[0].report, columns(found)) == [t.verdict for t in tests]


def test_what_was_not_graded_is_no_mark() -> None:
    (found,) = cohorts([Entry(accepted()), Entry(not_graded())])
    assert middle(found) == 92.5
    assert distribution(found) == ([0] * 9 + [1], [0] * 10)


def test_csv_cells_are_no_formulas() -> None:
    hostile = [
        "=1+1",
        "+1",
        "-1",
        "@x",
        "\t=1",
        "\r=1",
        " =1",
        "＝1",
        "\n=1",
        '=cmd|"/c calc"!A1',
        "a\r\n=1",
        "\x00=1",
    ]
    made = [changed(report(text), tests=wrong().tests) for text in hostile]
    lines = list(csv.reader(io.StringIO(csv_table(made), newline="")))
    assert tuple(lines[0]) == COLUMNS
    assert len(lines) == 1 + len(hostile)
    for line in lines[1:]:
        assert len(line) == len(COLUMNS)
        assert not [c for c in line if c.strip().startswith(("=", "+", "-", "@", "＝", "\t", "\r"))]
    whole = dict(
        zip(COLUMNS, next(csv.reader(csv_table([accepted("ada")]).splitlines()[1:])), strict=True)
    )
    assert (whole["candidate"], whole["total"], whole["runtime_ratio"]) == ("ada", "92.5", "1.1")
    assert whole["memory_ratio"] == "1.0"
    assert whole["oci_runtime"] == "default"


def test_json_lines_are_results() -> None:
    made = [accepted(), report("\u2028\n\x00</script>"), wrong()]
    lines = json_lines(made).split(b"\n")
    assert [parse_result(line, "r") for line in lines[:-1]] == made


def test_where_the_pages_go(tmp_path: Path) -> None:
    results = [tmp_path / name / "result.json" for name in ("a", "b")]
    made = [accepted("../../x"), wrong("../../x")]
    assert plan(results, made, None, "interviewer") == [r.parent / "report.html" for r in results]
    assert plan(results, made, None, "candidate") == [r.parent / "candidate.html" for r in results]
    out = tmp_path / "out"
    pages = plan(results, made, out, "interviewer")
    assert len(set(pages)) == 2
    assert all(page.resolve().is_relative_to(out) for page in pages)
    assert plan(results[:1], made[:1], out, "interviewer") == [out / "report.html"]
    with pytest.raises(UsageError, match="--out"):
        plan([results[0], results[0]], made, None, "interviewer")
    same = plan(
        [Path(str(i)) for i in range(3)],
        [accepted(n) for n in ("ada", "Ada", "ada-2")],
        out,
        "interviewer",
    )
    assert len({str(page).casefold() for page in same}) == 3
    assert (
        plan(results, [accepted("index.html"), wrong()], out, "interviewer")[0].parent.name
        != "index.html"
    )


def grader(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "grader", *map(str, arguments)], check=False, capture_output=True,
        text=True, cwd=cwd, timeout=120,
    )  # fmt: skip


def test_the_command(tmp_path: Path) -> None:
    for name, made in (("a", accepted()), ("b", wrong())):
        (tmp_path / name).mkdir()
        (tmp_path / name / "result.json").write_bytes(to_json(made))
    (tmp_path / "old.json").write_bytes(old())
    (tmp_path / "prompt.md").write_text("# THE PROMPT")
    one = grader("report", "old.json", "--prompt", "prompt.md", cwd=tmp_path)
    assert (one.returncode, one.stdout) == (0, "report.html\n"), one.stderr
    assert "THE PROMPT" in (tmp_path / "report.html").read_text()
    both = grader("report", "a/result.json", "b/result.json", cwd=tmp_path)
    assert both.returncode == 0, both.stderr
    for name in ("a/report.html", "b/report.html", "index.html", "results.csv", "results.jsonl"):
        assert (tmp_path / name).is_file(), name
    assert "./b/report.html" in (tmp_path / "index.html").read_text()
    theirs = grader("report", "b/result.json", "--for", "candidate", cwd=tmp_path)
    assert theirs.stdout == "b/candidate.html\n"
    assert "0.25" not in (tmp_path / "b" / "candidate.html").read_text()
    (tmp_path / "bad.json").write_text('{"schema": 2, "score": 3}')
    bad = grader("report", "a/result.json", "bad.json", "--out", "out", cwd=tmp_path)
    assert bad.returncode == 2
    assert bad.stderr.startswith("error: bad.json: ")
    assert not (tmp_path / "out").exists()


def test_the_overview_links_to_the_pages(tmp_path: Path) -> None:
    pages = [tmp_path / "a" / "report.html", tmp_path / "b c" / "report.html"]
    assert common_folder(pages) == tmp_path
    files = dict(overview([accepted(), wrong()], pages, tmp_path))
    assert set(files) == {"index.html", "results.csv", "results.jsonl"}
    assert b'href="./b%20c/report.html"' in files["index.html"]
