"""Problem sets that exist, from a file that anyone may have made."""

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from grader.boxes import Engine
from grader.cli import main
from grader.explaining import plain
from grader.grading import grade
from grader.importing.drafts import CANONICAL, NOTHING, Refused, function_of, slug_of
from grader.model import Verdict
from grader.problems import read_problem
from grader.submissions import read_submission

SHIFT: dict[str, Any] = {
    "task_id": "Invented/1",
    "prompt": (
        "import string\n\nTURN = 3\n\n\ndef test_key(word: str) -> str:\n    return shifted(word)\n\n\n"
        "def shifted(word: str) -> str:\n"
        "    return ''.join(chr((ord(c) - 97 + TURN) % 26 + 97) for c in word)\n\n\n"
        'def unshift(word: str) -> str:\n    """ Undo `shifted`.\n    >>> unshift(shifted("a"))\n'
        '    """\n'
    ),
    "entry_point": "unshift",
    "canonical_solution": "    return ''.join(chr((ord(c) - 97 - TURN) % 26 + 97) for c in word)\n",
    "test": (
        "\n\nMETADATA = {'by': 'nobody'}\n\n\ndef check(candidate):\n    import random\n"
        "    for _ in range(20):\n"
        "        word = ''.join(random.choice(string.ascii_lowercase) for _ in range(9))\n"
        "        assert candidate(shifted(word)) == word\n"
        "    assert candidate(test_key('abc')) == unshift(shifted('abc'))\n"
        "    assert isinstance(candidate(''), str) and not len(candidate(''))\n"
    ),
}
HALVES: dict[str, Any] = {
    "task_id": "Invented/2",
    "prompt": "from typing import List, Tuple\n\n\ndef halves(xs: List[float]) -> Tuple[float, ...]:\n",
    "entry_point": "halves",
    "canonical_solution": "\treturn tuple(x / 2 for x in xs)\n",
    "test": (
        "def check(candidate):\n    assert tuple(candidate([3.0, 1])) == (1.5, 0.5)\n"
        "    assert sorted(candidate([5, 4]))[0] == 2\n"
        "    assert abs(candidate([0.2])[0] - 0.1) < 1e-6\n"
        "    assert all(type(x) is float for x in candidate([1, 2])), 'floats are wanted'\n"
        "    assert candidate([2, 4]) == (1, 2)\n"
    ),
}


def write(path: Path, *tasks: Any) -> Path:
    path.write_text("".join(json.dumps(task) + "\n" for task in tasks))
    return path


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, ["import", *map(str, args)])


def verdict(folder: Path, source: str, engine: Engine, tmp_path: Path) -> tuple[Verdict, str]:
    file = tmp_path / "answer.py"
    file.write_text(source)
    report = grade(read_problem(folder.resolve()), read_submission(str(file), None), engine)
    return report.verdict, report.tests[0].message


def test_tasks_become_problems_that_hold(tmp_path: Path, engine: Engine) -> None:
    file, out = write(tmp_path / "set.jsonl", SHIFT, HALVES), tmp_path / "out"
    result = run("humaneval", file, "--out", out)
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in out.iterdir()) == ["invented-1", "invented-2"]
    for task, folder in ((SHIFT, out / "invented-1"), (HALVES, out / "invented-2")):
        hidden = (folder / "tests/test_hidden.py").read_text()
        assert task["test"].strip("\n") in hidden
        assert task["prompt"].strip("\n") in (folder / "prompt.md").read_text()
        canonical = (folder / CANONICAL).read_text()
        assert verdict(folder, canonical, engine, tmp_path) == (Verdict.ACCEPTED, "")
        nothing = verdict(folder, (folder / NOTHING).read_text(), engine, tmp_path)
        assert nothing[0] is Verdict.WRONG_ANSWER


def test_what_is_wrong_is_told(tmp_path: Path, docker_engine: Engine) -> None:
    run("humaneval", write(tmp_path / "set.jsonl", HALVES), "--out", tmp_path / "out")

    def told(body: str) -> str:
        source = f"import numpy as np\ndef halves(xs): return {body}\n"
        found, text = verdict(tmp_path / "out/invented-2", source, docker_engine, tmp_path)
        assert found is Verdict.WRONG_ANSWER
        return text

    assert told("tuple(x / 3 for x in xs)").startswith("at [0]: returned 1.0, expected 1.5")
    assert told("[x / 2 for x in xs]") == (
        "returned a list of 2 floats, expected a tuple of 2 integers"
    )
    assert "floats are wanted" in told("(1,) if xs == [1, 2] else tuple(x / 2 for x in xs)")
    assert told("None").startswith("the answer is not of the expected form (TypeError")
    text = told("'ab' * 1_000_000 if xs == [2, 4] else np.asarray(xs, float) / 2")
    assert len(text) < 500


