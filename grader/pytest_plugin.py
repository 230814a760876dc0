"""`pytest problems/knn --submission solution.py`: pytest's own way into a problem folder.

Every pytest run of an environment that has grader loads this file. So it imports nothing, and does
nothing unless the run is for a problem folder. `-p no:grader` turns it off altogether.
"""

import os
from pathlib import Path

import pytest

MANIFEST = "problem.toml"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("grader", "problem folders of grader")
    group.addoption(
        "--submission", metavar="FILE",
        help="test this solution in the sandbox; by default the problem's reference, without walls",
    )  # fmt: skip
    group.addoption(
        "--grader-engine", choices=("docker", "process"), default=None,
        help="where it runs: docker by default; 'process' has no walls",
    )  # fmt: skip


def pytest_configure(config: pytest.Config) -> None:
    """Take part in a run for one problem folder, and in no other."""
    submission = config.getoption("--submission")
    folders = problem_folders(config)
    if len(folders) != 1:
        if submission is not None:
            names = ", ".join(str(folder) for folder in folders) or "none"
            what = f"--submission needs one problem folder to test it in, and got {names}"
            raise pytest.UsageError(f"{what}: pytest problems/knn --submission {submission}")
        return
    from grader.authoring import plugin_for

    engine = config.getoption("--grader-engine") or os.environ.get("GRADER_ENGINE")
    config.pluginmanager.register(plugin_for(folders[0], submission, engine), "grader-authoring")


def problem_folders(config: pytest.Config) -> list[Path]:
    """The problem folders that the arguments lie in."""
    found: dict[Path, None] = {}
    for argument in config.args:
        path = Path(os.path.abspath(argument.split("::")[0]))
        for place in (path, *path.parents):
            if os.path.isfile(place / MANIFEST):
                found[place] = None
                break
    return list(found)
