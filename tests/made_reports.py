"""Reports made up for tests of pages, tables and files: no engine is needed for these."""

from typing import Any

import msgspec

from grader.model import (
    Comparison,
    CostResult,
    Element,
    Finding,
    Marks,
    Performance,
    ProblemRef,
    ReferenceCost,
    Report,
    SandboxFacts,
    Score,
    SizeResult,
    Step,
    SubmissionRef,
    TestResult,
    Verdict,
)

FACTS = SandboxFacts(
    engine="docker", image="grader-sandbox:1", runtime="default", cgroup="v2", python="3.13.5",
    numpy="2.4.6", limits={"memory_bytes": 5.0e8, "cpu_s": 2.0, "threads": 32},
)  # fmt: skip
SOURCE = "import numpy as np\n\n\ndef f(x):\n    return np.linalg.inv(x) / 0\n"


def report(text: str = "plain", verdict: Verdict = Verdict.WRONG_ANSWER) -> Report:
    """A report with `text` in every field that a candidate or an author can fill."""
    element = Element(where=text, expected=text, actual=text, same=False)
    test = TestResult(
        name=text, title=text, hidden=False, points=0, max_points=1, verdict=verdict, message=text,
        hint=text, call=text, example=text, expected=text, actual=text, printed=text, line=1,
        comparison=Comparison(
            expected=text, actual=text, elements=(element, element), wrong=2, total=2
        ),
    )  # fmt: skip
    cost = CostResult(
        rung=text, size=10, share=0.5, ratio=1.5, ratio_low=1.4, ratio_high=1.6, exponent=2.0,
        exponent_low=1.9, exponent_high=2.1, explanation=text,
        ladder=(Step(rung=text, share=0.5, ratio=1.5),),
    )  # fmt: skip
    size = SizeResult(
        size=10, cpu_s=0.5, peak_bytes=5, references={text: ReferenceCost(cpu_s=0.1, peak_bytes=1)}
    )
    marks = Marks(points=1, max=2)
    finding = Finding(line=1, column=1, what=text, why=text)
    return Report(
        problem=ProblemRef(slug=text, title=text, digest=text), candidate=text,
        submission=SubmissionRef(file=text, sha256="0" * 64, bytes=3, source=text),
        verdict=verdict, message=text,
        score=Score(total=3, max=6, correctness=marks, runtime=marks, memory=marks),
        tests=(test, msgspec.structs.replace(test, hidden=True)),
        performance=Performance(runtime=cost, memory=cost, sizes=(size,)),
        policy=(), flags=(finding,), sandbox=msgspec.structs.replace(FACTS, runtime=text),
        started="2026-01-01", duration_s=1.0, timings_s={"tests": 1.0}, grader_version="0",
    )  # fmt: skip


def changed(made: Report, **fields: Any) -> Report:
    """`made` with other fields."""
    return msgspec.structs.replace(made, **fields)


def result(title: str, verdict: Verdict = Verdict.ACCEPTED, **fields: Any) -> TestResult:
    """One test, as a problem would have it."""
    points = 1.0 if verdict is Verdict.ACCEPTED else 0.0
    given = {
        "name": f"test_{title}", "title": title, "hidden": True, "points": points, "max_points": 1.0,
        "verdict": verdict, "cpu_s": 0.002, "wall_s": 0.003, "peak_bytes": 1 << 20,
    }  # fmt: skip
    return TestResult(**given | fields)


def graded(candidate: str, *tests: TestResult, total: float = 30.0, **fields: Any) -> Report:
    """A report as a grading makes it, with `tests`."""
    verdict = min((t.verdict for t in tests), key=list(Verdict).index)
    given: dict[str, Any] = {
        "problem": ProblemRef(slug="inverse", title="The inverse of a matrix", digest="abc"),
        "candidate": candidate,
        "submission": SubmissionRef(
            file="solution.py", sha256="0" * 64, bytes=len(SOURCE), source=SOURCE
        ),
        "verdict": verdict,
        "message": f"{verdict}; some tests failed",
        "score": Score(
            total=total, max=100, correctness=Marks(points=total, max=60),
            runtime=Marks(points=0, max=25), memory=Marks(points=0, max=15),
        ),
        "tests": tests, "performance": None, "policy": (), "sandbox": FACTS,
        "started": "2026-01-01T00:00:00+00:00", "duration_s": 6.0,
        "timings_s": {"start": 1.0, "tests": 2.0, "measuring": 3.0}, "grader_version": "0.1.0",
    }  # fmt: skip
    return Report(**given | fields)