def test_a_bad_line_costs_no_other(tmp_path: Path) -> None:
    def task(number: int, **changes: Any) -> Any:
        return {**HALVES, "task_id": f"Invented/{number}", **changes}

    lines: list[tuple[str | dict[str, Any], str]] = [
        ("\N{ZERO WIDTH NO-BREAK SPACE}" + json.dumps(SHIFT), ""),
        ("{", "not JSON: expecting property name enclosed in double quotes, at character 2"),
        ("[]", "a list; expected one JSON object on each line"),
        ('{"task_id": "x"}', "lacks the key prompt"),
        (task(3, prompt=7), "prompt: expected str, got int"),
        (task(4, task_id="../../up"), "is not safe"),
        (task(5, task_id="/etc/up"), "is not safe"),
        (task(6, task_id="1st"), "it must begin with a letter"),
        (task(7, task_id='a"""b'), "is not safe"),
        (task(8, entry_point="thirds"), "does not define thirds"),
        (task(9, entry_point="a b"), "is no name of a function"),
        (task(10, canonical_solution="  )"), "prompt + canonical_solution does not parse"),
        (task(11, test="assert True"), "does not define check(candidate)"),
        (task(12, test="def check(candidate):\nreturn"), "test does not parse"),
        (task(13, test="halves = 1\ndef check(halves): break"), "test does not compile"),
        (task(14, prompt="class halves:\n\tdef f():\n\t"), "is no plain function"),
        (task(15, prompt="def halves(xs, *, k):\n"), "keyword-only parameters to have defaults"),
        (SHIFT, "Invented/1 is there twice; the first one counts"),
        (task(1, task_id="invented-1"), "gets the same folder as Invented/1"),
        (task(20, more="is left out"), ""),
        ("", ""),
        ("\u2028" + json.dumps(task(21)), "not JSON"),
    ]
    file = tmp_path / "set\n.jsonl"
    file.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x, _ in lines))
    result = run("humaneval", file, "--out", tmp_path / "out")
    assert result.exit_code == 1
    for number, (_, what) in enumerate(lines, 1):
        found = [line for line in result.stderr.splitlines() if f"set .jsonl:{number}: " in line]
        assert len(found) == bool(what), (number, found)
        assert not what or what in found[0], found
    assert "imported 2 problems" in result.stdout
    assert sorted(os.listdir(tmp_path / "out")) == ["invented-1", "invented-20"]
    assert sorted(os.listdir(tmp_path)) == ["out", "set\n.jsonl"]


@pytest.mark.parametrize("cut", [5, 40, -3, 10**6])
def test_a_damaged_gzip_file_says_so(tmp_path: Path, cut: int) -> None:
    data = gzip.compress(
        b"".join(
            json.dumps({**HALVES, "task_id": f"T/{n}", "x": os.urandom(999).hex()}).encode() + b"\n"
            for n in range(50)
        )
    )
    file = tmp_path / "set.jsonl.gz"
    file.write_bytes(data[:cut])
    result = run("humaneval", file, "--out", tmp_path / "out")
    if cut == 10**6:
        assert result.exit_code == 0
    else:
        assert "set.jsonl.gz:" in result.stderr
        assert "ends in the middle" in result.stderr
        assert result.exit_code == (2 if cut > 0 else 1)
    file.write_bytes(data[:200] + b"\0\0\0\0" + data[204:])
    assert "cannot be read" in run("humaneval", file, "--out", tmp_path / "other").stderr


def test_nothing_is_replaced_unasked(tmp_path: Path) -> None:
    file, out = write(tmp_path / "set.jsonl", SHIFT, HALVES), tmp_path / "out"
    assert run("humaneval", file, "--out", out).exit_code == 0
    mine = out / "invented-1/prompt.md"
    mine.write_text("mine")
    again = run("humaneval", file, "--out", out)
    assert again.exit_code == 2
    assert "is there already; --force replaces it" in again.stderr
    assert mine.read_text() == "mine"
    assert run("humaneval", file, "--out", out, "--force").exit_code == 0
    assert mine.read_text() != "mine"

    (out / "invented-1/problem.toml").unlink()
    elsewhere = tmp_path / "elsewhere"
    (out / "invented-2").rename(elsewhere)
    (out / "invented-2").symlink_to(elsewhere)
    refused = run("humaneval", file, "--out", out, "--force")
    assert refused.exit_code == 2
    assert refused.stderr.count("is no problem folder, so it is left alone") == 2
    assert (out / "invented-1/prompt.md").exists()
    assert (elsewhere / "problem.toml").exists()


def test_what_is_no_file_or_no_place(tmp_path: Path) -> None:
    file = write(tmp_path / "set.jsonl", SHIFT)
    for path, what in ((tmp_path / "none", "does not exist"), (Path("/dev/zero"), "not a regular")):
        result = run("humaneval", path, "--out", tmp_path / "out")
        assert (result.exit_code, what in result.stderr) == (2, True)
    empty = write(tmp_path / "empty.jsonl")
    assert "there is nothing to import" in run("humaneval", empty, "--out", tmp_path / "o").stderr
    result = run("humaneval", file, "--out", file)
    assert result.exit_code == 2
    assert run("humaneval", file).exit_code == 2  # --out is a must


def test_slugs_and_helpers() -> None:
    assert slug_of("HumanEval/12") == "humaneval-12"
    assert slug_of("3", "mbpp-") == "mbpp-3"
    for name in ("", "a\n", "a/../b", "é", "x" * 65, "-"):
        with pytest.raises(Refused):
            slug_of(name)
    source = "'''text'''\r\nimport math\n@deco\ndef near(x):\n    'a\x0cb'\n\nasync def f(): ...\n"
    found = function_of(
        source + "def g(a: int, *b, c=1) -> 'x': ...\nY = 1\n", "g", "it", helpers_until=7
    )
    assert found.signature == "g(a: int, *b, c=1) -> 'x'"
    assert found.helpers == "import math\n@deco\ndef near(x):\n    'a\x0cb'\nasync def f(): ...\n"
    with pytest.raises(Refused, match="no plain function"):
        function_of(source, "f", "it")


def test_plain_values_are_builtins_all_the_way_down() -> None:
    import numpy as np

    value = plain({np.int64(1): [np.float32(0.5), (np.array([[True]]),)], "a": {np.int8(3)}})
    assert value == {1: [0.5, ([[True]],)], "a": {3}}
    assert [type(key) for key in value] == [int, str]
    assert type(value[1][0]) is float
    assert type(next(iter(value["a"]))) is int
