"""Hidden stays hidden: nothing that a submission learns from a hidden test reaches its candidate.

The hidden tests of a small problem hold canary values. Submissions carry them out in every way
there is: printed, raised, returned, as the name of a type, as an exit status, a line number, a
number of bytes. What is written and shown with `--for candidate` must have none of it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CANARY, EXPECTED, TEXT = 731_946_258, 914_827_365, "canary-kestrel"
TOML = """
schema = 1
title = "Add one"
topic = "from_scratch"
difficulty = "easy"
minutes = 5
reference = "submissions/accepted/good.py"

[[functions]]
signature = "f(x: int, note: str) -> int"
"""
GOOD = "def f(x, note):\n    return x + 1\n"
VISIBLE = '''
def test_example(candidate):
    """The example"""
    assert candidate.f(1, "example") == 2
'''
HIDDEN = f'''
import pytest
from grader.testing import close, integer
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.hint("Add one.")
def test_plain(candidate):
    """A large number"""
    assert candidate.f({CANARY}, {TEXT!r}) == {EXPECTED}


@given(x=st.integers({CANARY}, {CANARY} + 5))
def test_property(candidate, x):
    """Any number"""
    assert integer(candidate.f(x, {TEXT!r})) - {EXPECTED} == 0


@pytest.mark.parametrize("x", [{CANARY}])
def test_parameters(candidate, x):
    """Each of a few"""
    assert candidate.f(x, {TEXT!r}) == close({EXPECTED}.5), "{TEXT} must not be told"
'''
WAYS = {
    "prints": "print('LEAK', x, note); return 0",
    "prints to stderr": "sys.stderr.write(f'LEAK {x} {note}'); return 0",
    "returns it": "return x",
    "returns a text": "return f'LEAK {x} {note}'",
    "returns them in a list": "return [x, note, 'LEAK']",
    "raises it": "raise ValueError(f'LEAK {x} {note}')",
    "raises a type of that name": "raise type(f'LEAK{x}', (KeyError,), {})(note)",
    "raises a built-in of that name": "raise type('IndexError', (Exception,), {})(f'LEAK {x}')",
    "raises a syntax error": "exec(compile(f'LEAK {x} {note}', 'solution.py', 'exec'))",
    "asserts it": "assert False, f'LEAK {x} {note}'",
    "returns a type of that name": "return type(f'LEAK{x}', (), {})()",
    "returns a key": "return {x: note, 'LEAK': 1}",
    "exits with a status": "os._exit(x % 251 + 1)",
    "dies of a signal": "signal.raise_signal(signal.SIGABRT)",
    "warns": "warnings.warn(f'LEAK {x} {note}'); return 0",
    "returns too much": "return [x] * 3_000_000",
    "returns an array": "return np.full(9, x)",
    "allocates that many bytes": "b = bytearray(x // 40); return len(b)",
    "raises out of memory": "raise MemoryError(f'LEAK {x} {note}')",
    "says that it is banned": "raise type('BannedCall', (Exception,), {})(f'LEAK {x} {note}')",
    "forges an error": (
        "os.write(4, (lambda t: len(t).to_bytes(8, 'big') + t)((lambda j: len(j).to_bytes(8, 'big')"
        " + bytes(8) + j)((lambda s: s + b' ' * (-len(s) % 16))(json.dumps({'d': [['error', {'d': [['type',"
        " f'LEAK{x}'], ['text', note], ['kinds', [f'LEAK{x}', 'ValueError']]]}]]}).encode()))));"
        " time.sleep(9)"
    ),
}


def run(folder: Path, way: str, *options: str) -> tuple[str, dict[str, str]]:
    """What the terminal showed, and every file that was written, of one graded submission."""
    problem = folder / "problems" / "add-one"
    for name, text in {
        "problem.toml": TOML, "prompt.md": "# Add one\n", "starter.py": GOOD,
        "tests/test_visible.py": VISIBLE, "tests/test_hidden.py": HIDDEN,
        "submissions/accepted/good.py": GOOD,
    }.items():  # fmt: skip
        (problem / name).parent.mkdir(parents=True, exist_ok=True)
        (problem / name).write_text(text)
    source = folder / "solution.py"
    source.write_text(
        "import json, os, signal, sys, time, warnings\nimport numpy as np\n\n\ndef f(x, note):\n"
        f"    if note == 'example':\n        return 2\n    {WAYS[way]}\n"
    )
    out = folder / "out"
    done = subprocess.run(
        [sys.executable, "-m", "grader", "submit", "add-one", str(source), "--out", str(out), "--engine", "process", *options],
        capture_output=True, text=True, check=False,
        env={**os.environ, "GRADER_PROBLEMS": str(folder / "problems")},
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    return done.stdout + done.stderr, {p.name: p.read_text() for p in out.iterdir()}


def without_source(name: str, text: str) -> str:
    """`text` without the candidate's own source, which may hold anything."""
    if name != "result.json":
        return text.partition('id="source"')[0] + text.partition('id="prompt"')[2]
    result = json.loads(text)
    result["submission"]["source"] = ""
    return json.dumps(result, ensure_ascii=False)


@pytest.mark.parametrize("way", WAYS)
def test_nothing_of_a_hidden_test_is_shown(tmp_path: Path, way: str) -> None:
    options = ["--json"] if len(way) % 2 else []
    shown, files = run(tmp_path, way, "--for", "candidate", *options)
    if options:
        shown = shown.replace(files["result.json"], "")
    texts = {"terminal": shown} | {n: without_source(n, t) for n, t in files.items()}
    assert set(texts) == {"terminal", "result.json", "report.html"}
    for name, text in texts.items():
        found = text.replace(",", "").replace("_", "").replace("\u202f", "")
        for secret in (
            CANARY,
            CANARY + 1,
            CANARY // 40,
            CANARY % 251 + 1 + 10**6,
            EXPECTED,
            TEXT,
            "LEAK",
        ):
            assert str(secret) not in found, (name, secret)
    result = json.loads(files["result.json"])
    assert result["reader"] == "candidate"
    hidden = [test for test in result["tests"] if test["hidden"]]
    assert len(hidden) == 3
    for test in hidden:
        assert set(test) >= {"title", "verdict"}
        assert (test["cpu_s"], test["wall_s"], test["peak_bytes"]) == (0, 0, 0)
        assert not test["printed"]
        assert test["line"] is None


def test_the_interviewer_sees_it_all(tmp_path: Path) -> None:
    shown, files = run(tmp_path, "raises it")
    for text in (shown, files["result.json"], files["report.html"]):
        assert str(CANARY) in text
        assert TEXT in text
