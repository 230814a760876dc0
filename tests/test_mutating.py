"""Mutants: one small mistake each, and which of them the tests of a problem find."""

import ast
import shutil
from pathlib import Path

import pytest

from grader.errors import ProblemError
from grader.killing import LIST, Mutation, Trial, bank_share, mutate, read_list
from grader.layers import layer_of
from grader.model import Problem
from grader.mutating import Mutant, mutants, sample
from grader.problems import read_problem
from grader.processes import ProcessEngine
from grader.scaffolding import new_problem

SOURCE = '''
"""A docstring."""
import numpy as np

def f(xs: list[int] | None, k: int = 2) -> float:
    if k < 1:
        raise ValueError("k is %d" % (k + 1))
    total = 0
    for i in range(1, len(xs)):
        total += xs[i] * k
    X = np.array(xs, dtype=float).sum(axis=0, keepdims=True)
    best = min(xs[:k]) if total and k else -1
    return best, np.var(X, ddof=1)
'''


def changed(mutant: Mutant) -> tuple[str, str]:
    rows = [row for row in mutant.diff.splitlines()[2:] if row[0] in "+-"]
    return (
        " ".join(row[1:].strip() for row in rows if row[0] == "-"),
        " ".join(row[1:].strip() for row in rows if row[0] == "+"),
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("if k < 1:", "if k <= 1:"),
        ("if k < 1:", "if k >= 1:"),
        ("if k < 1:", "if k < 2:"),
        ("if k < 1:", "if k < 0:"),
        ("""if k < 1: raise ValueError('k is %d' % (k + 1))""", "pass"),
        ("for i in range(1, len(xs)):", "for i in range(1 + 1, len(xs)):"),
        ("for i in range(1, len(xs)):", "for i in range(1, len(xs) - 1):"),
        ("total += xs[i] * k", "total -= xs[i] * k"),
        ("total += xs[i] * k", "total = xs[i] * k"),
        ("total += xs[i] * k", "total += xs[i] / k"),
        ("best = min(xs[:k]) if total and k else -1", "best = max(xs[:k]) if total and k else -1"),
        ("best = min(xs[:k]) if total and k else -1", "best = min(xs[:]) if total and k else -1"),
        ("best = min(xs[:k]) if total and k else -1", "best = min(xs[:k]) if total or k else -1"),
        ("best = min(xs[:k]) if total and k else -1", "best = min(xs[:k]) if total else -1"),
        ("best = min(xs[:k]) if total and k else -1", "best = min(xs[:k]) if total and k else 1"),
        ("best = min(xs[:k]) if total and k else -1", "best = -1"),
        ("return (best, np.var(X, ddof=1))", "return (best, np.var(X))"),
        ("return (best, np.var(X, ddof=1))", "return (best, np.var(X, ddof=2))"),
        ("return (best, np.var(X, ddof=1))", "return (best, np.std(X, ddof=1))"),
        ("return (best, np.var(X, ddof=1))", "return (np.var(X, ddof=1), best)"),
        ("return (best, np.var(X, ddof=1))", "return None"),
    ],
)  # fmt: skip
def test_a_slip_of_each_kind(old: str, new: str) -> None:
    assert (old, new) in [changed(mutant) for mutant in mutants("f.py", SOURCE)]


def test_axis_and_keepdims() -> None:
    lines = [changed(mutant)[1] for mutant in mutants("f.py", SOURCE)]
    assert "X = np.array(xs, dtype=float).sum(keepdims=True)" in lines
    assert "X = np.array(xs, dtype=float).sum(axis=0)" in lines
    assert "X = np.array(xs, dtype=float).sum(keepdims=True, axis=1)" in lines


def test_a_name_that_is_not_there_is_no_slip() -> None:
    found = [changed(mutant)[1] for mutant in mutants("f.py", "x = sum(xs) + min(xs) + a.sum()")]
    assert "x = sum(xs) + max(xs) + a.sum()" in found
    assert "x = sum(xs) + min(xs) + a.mean()" in found
    assert not [line for line in found if " mean(" in line]


def test_every_mutant_parses_differs_and_is_there_once() -> None:
    found = mutants("f.py", SOURCE)
    original = ast.unparse(ast.parse(SOURCE))
    sources = [mutant.source for mutant in found]
    assert len(set(sources)) == len(sources) >= 40
    assert original not in sources
    assert len({mutant.key for mutant in found}) == len(found)
    for source in sources:
        ast.parse(source)


def test_texts_of_errors_and_annotations_stay() -> None:
    for mutant in mutants("f.py", SOURCE):
        assert "list[int] | None" in mutant.source
        assert mutant.what == "a guard gone" or "'k is %d' % (k + 1)" in mutant.source


