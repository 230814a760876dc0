"""What the docs say can be done, done; the examples for other systems, read as those read them."""

import re
import shlex
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from grader.cli import main
from grader.problems import folders_of

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def commands(text: str) -> list[list[str]]:
    """Every `grader …` in a text, as words, without comments and what the shell does with it."""
    found = []
    for line in text.replace("\\\n", " ").splitlines():
        for part in re.split(r"\||&&|\$\(", line):
            match = re.match(
                r"\s*(?:- run: |[A-Z_]+=\S+ |xargs -0 )*(grader [\w./].*|grader)$", part
            )
            if match and "…" not in part:
                text = re.sub(r" (> \S+|< \S+)", "", match[1])
                words = shlex.split(re.sub(r" {2,}.*", "", text), comments=True)
                found.append(words[1:])
    return found


def parse(words: list[str]) -> None:
    """Raises click's own error where a command or an option is not there."""
    command: click.Command = main
    context = click.Context(main, info_name="grader")
    while isinstance(command, click.Group) and words:
        found = command.get_command(context, words[0])
        assert found is not None, f"no command {words[0]}"
        command, words = found, words[1:]
        context = click.Context(command, parent=context)
    command.make_parser(context).parse_args(list(words))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_in_the_docs_exist(page: Path) -> None:
    for block in re.findall(
        r"^```(?:sh|bash|)\n(.*?)^```$", page.read_text(), re.MULTILINE | re.DOTALL
    ):
        for words in commands(block):
            parse(words)


def test_the_check_of_commands_finds_them_and_their_mistakes() -> None:
    text = "A=b grader verify x --jobs 2  # c\ngit diff | xargs -0 grader verify --changed --\n  - run: grader doctor"
    assert commands(text) == [
        ["verify", "x", "--jobs", "2"],
        ["verify", "--changed", "--"],
        ["doctor"],
    ]
    with pytest.raises(click.NoSuchOption):
        parse(["verify", "--chnged"])
    with pytest.raises(AssertionError):
        parse(["verfy"])


def test_the_workflow_is_one_whose_commands_exist() -> None:
    workflow = yaml.safe_load((ROOT / "docs/examples/problems.yml").read_text())
    assert {"pull_request", "push"} == set(workflow[True])  # YAML reads `on` as true
    steps = workflow["jobs"]["verify"]["steps"]
    assert all(("uses" in step) != ("run" in step) for step in steps)
    found = [words for step in steps for words in commands(step.get("run", ""))]
    assert [words[0] for words in found] == ["sandbox", "doctor", "verify"]
    for words in found:
        parse(words)


def test_the_hook_runs_on_problem_files_and_on_no_other() -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    used = yaml.safe_load((ROOT / "docs/examples/pre-commit-config.yaml").read_text())
    assert used["repos"][0]["hooks"] == [{"id": hook["id"]}]
    parse([*shlex.split(hook["entry"])[1:], "problems/knn/prompt.md"])
    wanted = re.compile(hook["files"])
    for name in (
        "problems/knn/problem.toml",
        "knn/tests/test_hidden.py",
        "a/submissions/accepted/x.py",
    ):
        assert wanted.search(name), name
    for name in ("README.md", "grader/cli.py", "src/prompt.md.txt"):
        assert not wanted.search(name), name


def test_changed_files_mean_their_problems() -> None:
    names = [
        "problems/knn/prompt.md",
        "problems/knn/tests/gone.py",
        "README.md",
        "problems/kmeans/x",
        "no/where",
    ]
    found = folders_of(str(ROOT / name) for name in names)
    assert [folder.name for folder in found] == ["knn", "kmeans"]
    done = CliRunner().invoke(main, ["verify", "--changed", "--", "README.md", "-x"])
    assert (done.exit_code, done.output) == (0, "none of these files belongs to a problem\n")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("grader submit knn", "plain,knn"), ("grader verify knn gradient_d", "plain,gradient_descent"),
        ("grader batch kn", "plain,knn"), ("grader submit knn sol", "file,sol"), ("grader ver", "plain,verify"),
        ("grader show nothing_like_it", "file,nothing_like_it"),
    ],
)  # fmt: skip
def test_the_shell_completes(words: str, found: str) -> None:
    env = {
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
        "_GRADER_COMPLETE": "bash_complete",
    }
    done = CliRunner().invoke(main, prog_name="grader", env=env)
    assert found in done.output.splitlines()
