"""Problem folders are found by name and path; a broken one says which key and what was expected."""

import contextlib
import os
import re
import shutil
import textwrap
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from grader.errors import EXIT_USAGE, ProblemError, UsageError
from grader.manifest import read_entries, read_manifest
from grader.problems import EXPECTATIONS, list_problems, load_problem, read_problem, samples
from grader.showing import fitted

TOML = """
schema = 1
title = "Mean"
topic = "from_scratch"
difficulty = "easy"
minutes = 10
reference = "submissions/accepted/best.py"

[[functions]]
signature = "mean(values: list[float], default: float = 0.0) -> float"

[[ladder]]
name = "slow"
file = "submissions/accepted/slow.py"
runtime = 0.2
memory = 1.0

[[ladder]]
name = "best"
file = "submissions/accepted/best.py"
runtime = 1.0
memory = 0.9
"""
CODE = "def mean(values, default=0.0):\n    return sum(values) / len(values)\n"


def make(parent: Path, slug: str = "mean", toml: str = TOML) -> Path:
    folder = parent / slug
    for name in ("tests", "submissions/accepted"):
        (folder / name).mkdir(parents=True)
    (folder / "problem.toml").write_text(toml, encoding="utf-8")
    (folder / "prompt.md").write_text("# Mean\n", encoding="utf-8")
    for name in ("starter.py", "tests/test_hidden.py", "workload.py"):
        (folder / name).write_text("# é\n", encoding="utf-8")
    for name in ("slow", "best"):
        (folder / f"submissions/accepted/{name}.py").write_text(CODE, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make(tmp_path / "problems")


def broken(folder: Path) -> str:
    """The one line that says what is wrong with `folder`."""
    with pytest.raises(ProblemError) as caught:
        read_problem(folder)
    assert caught.value.exit_code == EXIT_USAGE
    text = str(caught.value)
    assert len(text.splitlines()) == 1
    assert len(text) < 500
    return text


def change(folder: Path, old: str, new: str) -> None:
    toml = folder / "problem.toml"
    text = toml.read_text(encoding="utf-8")
    assert text.count(old) >= 1, old
    toml.write_text(text.replace(old, new, 1), encoding="utf-8")


def add(folder: Path, text: str) -> None:
    with (folder / "problem.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + textwrap.dedent(text))


# ------------------------------------------------------------------- finding


def test_a_problem_is_loaded_from_its_path(folder: Path) -> None:
    problem = load_problem(str(folder))
    assert (problem.slug, problem.folder, problem.title) == ("mean", folder, "Mean")
    (entry,) = problem.entries
    assert (entry.name, entry.parameters, entry.required) == ("mean", ("values", "default"), 1)
    assert [rung.name for rung in problem.ladder] == ["slow", "best"]
    assert re.fullmatch("[0-9a-f]{16}", problem.digest)


@pytest.mark.parametrize(
    "name", ["problems/mean", "./problems/mean", "problems/mean/", "problems/mean/problem.toml"]
)
def test_any_path_to_the_folder_will_do(folder: Path, name: str) -> None:
    assert load_problem(name).folder == folder


def test_a_folder_here_is_found_by_its_bare_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    assert load_problem("mean").folder == folder
    monkeypatch.chdir(folder)
    assert load_problem(".").folder == folder
    assert load_problem("problem.toml").folder == folder
    assert load_problem("../mean").folder == folder


def test_a_slug_wins_over_a_folder_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "knn")
    monkeypatch.chdir(tmp_path)
    assert load_problem("knn").title == "k-nearest neighbours"
    assert load_problem("./knn").title == "Mean"


def test_slugs_and_unique_prefixes_name_a_problem() -> None:
    assert load_problem("knn").slug == "knn"
    assert load_problem("kmea").slug == "kmeans"


def test_directories_of_the_environment_are_searched_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    make(one, "zz_mean"), make(two, "zz_mean"), make(two, "zz_median"), make(one, "knn")
    monkeypatch.setenv("GRADER_PROBLEMS", os.pathsep.join((str(one), "", str(two))))
    assert load_problem("zz_mean").folder == one / "zz_mean"
    assert load_problem("zz_med").folder == two / "zz_median"
    assert load_problem("knn").folder == one / "knn"
    with pytest.raises(UsageError, match=r"'zz_me' could be any of zz_mean, zz_median"):
        load_problem("zz_me")


def test_the_exact_slug_wins_over_longer_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "zz"), make(tmp_path, "zz_top")
    monkeypatch.setenv("GRADER_PROBLEMS", str(tmp_path))
    assert load_problem("zz").slug == "zz"


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"^no problem 'knnn'; nearest: knn") as caught:
        load_problem("knnn")
    assert caught.value.exit_code == EXIT_USAGE