def test_a_key_stays_when_lines_move() -> None:
    moved = SOURCE.replace("import numpy as np", "import numpy as np\n\nCONSTANT = 'text'\n")
    assert {m.key for m in mutants("f.py", SOURCE)} == {m.key for m in mutants("f.py", moved)}
    assert not {m.key for m in mutants("f.py", SOURCE)} & {m.key for m in mutants("g.py", SOURCE)}


def test_a_sample_is_the_same_each_time() -> None:
    found = mutants("f.py", SOURCE)
    assert len(sample(found, 5)) == 5
    assert set(sample(found, 5)) < set(sample(found, 9))
    assert sample(found, 0) == found


@pytest.mark.parametrize(
    ("name", "hidden", "layer"),
    [
        ("test_random_rows[3]", True, "random"), ("test_edge_ties", True, "edge"),
        ("test_relation[1]", True, "relation"), ("test_rows", True, "other"),
        ("test_random_rows", False, "visible"),
    ],
)  # fmt: skip
def test_layer(name: str, hidden: bool, layer: str) -> None:
    assert layer_of(name, hidden=hidden) == layer


def trial(key: str, *layers: str, listed: bool = False) -> Trial:
    mutant = Mutant(file="a.py", line=1, what="one more", source="", diff="", key=key)
    return Trial(problem="p", mutant=mutant, listed=listed, layers=layers, duration_s=0.0)


def test_shares() -> None:
    trials = (
        trial("a", "random", "edge"), trial("b", "visible"), trial("c", listed=True),
        trial("d", "relation", "visible"), trial("e"),
    )  # fmt: skip
    found = Mutation(problem="p", trials=trials, faults=())
    assert found.share == 0.5
    assert [t.mutant.key for t in found.survivors] == ["b", "e"]  # the prompt's examples are known
    assert "2 of 4 mutants" in found.in_words()
    assert "random 25%, relation 25%, edge 25%, visible 50%" in found.in_words()
    assert "1 listed as equivalent" in found.in_words()
    assert found.ok  # four mutants say little
    many = Mutation(problem="p", trials=trials * 6, faults=())
    assert not many.ok
    assert not Mutation(problem="p", trials=(), faults=("a stale key",)).ok
    assert bank_share([found, many]) == 0.5


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    folder = new_problem("means", tmp_path)
    for name in ("wrong_answer", "run_time_error"):
        shutil.rmtree(folder / "submissions" / name)
    (folder / "submissions" / "accepted" / "vectorised.py").unlink()
    (folder / LIST).unlink()
    hidden = folder / "tests" / "test_hidden.py"
    text = hidden.read_text()
    start, end = (
        text.index(line)
        for line in (
            "# ---",
            "# ---------------------------------------------------------------- edge",
        )
    )
    hidden.write_text(text[:start] + text[end:])  # few tests: this is not about them
    return read_problem(folder)


def run(problem: Problem, count: int = 0) -> Mutation:
    found = mutate(
        [problem], lambda _name, seed: ProcessEngine(seed), engine="process", count=count
    )
    return found[0]


def test_the_tests_of_a_new_problem_find_what_matters(problem: Problem) -> None:
    found = run(problem)
    assert len(found.trials) > 8
    assert all("edge" in t.layers for t in found.trials if t.killed)
    assert {t.mutant.what for t in found.survivors} <= {"one less"}  # X[-1] for X[0]
    assert not found.faults


def test_a_mutant_that_never_ends_is_found(problem: Problem) -> None:
    path = problem.folder / "submissions" / "accepted" / "plain.py"
    path.write_text(
        path.read_text().replace(
            "    return [", "    i = 0\n    while i < 3:\n        i += 1\n    return ["
        )
    )
    found = run(read_problem(problem.folder))
    endless = [t for t in found.trials if "i -= 1" in t.mutant.source]
    assert endless
    assert all(t.killed for t in endless)


def test_the_list_of_equivalents_is_held_to_its_word(problem: Problem) -> None:
    everyone = run(problem)
    found = next(t.mutant for t in everyone.trials if t.killed)
    keys = f'["{found.key}", "0123456789ab"]'
    (problem.folder / LIST).write_text(
        f'[[equivalent]]\nfile = "accepted/plain.py"\nkeys = {keys}\nreason = "why"\n'
    )
    again = run(problem)
    assert len(again.counted) == len(everyone.counted) - 1
    assert not again.ok
    assert again.faults == (
        f"{LIST}: 0123456789ab: there is no such mutant",
        f"{LIST}: {found.key}: listed as equivalent, but found: {found.what}",
    )


@pytest.mark.parametrize(
    "text", ['[[equivalent]]\nkeys = ["a"]\nfile = "f"\nreason = " "\n', "[[equal]]\n", "not toml"]
)
def test_a_list_that_says_nothing_is_refused(problem: Problem, text: str) -> None:
    (problem.folder / LIST).write_text(text)
    with pytest.raises(ProblemError, match=LIST):
        read_list(problem)
