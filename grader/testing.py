"""For authors of problems: what a hidden test imports."""

from grader.answers import Answer, AnswerMismatch, array, close, integer, items, number

__all__ = ["Answer", "AnswerMismatch", "array", "close", "integer", "items", "number"]
