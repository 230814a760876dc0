"""Results for other systems, each read as those systems read it, whatever text is in it."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import junitparser
import pytest
from click.testing import CliRunner

from grader.cli import main
from grader.errors import UsageError
from grader.exporting import csv_table, json_lines
from grader.gradescope import gradescope
from grader.junit import junit_of_reports
from grader.model import Marks, Report, Score, Verdict, to_json
from grader.redacting import for_candidate
from made_reports import changed, graded, report, result

HOSTILE = "=1+1\n]]>\x00\x1b[31m\x0b<b>&amp;\u202edlo\u2028\ufffe\"',\r\n@SUM(A1)"
SCHEMA = json.loads((Path(__file__).parent / "gradescope.schema.json").read_text())
UNSEEN = "\x00\x1b\x0b\u202e\u2028\ufffe"


def read_gradescope(made: Report) -> Any:
    data = json.loads(gradescope(made))
    jsonschema.validate(data, SCHEMA)
    return data


def read_junit(*made: Report) -> list[junitparser.TestSuite]:
    text = junit_of_reports(made)
    assert not set(UNSEEN) & set(text)
    suites = list(junitparser.JUnitXml.fromstring(text.encode()))
    for suite in suites:  # the counts are those that a reader would count
        counted = junitparser.TestSuite.fromstring(suite.tostring())
        counted.update_statistics()
        assert (suite.tests, suite.failures, suite.errors) == (
            counted.tests,
            counted.failures,
            counted.errors,
        )
    return suites


def test_junit_is_read_by_a_reader() -> None:
    good = graded(
        "ada", result("a"), result("b", Verdict.WRONG_ANSWER, message="one\ntwo", hint="h")
    )
    fault = changed(good, verdict=Verdict.JUDGE_ERROR, message="the engine is gone", candidate="bo")
    first, second, third = read_junit(good, fault, report(HOSTILE))
    assert first.name.endswith("/ada")
    assert [case.name for case in first] == ["test_a: a", "test_b: b"]
    passed, failed = first
    assert passed.is_passed
    assert passed.time == 0.003
    [found] = failed.result
    assert isinstance(found, junitparser.Failure)
    assert (found.type, found.message, found.text) == ("wrong_answer", "one", "one\ntwo")
    assert failed.system_out == "hint: h"
    assert second.errors == 1
    [fault_case] = [case for case in second if case.name == "grading"]
    assert isinstance(fault_case.result[0], junitparser.Error)
    assert "<b>&amp;" in next(iter(third)).result[0].text


def test_gradescope_adds_up() -> None:
    tests = (
        result("a"),
        result("b", max_points=3.0, points=3.0),
        result("c", Verdict.RUN_TIME_ERROR, message="m"),
    )
    score = Score(
        total=58, max=100, correctness=Marks(points=48, max=60), runtime=Marks(points=10, max=25),
        memory=Marks(points=0, max=15),
    )  # fmt: skip
    data = read_gradescope(graded("ada", *tests, score=score))
    assert data["score"] == 58
    assert sum(test["score"] for test in data["tests"]) == pytest.approx(58)
    assert sum(test["max_score"] for test in data["tests"]) == pytest.approx(100)
    assert [test["number"] for test in data["tests"]] == [str(n) for n in range(1, 7)]
    assert {test["name"] for test in data["tests"]} >= {"Runtime", "Memory"}


def test_gradescope_shows_students_nothing_that_is_hidden() -> None:
    secret = "expected 7919"
    tests = (
        result(
            "seen",
            Verdict.WRONG_ANSWER,
            message="returned 1, expected 2",
            hidden=False,
            call="f(1)",
        ),
        result("kept", Verdict.WRONG_ANSWER, message=secret, call="f(7919)", hint="the rule"),
    )
    data = read_gradescope(graded("ada", *tests))
    shown = [test for test in data["tests"] if test["visibility"] == "visible"]
    assert "7919" not in json.dumps([shown, data["output"], data["extra_data"]])
    assert "f(1)" in shown[0]["output"]
    assert "the rule" in shown[1]["output"]
    assert [test["output"] for test in data["tests"] if test["visibility"] == "hidden"] == [
        f"{secret}\ncalled: f(7919)"
    ]
    redacted = read_gradescope(for_candidate(graded("ada", *tests)))
    assert {test["visibility"] for test in redacted["tests"]} == {"visible"}
    assert "7919" not in json.dumps(redacted)


def test_gradescope_gets_no_score_for_our_fault() -> None:
    with pytest.raises(UsageError, match="no results.json"):
        gradescope(report("x", Verdict.JUDGE_ERROR))


def test_hostile_text_stays_text_in_each() -> None:
    made = report(HOSTILE)
    data = read_gradescope(made)
    assert not set(UNSEEN) & set(json.dumps(data, ensure_ascii=False))
    assert {test["output_format"] for test in data["tests"]} == {"text"}
    header, row = csv.reader(io.StringIO(csv_table([made]), newline=""))
    assert len(header) == len(row)
    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]
    [line] = json_lines([made]).decode().split("\n")[:-1]
    assert json.loads(line)["candidate"] == HOSTILE


def test_the_commands_write_them(tmp_path: Path) -> None:
    made = graded("ada", result("a"), result("b", Verdict.WRONG_ANSWER))
    files = [tmp_path / name / "result.json" for name in ("one", "two")]
    for file in files:
        file.parent.mkdir()
        file.write_bytes(to_json(made))
    xml, scores = tmp_path / "x/all.xml", tmp_path / "y/results.json"
    runner = CliRunner()
    done = runner.invoke(main, ["report", *map(str, files), "--junit", str(xml)])
    assert done.exit_code == 0, done.output
    assert len(list(junitparser.JUnitXml.fromfile(str(xml)))) == 2
    done = runner.invoke(main, ["report", *map(str, files), "--gradescope", str(scores)])
    assert done.exit_code == 2
    assert "is for one result, not 2" in done.output
    done = runner.invoke(main, ["report", str(files[0]), "--gradescope", str(scores)])
    assert done.exit_code == 0
    jsonschema.validate(json.loads(scores.read_text()), SCHEMA)
    done = runner.invoke(main, ["report", str(files[0]), "--junit", str(files[1] / "no")])
    assert done.exit_code == 2