@pytest.mark.parametrize(
    "name", ["", "/", "/none", "./none", "..", "\0", "a/\0", "x" * 5000, "x/" * 999, "a\nb", "\x1b"]
)  # fmt: skip
def test_other_names_are_a_usage_error_of_one_line(folder: Path, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_problem(name)
    assert len(str(caught.value).splitlines()) == 1
    assert len(str(caught.value)) < 400
    assert "\x1b" not in str(caught.value)


def test_the_path_of_a_file_is_no_folder(folder: Path) -> None:
    with pytest.raises(UsageError, match="no such problem folder"):
        load_problem("problems/mean/prompt.md")


@pytest.mark.parametrize("place", ["none", "problems/mean/prompt.md"])
def test_a_wrong_search_path_is_a_usage_error(
    folder: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRADER_PROBLEMS", place)
    with pytest.raises(UsageError, match=r"GRADER_PROBLEMS: .*: not a directory"):
        list_problems()


def test_the_list_has_the_good_ones_and_what_is_wrong_with_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(folder.parent, "broken", "title = 1")
    make(folder.parent, "Bad Name")
    (folder.parent / "no_problem").mkdir()
    (folder.parent / "a_file").touch()
    monkeypatch.setenv("GRADER_PROBLEMS", str(folder.parent))
    good, errors = list_problems()
    slugs = [problem.slug for problem in good]
    assert {"mean", "knn"} <= set(slugs)
    assert slugs == sorted(slugs)
    assert len(errors) == 2
    assert load_problem("mean").slug == "mean"


def test_bundled_problems_are_whole() -> None:
    good, errors = list_problems()
    assert errors == []
    assert good
    for problem in good:
        assert {"accepted", "wrong_answer"} <= {expected for expected, _ in samples(problem)}


# ------------------------------------------------------------------- what problem.toml may say


BROKEN: list[tuple[str, str, str]] = [
    ("schema = 1", "schema = 2", "schema: expected 1, got 2"),
    ("schema = 1\n", "", "schema: is missing"),
    ("schema = 1", "shema = 1", "shema: unknown key; nearest: schema"),
    ("schema = 1", "schema = 1\nzzzzzz = 1", "zzzzzz: unknown key"),
    ("schema = 1", 'schema = 1\n"a\\nb\\u001b" = 1', "unknown key"),
    ('title = "Mean"', "title = 3", "title: expected a text, got 3"),
    ('title = "Mean"', 'title = " "', "title: expected one line of text, got ' '"),
    ('title = "Mean"', 'title = "a\\nb"', "title: expected one line of text, got 'a\\nb'"),
    ("from_scratch", "from_scrap", "topic: expected one of algorithms_theory, case_study,"),
    ("easy", "Easy", "difficulty: expected one of easy, medium, hard, got 'Easy'"),
    ("minutes = 10", "minutes = 0", "minutes: expected a whole number from 1 to 600, got 0"),
    ("minutes = 10", "minutes = 10.5", "minutes: expected a whole number, got 10.5"),
    ("minutes = 10", "minutes = true", "minutes: expected a whole number, got True"),
    ("minutes = 10", "minutes = 2020-01-01", "minutes: expected a whole number, got datetime"),
    ("minutes = 10", f"minutes = 0x{'f' * 9000}", "minutes: expected a whole number from 1"),
    ("minutes = 10", f"minutes = {'9' * 9000}", "not TOML: "),
    ("minutes = 10", "minutes = ", "not TOML: Invalid value (at line 6, column 11)"),
    ("minutes = 10", "minutes = 10\nminutes = 11", "not TOML: Cannot overwrite a value (at line 7"),
    ("minutes = 10", f"minutes = {'[' * 9000}", "nested too deep"),
    ("[[functions]]", "[functions]", "functions: expected a list, got {'signature'"),
    ("[[functions]]", "[[function]]", "function: unknown key; nearest: functions"),
    ("signature = ", "signatur = ", "functions[0].signatur: unknown key; nearest: signature"),
    ("mean(values", "mean values", 'functions[0].signature: expected "name(parameters) -> type"'),
    ("mean(values", "class(values", "functions[0].signature: expected"),
    ("-> float", "-> float: pass\\ndef f()", "functions[0].signature: expected"),
    ("mean(values", "mean(values, *, key", "keyword-only parameters to have defaults"),
    ("mean(values", f"mean({'(' * 500}", "functions[0].signature: expected"),
    (
        "runtime = 0.2",
        "runtime = -0.1",
        "ladder[0].runtime: expected a share from 0 to 1, got -0.1",
    ),
    ("runtime = 0.2", "runtime = nan", "ladder[0].runtime: expected a share from 0 to 1, got nan"),
    ("runtime = 0.2", 'runtime = "x"', "ladder[0].runtime: expected a number, got 'x'"),
    ("runtime = 0.2\n", "", "ladder[0].runtime: is missing"),
    ("runtime = 1.0", "runtime = 0.1", "ladder[1].runtime: expected the rungs from slowest"),
    ("runtime = 1.0", "runtime = 0.9", "ladder: expected the best rung to have runtime = 1.0"),
    ("memory = 1.0", "memory = 0.8", "ladder: expected the best rung to have memory = 1.0"),
    ("memory = 0.9", "memory = 1.1", "ladder[1].memory: expected a share from 0 to 1, got 1.1"),
    ('name = "best"', 'name = "slow"', "ladder: two rungs are called 'slow'"),
    ('name = "best"', 'name = ""', "ladder[1].name: expected a name"),
    ("accepted/best.py", "accepted/none.py", "reference: expected a Python file in the problem's"),
    ("accepted/best.py", "../../../outside.py", "reference: expected a Python file"),
    ("submissions/accepted/best.py", "/etc/passwd", "reference: expected a Python file"),
    ("submissions/accepted/best.py", "prompt.md", "reference: expected a Python file"),
    ("submissions/accepted/best.py", "tests", "reference: expected a Python file"),
    ("submissions/accepted/best.py", "", "reference: expected a Python file"),
    ("submissions/accepted/best.py", "a\\u0000b.py", "reference: expected a Python file"),
    ("submissions/accepted/best.py", "x" * 5000 + ".py", "reference: expected a Python file"),
    ("accepted/slow.py", "../../outside.py", "ladder[0].file: expected a Python file"),
]


@pytest.mark.parametrize(("old", "new", "complaint"), BROKEN)
def test_a_mistake_names_the_key_and_what_was_expected(
    folder: Path, old: str, new: str, complaint: str
) -> None:
    (folder.parent.parent / "outside.py").write_text(CODE)
    change(folder, old, new)
    text = broken(folder)
    assert text.startswith("problems/mean/problem.toml: ")
    assert complaint in text
    assert "\x1b" not in text


APPENDED: list[tuple[str, str]] = [
    ('[limits]\ncpu_s = "two"', "limits.cpu_s: expected a number, got 'two'"),
    ("[limits]\ncpu = 1.0", "limits.cpu: unknown key; nearest: cpu_s"),
    ("[limits]\ncpu_s = 0", "limits.cpu_s: expected a number from 0.01 to 600, got 0"),
    ("[limits]\ncpu_s = -1", "limits.cpu_s: expected a number from 0.01 to 600, got -1"),
    ("[limits]\ncpu_s = nan", "limits.cpu_s: expected a number from 0.01 to 600, got nan"),
    ("[limits]\ncpu_s = inf", "limits.cpu_s: expected a number from 0.01 to 600, got inf"),
    ("[limits]\ncpu_s = 1e9", "limits.cpu_s: expected a number from 0.01 to 600, got 1000000000.0"),
    (f"[limits]\ncpu_s = 0x{'f' * 999}", "limits.cpu_s: "),
    ('[limits]\nwall_s = "x"', "limits.wall_s: expected a number, got 'x'"),
    ("[limits]\nwall_s = 1", "limits.wall_s: expected at least cpu_s (2), got 1"),
    ("[limits]\nimport_s = 0", "limits.import_s: expected a number from 0.1 to 600, got 0"),
    ("[limits]\nmemory_bytes = 512", "limits.memory_bytes: expected a number from 1048576 to"),
    ("[limits]\nmemory_bytes = 1.5e9", "limits.memory_bytes: expected a whole number, got"),
    (f"[limits]\nmemory_bytes = 0x{'f' * 9000}", "limits.memory_bytes: expected a number from"),
    ("[limits]\noutput_bytes = 0", "limits.output_bytes: expected a number from 1024 to"),
    ("[limits]\nthreads = 0", "limits.threads: expected a number from 1 to 4096, got 0"),
    ("[weights]\ncorrectness = 50", "weights: expected marks that add up to 100, got correctness 50"
     " + runtime 25 + memory 15 = 90"),
    ("[weights]\nruntime = -25", "weights.runtime: expected a number from 0 to 100, got -25"),
    ("[weights]\nruntime = nan", "weights.runtime: expected a number from 0 to 100, got nan"),
    ("[weights]\nspeed = 25", "weights.speed: unknown key"),
    ('[policy]\nforbid = "numpy.linalg"', "policy.forbid: expected a list, got 'numpy.linalg'"),
    ('[policy]\nforbid = ["a", 1]', "policy.forbid[1]: expected a text, got 1"),
    ('[policy]\nforbid = ["np linalg"]', "policy.forbid[0]: expected a dotted name such as"),
    ('[policy]\nforbid = ["numpy."]', "policy.forbid[0]: expected a dotted name such as"),
    ('[policy]\nforbidden = ["numpy"]', "policy.forbidden: unknown key; nearest: forbid"),
    ('[[functions]]\nsignature = "mean(x)"', "functions: mean stands there twice"),
    ('[[classes]]\nsignature = "mean(x)"', "functions: mean stands there twice"),
    ('[[classes]]\nsignature = "Model"', "classes[0].signature: expected"),
    ('[[classes]]\nsignature = "M()"\nmethods = ["fit"]', "classes[0].methods[0]: expected"),
    ('[[classes]]\nsignature = "M()"\nmethods = ["f()", "f(x)"]', "f stands there twice"),
    ('[[classes]]\nsignature = "M()"\nmethod = ["f()"]', "classes[0].method: unknown key"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "complaint"), APPENDED)
def test_a_mistake_in_a_table_names_the_key_in_it(folder: Path, text: str, complaint: str) -> None:
    add(folder, text)
    assert complaint in broken(folder)


def test_a_problem_asks_for_something(folder: Path) -> None:
    signature = (
        '[[functions]]\nsignature = "mean(values: list[float], default: float = 0.0) -> float"'
    )
    change(folder, signature, "")
    assert "functions: expected at least one [[functions]] or [[classes]]" in broken(folder)


def test_everything_optional_can_be_given(folder: Path) -> None:
    add(
        folder,
        """
        [[classes]]
        signature = "KMeans(k: int, /, seed: int = 0, *rest, tol=1e-3, **more)"
        methods = ["fit(X)", "predict(X) -> list[int]"]
        [limits]
        cpu_s = 1
        wall_s = 1.5
        import_s = 3.0
        memory_bytes = 268_435_456
        output_bytes = 4096
        threads = 1
        [weights]
        correctness = 33.3
        runtime = 33.3
        memory = 33.4
        [policy]
        forbid = ["numpy.linalg.lstsq", "numpy.polynomial", "heapq"]
        reason = "to be written"
        """,
    )
    problem = read_problem(folder)
    made = problem.entries[1]
    assert (made.name, made.is_class, made.methods) == ("KMeans", True, ("fit", "predict"))
    assert (made.parameters, made.required) == (("k", "seed"), 1)
    assert (problem.limits.cpu_s, problem.limits.wall, problem.limits.threads) == (1.0, 1.5, 1)
    assert problem.weights.memory == 33.4
    assert problem.policy.forbid[2] == "heapq"


def test_a_problem_without_ladder_and_workload_is_whole(folder: Path) -> None:
    (folder / "workload.py").unlink()
    assert "problem.toml: ladder: needs a workload.py, which is missing" in broken(folder)
    toml = folder / "problem.toml"
    toml.write_text(toml.read_text(encoding="utf-8").partition("[[ladder]]")[0], encoding="utf-8")
    assert read_problem(folder).ladder == ()
    (folder / "workload.py").touch()
    assert "problem.toml: ladder: is missing" in broken(folder)


# ------------------------------------------------------------------- what the folder must hold


@pytest.mark.parametrize("name", ["prompt.md", "starter.py", "tests/test_hidden.py"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert broken(folder) == f"problems/mean/{name}: is missing"


def test_a_missing_problem_toml_is_named(folder: Path) -> None:
    (folder / "problem.toml").unlink()
    assert broken(folder) == "problems/mean/problem.toml: is missing"


@pytest.mark.parametrize(
    "name", ["problem.toml", "prompt.md", "tests/test_hidden.py", "workload.py",
             "submissions/accepted/slow.py", "submissions/accepted/best.py"],
)  # fmt: skip
def test_a_file_that_is_not_utf8_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"# caf\xe9\n")
    assert broken(folder) == f"problems/mean/{name}: not UTF-8: byte 0xe9 at offset 5"


def test_a_directory_in_place_of_a_file_is_named(folder: Path) -> None:
    (folder / "prompt.md").unlink()
    (folder / "prompt.md").mkdir()
    assert broken(folder) == "problems/mean/prompt.md: cannot be read: Is a directory"
    shutil.rmtree(folder / "tests")
    (folder / "tests").touch()
    (folder / "prompt.md").rmdir()
    (folder / "prompt.md").touch()
    assert broken(folder) == "problems/mean/tests/test_hidden.py: is missing"


def test_an_unreadable_file_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:  # root can read everything
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert broken(folder) == "problems/mean/problem.toml: cannot be read: Permission denied"


def test_a_link_out_of_the_folder_is_no_solution(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.py").write_text(CODE)
    best = folder / "submissions/accepted/best.py"
    best.unlink()
    best.symlink_to(tmp_path / "outside.py")
    assert "reference: expected a Python file in the problem's folder" in broken(folder)
    best.unlink()
    best.symlink_to(best)
    assert "reference: expected a Python file in the problem's folder" in broken(folder)


@pytest.mark.parametrize("slug", ["Mean", "2nd", "a b", "a.b", "é", "x" * 65, "a\nb", "_a"])
def test_the_name_of_the_folder_is_a_slug(tmp_path: Path, slug: str) -> None:
    assert "expected a folder named in a-z, 0-9, _ and -" in broken(make(tmp_path, slug))


def test_a_slug_may_hold_dashes(tmp_path: Path) -> None:
    assert read_problem(make(tmp_path, "my-mean_2")).slug == "my-mean_2"


# ------------------------------------------------------------------- digest


DECIDING = ["problem.toml", "prompt.md", "starter.py", "workload.py", "tests/test_hidden.py",
            "submissions/accepted/slow.py"]  # fmt: skip


@pytest.mark.parametrize("name", DECIDING)
def test_the_digest_follows_what_decides_a_grade(folder: Path, name: str) -> None:
    before = read_problem(folder).digest
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("# more\n")
    assert read_problem(folder).digest != before


def test_the_digest_follows_new_and_renamed_files(folder: Path) -> None:
    seen = {read_problem(folder).digest}
    (folder / "tests/helpers").mkdir()
    helper = folder / "tests/helpers/one.py"
    for step in (helper.touch, lambda: helper.rename(helper.with_name("two.py"))):
        step()
        seen.add(read_problem(folder).digest)
    assert len(seen) == 3


def test_the_digest_is_of_the_content_alone(folder: Path, tmp_path: Path) -> None:
    before = read_problem(folder).digest
    (folder / "notes.txt").touch()
    (folder / "tests/__pycache__").mkdir()
    (folder / "tests/__pycache__/x.pyc").touch()
    (folder / "submissions/wrong_answer").mkdir()
    (folder / "submissions/wrong_answer/x.py").touch()
    copy = shutil.copytree(folder, tmp_path / "elsewhere" / "other")
    assert read_problem(folder).digest == read_problem(copy).digest == before


def test_the_digest_holds_a_reference_outside_accepted(folder: Path) -> None:
    (folder / "reference.py").write_text(CODE)
    change(folder, "submissions/accepted/best.py", "reference.py")
    before = read_problem(folder).digest
    (folder / "reference.py").write_text(CODE + "#")
    assert read_problem(folder).digest != before


# ------------------------------------------------------------------- samples


def sample(folder: Path, name: str) -> None:
    path = folder / "submissions" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


def test_samples_are_named_by_their_folders(folder: Path) -> None:
    for name in ("wrong_answer/b.py", "wrong_answer/a.ipynb", "cheating/c.py", "README.md",
                 "wrong_answer/notes.md", "wrong_answer/.hidden.py", "__pycache__/x.py",
                 "cheating/__pycache__/x.py", ".git/x.py"):  # fmt: skip
        sample(folder, name)
    (folder / "submissions/wrong_answer/folder.py").mkdir()
    got = [(expected, path.name) for expected, path in samples(read_problem(folder))]
    assert got == [
        ("accepted", "best.py"), ("accepted", "slow.py"), ("cheating", "c.py"),
        ("wrong_answer", "a.ipynb"), ("wrong_answer", "b.py"),
    ]  # fmt: skip
    assert all(path.is_relative_to(folder) for _, path in samples(read_problem(folder)))


def test_every_verdict_but_ours_names_a_folder(folder: Path) -> None:
    assert set(EXPECTATIONS) == {
        "accepted", "wrong_answer", "time_limit_exceeded", "memory_limit_exceeded",
        "output_limit_exceeded", "run_time_error", "rejected", "cheating",
    }  # fmt: skip
    for name in EXPECTATIONS:
        sample(folder, f"{name}/x.py")
    assert {expected for expected, _ in samples(read_problem(folder))} == set(EXPECTATIONS)


@pytest.mark.parametrize("name", ["wrong_answers/x.py", "judge_error/x.py", "Accepted/x.py"])
def test_a_folder_that_names_no_verdict_is_an_error(folder: Path, name: str) -> None:
    sample(folder, name)
    with pytest.raises(ProblemError, match=f"{name.partition('/')[0]}: not a verdict"):
        samples(read_problem(folder))


def test_a_sample_in_no_folder_is_an_error(folder: Path) -> None:
    sample(folder, "forgotten.py")
    with pytest.raises(ProblemError, match=r"mean/submissions/forgotten.py: expected it in a"):
        samples(read_problem(folder))


def test_a_problem_without_samples_has_none(folder: Path) -> None:
    problem = read_problem(folder)
    shutil.rmtree(folder / "submissions")
    assert samples(problem) == []


# ------------------------------------------------------------------- junk


def wrong(key: str, what: str) -> ProblemError:
    return ProblemError(f"{key}: {what}")


def parse(text: str) -> None:
    """Read a manifest; nothing but a ProblemError of one line may come of it."""
    try:
        read_entries(read_manifest(text, wrong), wrong)
    except ProblemError as error:
        text = str(error)
    else:
        text = "fine"
    assert len(text.splitlines()) == 1


def as_toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(c):08x}" for c in value) + '"'
    if isinstance(value, list):
        return f"[{', '.join(map(as_toml, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{as_toml(k)} = {as_toml(v)}" for k, v in value.items()) + "}"
    return str(value)


KEYS = st.sampled_from([
    "schema", "title", "topic", "difficulty", "minutes", "reference", "functions", "classes",
    "limits", "weights", "policy", "ladder", "signature", "methods", "cpu_s", "memory_bytes",
    "runtime", "memory", "correctness", "name", "file", "forbid", "a - at `$.b",
])  # fmt: skip
TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=10),
    st.sampled_from(["f(x)", "f(x=1, *, y)", "M()", "easy", "from_scratch", "x.py", "numpy.a"]),
)
VALUES = st.recursive(
    st.one_of(TEXT, st.integers(), st.floats(), st.booleans(), st.just(1), st.just(1.0)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(KEYS, TEXT), inner, max_size=5)
    ),
    max_leaves=12,
)
LINES = [line for line in TOML.splitlines() if "=" in line and line[0] != "["]


