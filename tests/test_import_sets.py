"""MBPP, EvalPlus and Kattis packages, made up in their formats, imported and graded."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from grader.boxes import Engine
from grader.cli import main
from grader.differential import agrees, pack_cases, read_cases
from grader.grading import grade
from grader.importing.conversions import as_python
from grader.model import Verdict
from grader.outputs import differs
from grader.problems import read_problem, samples
from grader.processes import ProcessEngine
from grader.submissions import read_submission
from grader.wire import WireError


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, ["import", *map(str, args)])


def holds(folder: Path, engine: Engine) -> list[str]:
    """What is not as the folders of the samples name it."""
    problem = read_problem(folder.resolve())
    wrong = []
    for expected, path in samples(problem):
        verdict = grade(problem, read_submission(str(path), None), engine).verdict
        if verdict != expected and (expected, verdict is Verdict.ACCEPTED) != ("cheating", False):
            wrong.append(f"{path.name}: {verdict}")
    return wrong


def mbpp(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "task_id": number, "text": "Write a function to repeat the items of a tuple.",
        "code": "def check(xs):\r\n    return xs\r\n\r\ndef test_twice(xs, n=2):\r\n    return check(xs) * n\r\n",
        "test_list": [
            "assert test_twice((1, 2)) == (1, 2, 1, 2)",
            "assert test_twice(('''a\n    b''',), n=1) == ('''a\n    b''',)",
            "assert math.isclose(sum(test_twice((0.5,))), 1) and check(()) == ()",
        ],
        "test_setup_code": "import math", "challenge_test_list": ["assert not test_twice(())"],
        **changes,
    }  # fmt: skip


def test_mbpp(tmp_path: Path) -> None:
    sane = {k: v for k, v in mbpp(5).items() if k not in ("text", "test_setup_code")}
    sane |= {"prompt": "Double.", "test_imports": ["import math"], "challenge_test_list": []}
    tasks: list[tuple[Any, str]] = [
        (mbpp(1, test_list=mbpp(1)["test_list"][::2]), ""),
        (mbpp(2), "test 2 cannot stand in a function as it is"),
        (
            mbpp(3, code="class Pair: ...\ndef f(p): ...", test_list=["assert f(Pair())"]),
            "objects of Pair",
        ),
        (mbpp(4, test_setup_code="root = check(1)"), "test_setup_code uses check"),
        (mbpp(6, test_list=["assert other(1)"], challenge_test_list=[]), "call no function"),
        (mbpp(7, test_list=[]), "has no test"),
        (mbpp(8, test_list=["assert test_twice((1,)"]), "test_list does not parse"),
        (mbpp(9, task_id="9"), "task_id: expected int, got str"),
        (mbpp(10, task_id=-1), "not safe"),
        (
            mbpp(11, text="\ud800", test_list=["assert test_twice(()) == ()"]),
            "half a surrogate pair",
        ),
        (mbpp(12, test_list=["assert test_twice((1,), n=int)"]), "the tests give int to"),
        (mbpp(13, test_list=["assert test_twice(lambda x: x)"]), "the tests give a lambda to"),
        (
            mbpp(
                14, code="def _sum(xs): return sum(xs)", challenge_test_list=[],
                test_list=["assert _sum((1, 2)) == 3", "assert _sum((1, 3)) == 4"],
            ),
            "",
        ),
        (
            mbpp(15, code="def _case(xs): return xs", test_list=["assert _case((1,))"]),
            "'_case' is reserved",
        ),
    ]  # fmt: skip
    file = tmp_path / "mbpp.jsonl"
    file.write_text("\n".join(json.dumps(task) for task, _ in tasks))
    result = run("mbpp", file, "--out", tmp_path / "out")
    for number, (_, what) in enumerate(tasks, 1):
        found = [line for line in result.stderr.splitlines() if f"jsonl:{number}: " in line]
        assert len(found) == bool(what), (number, found, result.exception)
        assert not what or what in found[0], found
    assert holds(tmp_path / "out/mbpp-1", ProcessEngine()) == []
    assert holds(tmp_path / "out/mbpp-14", ProcessEngine()) == []
    assert "test_twice((1, 2)) == " in (tmp_path / "out/mbpp-1/prompt.md").read_text()

    array = tmp_path / "sane.json"
    sane["test_list"] = sane["test_list"][:1]
    array.write_text(json.dumps([sane, 7], indent=1))
    result = run("mbpp", array, "--out", tmp_path / "sane")
    assert result.exit_code == 1
    assert "sane.json:2: expected object, got int" in result.stderr
    assert holds(tmp_path / "sane/mbpp-5", ProcessEngine()) == []
    array.write_text("[{")
    assert "not a JSON array" in run("mbpp", array, "--out", tmp_path / "no").stderr


PLUS: dict[str, Any] = {
    "task_id": "Invented/1",
    "prompt": 'import math\n\ndef roots(xs, big):\n    """Square roots"""\n',
    "entry_point": "roots", "canonical_solution": "    return [math.sqrt(x) for x in xs], big\n",
    "base_input": [[[1, 4.0], 10**30]], "plus_input": [[[2, math.inf], {"a": None}], [[], "é"]],
    "contract": "\n    assert xs\n", "atol": 0, "assertion": "assert True",
}  # fmt: skip


def test_evalplus_expects_what_the_canonical_solution_gives(tmp_path: Path, engine: Engine) -> None:
    file, out = tmp_path / "plus.jsonl", tmp_path / "out"
    file.write_text(json.dumps(PLUS))
    result = run("evalplus", file, "--out", out, "--engine", engine.name)
    assert result.exit_code == 0, result.stderr
    folder = out / "invented-1"
    assert list(read_cases(folder / "tests/base.bin")) == [
        ([[1, 4.0], 10**30], ([1.0, 2.0], 10**30))
    ]
    assert holds(folder, engine) == []

    near = tmp_path / "near.py"
    near.write_text("def roots(xs, big): return [x ** 0.5 + (x == 2) * 1e-3 for x in xs], big\n")
    problem = read_problem(folder.resolve())
    tests = grade(problem, read_submission(str(near), None), engine).tests
    assert [test.verdict for test in tests] == [Verdict.ACCEPTED, Verdict.WRONG_ANSWER]
    assert "case 1: returned ([1.415" in tests[1].message
    before = problem.digest
    (folder / "tests/plus.bin").write_bytes(b"")
    assert read_problem(folder.resolve()).digest != before


def test_mbpp_plus_takes_any_answer_but_none(tmp_path: Path, engine: Engine) -> None:
    task = {
        "task_id": "Mbpp/737", "entry_point": "check_str", "atol": 0,
        "prompt": '"""\nSay whether a text begins with a vowel.\nassert check_str("annie")\n"""\n',
        "canonical_solution": (
            "import re\n\ndef check_str(string):\n    return re.search('^[aeiou]', string)\n"
        ),
        "base_input": [["annie"], ["dawood"]], "plus_input": [["Else"], ["x"], [""]],
    }  # fmt: skip
    file, out = tmp_path / "plus.jsonl", tmp_path / "out"
    file.write_text(json.dumps(task))
    result = run("evalplus", file, "--out", out, "--engine", engine.name)
    assert result.exit_code == 0, result.stderr
    folder = out / "mbpp-737"
    assert "def check_str(string):" in (folder / "starter.py").read_text()
    assert [answer for _, answer in read_cases(folder / "tests/base.bin")] == [True, False]
    assert holds(folder, engine) == []

    other = tmp_path / "other.py"
    problem = read_problem(folder.resolve())
    for source, verdict in (
        ("def check_str(string): return string[:1] in set('aeiou')", Verdict.ACCEPTED),
        ("def check_str(string): return string[:1] in set('aei')", Verdict.ACCEPTED),
        ("def check_str(string): return string[:1] in set('ei')", Verdict.WRONG_ANSWER),
    ):
        other.write_text(source)
        assert grade(problem, read_submission(str(other), None), engine).verdict is verdict


def test_evalplus_refuses_what_it_cannot_hold(tmp_path: Path) -> None:
    cases: list[tuple[dict[str, Any], str]] = [
        (
            {"base_input": [[[1], 1], [[-1], 1]]},
            "raised ValueError: math domain error (base_input, number 2)",
        ),
        (
            {"canonical_solution": "    return (x for x in xs)\n"},
            "does not cross the wall: a generator",
        ),
        (
            {"canonical_solution": "    raise SystemExit(3)\n"},
            "raised SystemExit: 3 (base_input, number 1)",
        ),
        ({"entry_point": "find_zero"}, "more than one right answer"),
        ({"base_input": [3]}, "input 1 is no list of arguments"),
        ({"atol": -1}, "atol: expected a number, not below 0"),
        ({"plus_input": [], "base_input": []}, "no input whose answer can be compared"),
        ({"canonical_solution": "    return math.nan\n"}, "no input whose answer can be compared"),
        ({"task_id": "Mbpp/750", "base_input": [[1]]}, "not of the form that Mbpp/750 has"),
    ]
    file = tmp_path / "plus.jsonl"
    lines = [
        {**PLUS, "task_id": f"Invented/{n}", **changes} for n, (changes, _) in enumerate(cases)
    ]
    file.write_text("\n".join(json.dumps(line) for line in lines))
    result = run("evalplus", file, "--out", tmp_path / "out", "--engine", "process")
    assert result.exit_code == 2, result.exception
    found = [line for line in result.stderr.splitlines() if ".jsonl:" in line]
    for line, (_, what) in zip(found, cases, strict=True):
        assert what in line


def test_cases_and_comparison(tmp_path: Path) -> None:
    file = tmp_path / "cases.bin"
    file.write_bytes(pack_cases([([{1, 2}, (1,)], 1j)])[:-1])
    with pytest.raises(WireError):
        list(read_cases(file))
    assert agrees(0.1 + 0.2, 0.3, atol=0)
    assert not agrees(0.3001, 0.3, atol=0)
    assert agrees(0.3001, 0.3, atol=1e-2)
    assert not agrees(1, 1.0000001, atol=0)
    assert not agrees([0.1], [0.1, 0.2], atol=1)
    assert agrees([2, 1, 1], (1, 2), atol=0, rule="as_set")
    assert not agrees(None, [1], atol=0, rule="as_set")
    assert agrees("found", True, atol=0, rule="not_none")
    assert not agrees(None, True, atol=0, rule="not_none")
    assert as_python("Mbpp/2", [[[1, 2], [3]]]) == [[(1, 2), (3,)]]
    assert as_python("Mbpp/252", [["1+2j"]]) == [[1 + 2j]]
    assert as_python("HumanEval/2", [[[1, 2]]]) == [[[1, 2]]]


def package(place: Path, **changes: str | None) -> Path:
    files: dict[str, str | None] = {
        "problem.yaml": "name:\n  en: Two sums\nvalidator_flags: float_tolerance 1e-3\nlimits: {time_multiplier: 2}\n",
        "problem_statement/problem.en.tex": "Give $a+b$.",
        "data/sample/1.in": "1 2\n", "data/sample/1.ans": "3\nDone\n",
        "data/secret/group1/big.in": "1e3 2.5\n", "data/secret/group1/big.ans": "1002.5\nDONE\n",
        "submissions/accepted/lines.py": "import sys\na, b = map(float, sys.stdin.readline().split())\nif __name__ == '__main__':\n    print(a + b)\n    print('done')\n    sys.exit()\n",
        "submissions/accepted/fast.py": "import sys\nprint(sum(map(float, sys.stdin.buffer.read().split())), 'done')\n",
        "submissions/accepted/native.cpp": "int main() {}",
        "submissions/wrong_answer/minus.py": "a, b = map(float, input().split())\nprint(a - b, 'done')\n",
        "submissions/time_limit_exceeded/loops.py": "while True: pass\n",
        "submissions/run_time_error/exits.py": "raise SystemExit(3)\n",
        "submissions/partially_accepted/half.py": "",
        **changes,
    }  # fmt: skip
    for name, text in files.items():
        if text is not None:
            path = place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    return place


def test_a_package_becomes_a_problem(tmp_path: Path, docker_engine: Engine) -> None:
    result = run("kattis", package(tmp_path / "Two Sums"), "--out", tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    assert "native.cpp: no Python file" in result.stderr
    assert "half.py: a folder that names no verdict" in result.stderr
    folder = tmp_path / "out/two-sums"
    assert len(samples(read_problem(folder.resolve()))) == 5
    assert holds(folder, docker_engine) == []
    assert read_problem(folder.resolve()).limits.cpu_times == 2
    timed = package(tmp_path / "timed", **{".timelimit": "3\n", "problem.yaml": "name: Timed\n"})
    assert run("kattis", timed, "--out", tmp_path / "out").exit_code == 0
    assert read_problem((tmp_path / "out/timed").resolve()).limits.cpu_s == 3
    assert "```latex\nGive $a+b$.\n```" in (folder / "prompt.md").read_text()


def test_packages_that_do_not_fit(tmp_path: Path) -> None:
    cases: list[tuple[dict[str, str | None], str]] = [
        ({"problem.yaml": None}, "problem.yaml: is missing"),
        ({"problem.yaml": "a: [}"}, "problem.yaml: not YAML"),
        ({"problem.yaml": "7"}, "expected keys and values"),
        ({"problem.yaml": "!!python/object/apply:os.system [id]"}, "problem.yaml: not YAML"),
        ({"problem.yaml": "validation: custom interactive"}, "judges by a program of its own"),
        ({"problem.yaml": "type: scoring"}, "only pass-fail fits"),
        (
            {"problem.yaml": "validator_flags: float_tolerance many"},
            "expected a number, got 'many'",
        ),
        ({"problem.yaml": "limits: {time_multiplier: fast}"}, "time_multiplier: expected a number"),
        ({"problem.yaml": "validator_flags: magic"}, "magic is not known"),
        ({"data/secret/group1/big.ans": None}, "has no .ans beside it"),
        (
            {"submissions/accepted/lines.py": None, "submissions/accepted/fast.py": None},
            "no Python solution",
        ),
        ({"problem_statement/problem.en.tex": None}, "there is no problem_statement"),
        ({"submissions/accepted/fast.py": "\0"}, ""),
    ]
    folders = [package(tmp_path / f"p{n}", **changes) for n, (changes, _) in enumerate(cases)]
    result = run("kattis", *folders, tmp_path / "none", "--out", tmp_path / "out")
    assert result.exit_code == 1, result.exception
    for folder, (_, what) in zip(folders, cases, strict=True):
        assert not what or any(
            line.startswith(f"{folder}: ") and what in line for line in result.stderr.splitlines()
        ), (folder, what)
    assert f"{tmp_path / 'none'}: problem.yaml: is missing" in result.stderr


def test_outputs_compare_as_the_default_validator_does() -> None:
    assert differs("Yes\n", "yes") == ""
    assert (
        differs("Yes", "yes", case_sensitive=True)
        == "token 1 of the output is 'Yes', expected 'yes'"
    )
    assert differs("1  2", "1 2") == ""
    assert differs("1  2", "1 2", space_sensitive=True)
    assert differs("1 2 3", "1 2") == "the output has 3 tokens, expected 2"
    assert differs("1.0", "1")
    assert differs("0.1000001", "1e-1", relative=1e-3) == ""
    assert differs("nan", "1", absolute=1e9)
    assert differs("1" + "0" * 300_000, "1", absolute=1.0)
