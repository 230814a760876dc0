"""For authors of problems: what a hidden test imports."""

from grader.answers import Answer, AnswerMismatch, array, close, integer, items, number
from grader.explaining import plain, plainly

__all__ = [
    "Answer", "AnswerMismatch", "array", "close", "integer", "items", "number", "plain", "plainly",
]  # fmt: skip