@given(st.text(max_size=200))
@example("\x00")
@example("[" * 2000)
@example("a = " + "{b=" * 2000)
def test_any_text_is_a_manifest_or_a_problem_error(text: str) -> None:
    parse(text)


@given(st.dictionaries(st.one_of(KEYS, TEXT), VALUES, max_size=8))
def test_any_tables_are_a_manifest_or_a_problem_error(tables: dict[str, Any]) -> None:
    parse("\n".join(f"{as_toml(key)} = {as_toml(value)}" for key, value in tables.items()))


@given(st.sampled_from(LINES), VALUES)
def test_any_value_of_a_key_is_taken_or_a_problem_error(line: str, value: Any) -> None:
    parse(TOML.replace(line, f"{line.partition('=')[0]} = {as_toml(value)}"))


@given(st.binary(max_size=100), st.sampled_from(["problem.toml", "prompt.md", "workload.py"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_in_a_folder_are_a_problem_or_an_error(
    folder: Path, data: bytes, name: str
) -> None:
    before = (folder / name).read_bytes()
    (folder / name).write_bytes(data)
    with contextlib.suppress(ProblemError):
        load_problem(str(folder))
    (folder / name).write_bytes(before)


def test_prompts_of_bundled_problems_fit_a_terminal() -> None:
    """A line of code or a formula that is wrapped cannot be read."""
    for problem in list_problems()[0]:
        prompt = (problem.folder / "prompt.md").read_text(encoding="utf-8")
        inside, wide = False, []
        for line in fitted(prompt, 80).splitlines():
            if line.lstrip().startswith("```"):
                inside = not inside
            elif inside and len(line) > 78:
                wide.append(line)
        assert not wide, f"{problem.slug}: {wide}"
