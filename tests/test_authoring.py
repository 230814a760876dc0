"""What authors and readers get: new folders, prompts on a terminal, the catalogue."""

import sys
from pathlib import Path

import pytest

from grader.catalogue import TITLES, by_topic, catalogue
from grader.errors import UsageError
from grader.manifest import TOPICS
from grader.problems import list_problems, read_problem
from grader.scaffolding import new_problem
from grader.showing import fitted

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"


@pytest.mark.parametrize("is_class", [False, True])
def test_a_new_folder_is_a_problem_of_that_name(tmp_path: Path, is_class: bool) -> None:
    problem = read_problem(new_problem("rate-limit_2", tmp_path, is_class=is_class))
    assert problem.slug == "rate-limit_2"
    assert problem.title == "Rate limit 2"
    assert problem.entries[0].name == ("RateLimit2" if is_class else "rate_limit_2")
    for path in problem.folder.rglob("*"):
        if path.is_file():
            text = path.read_text()
            assert "new_problem" not in text
            assert "NewProblem" not in text
            assert "New problem" not in text


@pytest.mark.parametrize(
    ("slug", "what"),
    [
        ("", "is no slug"), ("Knn", "is no slug"), ("../up", "is no slug"), ("a b", "is no slug"),
        ("1st", "is no slug"), ("a" * 65, "is no slug"), ("x\n", "is no slug"),
        ("class", "has a meaning in Python"), ("match", "has a meaning"), ("sum", "has a meaning"),
        ("np", "has a meaning"),
    ],
)  # fmt: skip
def test_a_bad_slug_is_refused(tmp_path: Path, slug: str, what: str) -> None:
    with pytest.raises(UsageError, match=what):
        new_problem(slug, tmp_path)
    assert not list(tmp_path.iterdir())


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "file").write_text("mine")
    for name in ("taken", "gone"):
        with pytest.raises(UsageError, match="is there already"):
            new_problem(name, tmp_path)
    with pytest.raises(UsageError, match="cannot be made"):
        new_problem("means", tmp_path / "file")


def test_a_comment_goes_below_code_that_is_too_long() -> None:
    code = "f([(100, 1), (200, 2)], 1.0, 1000)"
    text = f"A line of text{' that is long' * 9}  # not code\n\n```python\n{code}  # it diverges\n```\n"
    assert fitted(text, 80) == text
    wanted = text.replace(f"{code}  # it diverges", f"{code}\n    # it diverges")
    assert fitted(text, 40) == wanted


def test_a_long_comment_is_wrapped_and_code_is_not() -> None:
    text = "```\n" + "x" * 50 + "\nf(1)   # " + "word " * 12 + "\n```\n"
    lines = fitted(text, 40).splitlines()
    assert lines[1] == "x" * 50
    assert lines[2] == "f(1)"
    assert all(line.startswith("    # word") and len(line) <= 38 for line in lines[3:-1])


def test_every_topic_has_a_title() -> None:
    assert tuple(TITLES) == TOPICS


def test_the_catalogue_has_every_problem_once() -> None:
    problems, broken = list_problems()
    assert not broken
    page = catalogue(problems)
    for problem in problems:
        assert page.count(f"[`{problem.slug}`]") == 1
    assert sum(len(own) for own in by_topic(problems).values()) == len(problems)


def test_the_published_catalogue_is_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    import catalogue as script

    try:
        assert script.TARGET.read_text(encoding="utf-8") == script.page(), "run: make catalogue"
    finally:
        del sys.modules["catalogue"]
