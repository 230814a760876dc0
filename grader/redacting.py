"""Report → what the candidate may see of it. Pure.

Whatever a submission prints, raises, returns, allocates or waits for may carry a hidden input. So
of a hidden test there remain its title, its points, its verdict, the author's hint, and a sentence
made here of nothing but the verdict and the limits: no text, number or place that the submission
could choose.
"""

import builtins
import re
from typing import Literal

import msgspec

from grader.model import Report, TestResult, Verdict
from grader.verdicts import IN_WORDS

Reader = Literal["interviewer", "candidate"]
_PARAMETERS = re.compile(r"\[.*\]$", re.DOTALL)
_RAISED = re.compile(r"it raised (\w+)")


def for_candidate(report: Report) -> Report:
    """The report without hidden inputs, expected values, and anything that could tell of them."""
    tests = tuple(_redacted(test) if test.hidden else test for test in report.tests)
    message = report.message
    if report.verdict is Verdict.JUDGE_ERROR:
        message = IN_WORDS[report.verdict]
    return msgspec.structs.replace(
        report, reader="candidate", tests=tests, message=message, flags=()
    )


def _redacted(test: TestResult) -> TestResult:
    return TestResult(
        name=_PARAMETERS.sub("", test.name),
        title=test.title,
        hidden=True,
        points=test.points,
        max_points=test.max_points,
        verdict=test.verdict,
        message=_sentence(test),
        hint=test.hint,
    )


def _sentence(test: TestResult) -> str:
    """What happened, without a word of the submission's."""
    if test.verdict is Verdict.ACCEPTED:
        return ""
    if test.verdict is Verdict.RUN_TIME_ERROR and (found := _RAISED.match(test.message)):
        kind = getattr(builtins, found[1], None)
        if isinstance(kind, type) and issubclass(kind, Exception):
            return f"it raised {found[1]}"
    return IN_WORDS[test.verdict]
