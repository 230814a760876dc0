"""A problem proves itself: every sample submission gets the verdict that its folder names."""

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from grader.boxes import Engine
from grader.errors import EngineError, GraderError
from grader.grading import grade
from grader.model import Frozen, Problem, Report, Verdict
from grader.problems import samples
from grader.submissions import read_submission

CHEATING = "cheating"


class Sample(Frozen, frozen=True, kw_only=True):
    """One sample submission and how it did."""

    problem: str
    path: str
    expected: str
    verdict: str
    ok: bool
    detail: str
    duration_s: float


def verify(
    problems: Iterable[Problem],
    make_engine: Callable[[], Engine],
    *,
    jobs: int = 1,
    watch: Callable[[Sample], None] = lambda _: None,
) -> list[Sample]:
    """Grade every sample of every problem; `jobs` processes share the work.

    Raises:
        GraderError: a problem is broken, or no sandbox can be had.
    """
    work = [(p, expected, path) for p in problems for expected, path in samples(p)]
    results: list[Sample] = []
    if jobs <= 1:
        engine = make_engine()
        for problem, expected, path in work:
            results.append(check(problem, expected, path, engine))
            watch(results[-1])
        return results
    with ProcessPoolExecutor(
        jobs, mp_context=get_context("fork"), initializer=_start, initargs=(make_engine,)
    ) as pool:
        for sample in pool.map(_check, work):
            if isinstance(sample, GraderError):
                pool.shutdown(cancel_futures=True)
                raise sample
            results.append(sample)
            watch(sample)
    return results


_engine: Engine | None = None


def _start(make_engine: Callable[[], Engine]) -> None:
    global _engine  # noqa: PLW0603 - one engine for each process of the pool
    _engine = make_engine()


def _check(job: tuple[Problem, str, Path]) -> Sample | GraderError:
    assert _engine is not None
    try:
        return check(*job, _engine)
    except GraderError as error:
        return error


def check(problem: Problem, expected: str, path: Path, engine: Engine) -> Sample:
    """Grade one sample. What it earns by runtime and memory is not part of its verdict."""
    submission = read_submission(path)
    report = grade(problem, submission, engine, performance=expected == Verdict.ACCEPTED)
    if report.verdict is Verdict.JUDGE_ERROR:
        raise EngineError(f"{path}: {report.message}", fix="run: grader doctor")
    return Sample(
        problem=problem.slug,
        path=str(path.relative_to(problem.folder)),
        expected=expected,
        verdict=report.verdict,
        ok=as_expected(expected, report),
        detail=_detail(report),
        duration_s=report.duration_s,
    )


def as_expected(expected: str, report: Report) -> bool:
    """Whether the verdict is the one that the folder names; a cheat must earn no full marks."""
    if expected == CHEATING:
        return report.verdict not in (Verdict.ACCEPTED, Verdict.JUDGE_ERROR)
    return report.verdict == expected


def _detail(report: Report) -> str:
    failed = [t for t in report.tests if t.verdict is not Verdict.ACCEPTED]
    if not failed:
        return f"{report.score.total:g} of {report.score.max:g}"
    return f"{len(failed)} of {len(report.tests)} tests failed: {failed[0].name}"
