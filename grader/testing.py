"""For authors of problems: what a hidden test imports."""

from grader.answers import Answer, AnswerMismatch, array, close, integer, items, number
from grader.differential import check_cases
from grader.explaining import plain, plainly
from grader.outputs import check_output

__all__ = [
    "Answer", "AnswerMismatch", "array", "check_cases", "check_output", "close", "integer", "items",
    "number",    "plain", "plainly",
]  # fmt: skip
