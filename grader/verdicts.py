"""How a case ended → a verdict, and a sentence that a candidate understands. Pure.

The verdict comes from how the child ended, as the worker saw it, never from what the child says.
"""

from collections.abc import Iterable

from grader.complexity import UNCLEAR
from grader.model import CostResult, Ending, Verdict

_ORDER = list(Verdict)
_KINDS = {
    "memory": Verdict.MEMORY_LIMIT_EXCEEDED,
    "cpu": Verdict.TIME_LIMIT_EXCEEDED,
    "wall": Verdict.TIME_LIMIT_EXCEEDED,
    "output": Verdict.OUTPUT_LIMIT_EXCEEDED,
    "exit": Verdict.RUN_TIME_ERROR,
    "signal": Verdict.RUN_TIME_ERROR,
    "protocol": Verdict.RUN_TIME_ERROR,
}
IN_WORDS = {
    Verdict.ACCEPTED: "accepted: every test passed",
    Verdict.WRONG_ANSWER: "wrong answer",
    Verdict.RUN_TIME_ERROR: "run-time error",
    Verdict.OUTPUT_LIMIT_EXCEEDED: "output limit exceeded",
    Verdict.TIME_LIMIT_EXCEEDED: "time limit exceeded",
    Verdict.MEMORY_LIMIT_EXCEEDED: "memory limit exceeded",
    Verdict.REJECTED: "rejected: it uses what the problem forbids",
    Verdict.JUDGE_ERROR: "not graded: an error of the grader, not of the submission",
}


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict of a whole from those of its parts; of nothing it is `judge_error`."""
    return min(verdicts, key=_ORDER.index, default=Verdict.JUDGE_ERROR)


def of_ending(ending: Ending) -> tuple[Verdict, str]:
    """The verdict of a child that ended before it answered, and why in one sentence."""
    when = "while the file was imported" if ending.while_loading else "before it returned"
    return _KINDS[ending.kind], f"{_what(ending)} {when}"


def of_exception(type_name: str, kinds: Iterable[str]) -> Verdict:
    """The verdict of an exception that the candidate's code raised and no test expected."""
    if "MemoryError" in kinds:
        return Verdict.MEMORY_LIMIT_EXCEEDED
    return Verdict.REJECTED if type_name == "BannedCall" else Verdict.RUN_TIME_ERROR


def bytes_in_words(count: float) -> str:
    """A number of bytes for people: "512 MiB"."""
    for unit, size in (("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)):
        if count >= size:
            return f"{count / size:.4g} {unit}"
    return f"{count:.0f} bytes"


def seconds_in_words(seconds: float) -> str:
    """A time for people: "3.2 ms", "1.5 s"."""
    return f"{seconds * 1000:.3g} ms" if seconds < 1 else f"{seconds:.3g} s"


def growth_in_words(cost: CostResult) -> str:
    """How a cost grows with size, for people: "O(n log n) or O(n)"; "" where that was not asked."""
    names = [cost.growth, *cost.growth_or]
    if cost.growth == UNCLEAR:
        return "at a rate that is unclear"
    return " or ".join(f"O({name})" for name in names if name)


def _what(ending: Ending) -> str:
    limit, used = ending.limit or 0, ending.used or 0
    match ending.kind:
        case "memory":
            seen = f" (it used {bytes_in_words(used)})" if used else ""
            return f"it needed more than the limit of {bytes_in_words(limit)} of memory{seen}"
        case "cpu":
            return f"it used {used:.2f} s of CPU time, and the limit is {limit:g} s,"
        case "wall":
            return f"it waited for {used:.1f} s, and the limit on the clock is {limit:g} s,"
        case "output":
            return f"its answer is larger than the limit of {bytes_in_words(limit)},"
        case "exit":
            return f"its process ended itself with status {ending.detail}"
        case "signal":
            return f"its process crashed with {ending.detail}"
        case "protocol":
            return f"it wrote to the grader's own channel ({ending.detail})"