def accepted(candidate: str = "ada") -> Report:
    """Everything passed and was measured."""
    references = {
        "loops": lambda n: ReferenceCost(cpu_s=n * n * 1e-7, peak_bytes=0),
        "rows": lambda n: ReferenceCost(cpu_s=n * 1e-5, peak_bytes=n * 4096),
    }
    sizes = tuple(
        SizeResult(
            size=n, cpu_s=n * 1.1e-5, peak_bytes=n * 5000,
            references={name: make(n) for name, make in references.items() if n < 4000 or name == "rows"},
        )
        for n in (250, 500, 1000, 2000, 4000)
    )  # fmt: skip
    runtime = CostResult(
        rung="rows", size=4000, share=0.7, ratio=1.1, ratio_low=1.05, ratio_high=1.2, exponent=1.0,
        exponent_low=0.9, exponent_high=1.1, explanation="on a par with 'rows': 70 % of the marks",
        ladder=(Step(rung="rows", share=0.7, ratio=1.1),),
    )  # fmt: skip
    memory = CostResult(
        rung="rows", size=4000, share=1.0, ratio=1.0, ratio_low=None, ratio_high=None,
        explanation="on a par with 'rows': 100 % of the marks",
    )  # fmt: skip
    return graded(
        candidate, result("small", hidden=False), result("large", printed="what it printed"),
        total=92.5, message="accepted: every test passed",
        performance=Performance(runtime=runtime, memory=memory, sizes=sizes),
    )  # fmt: skip


def wrong(candidate: str = "bob") -> Report:
    """Wrong in several ways, with everything that a page can show of it, and a flag."""
    elements = tuple(
        Element(where=f"[{i}]", expected="0.5", actual="0.25" if i % 2 else "0.5", same=not i % 2)
        for i in range(4)
    )
    comparison = Comparison(
        expected="an array of shape (4,) and dtype float64", actual="a list of 4 floats",
        elements=elements, wrong=2, total=4,
    )  # fmt: skip
    return graded(
        candidate,
        result("small", hidden=False),
        result(
            "values", Verdict.WRONG_ANSWER, message="at [1]: returned 0.25, expected 0.5",
            call="f([[2.0]])", hint="Divide once.", expected="array([0.5, …])",
            actual="[0.5, 0.25, …]", comparison=comparison, example="x=[[2.0]]", printed="debug\n",
        ),
        result("shapes", Verdict.WRONG_ANSWER, message="returned None, expected an array",
               expected="an array", actual="None"),
        result("singular", Verdict.RUN_TIME_ERROR, line=5,
               message="it raised ZeroDivisionError: division by zero (line 5)", call="f(0)"),
        result("singular again", Verdict.RUN_TIME_ERROR, line=5,
               message="it raised ZeroDivisionError: division by zero (line 5)", call="f(1)"),
        flags=(Finding(line=1, column=1, what="ctypes", why="native code"),),
    )  # fmt: skip


def rejected(candidate: str = "eve") -> Report:
    """It uses what is forbidden."""
    finding = Finding(
        line=5, column=12, what="numpy.linalg.inv", why="the inverse is to be written"
    )
    message = "line 5, column 12: numpy.linalg.inv: the inverse is to be written"
    tests = [result(t, Verdict.REJECTED, message=message, line=5, wall_s=0.0) for t in "abc"]
    return graded(candidate, *tests, total=0.0, policy=(finding,))


def not_graded(candidate: str = "zoe") -> Report:
    """A fault of ours; no test was run."""
    made = graded(candidate, result("x", Verdict.JUDGE_ERROR), total=0.0)
    return changed(made, tests=(), sandbox=SandboxFacts(engine="docker"), message="the engine died")
