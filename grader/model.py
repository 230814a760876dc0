"""Every data type that crosses a layer, as frozen structs.

`Report` is `result.json` (schema 3); its JSON Schema is made from these types. Units are in the
names: `_s` seconds, `_bytes` bytes. `None` means "not measured", never zero.
"""

from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

import msgspec

SCHEMA = 3


class Verdict(StrEnum):
    """How a test, or a whole submission, ended. Declared from worst to best, in order of blame."""

    JUDGE_ERROR = "judge_error"
    REJECTED = "rejected"
    MEMORY_LIMIT_EXCEEDED = "memory_limit_exceeded"
    TIME_LIMIT_EXCEEDED = "time_limit_exceeded"
    OUTPUT_LIMIT_EXCEEDED = "output_limit_exceeded"
    RUN_TIME_ERROR = "run_time_error"
    WRONG_ANSWER = "wrong_answer"
    ACCEPTED = "accepted"


class Frozen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all data here: immutable, unknown keys refused (each class adds `kw_only`)."""


# --------------------------------------------------------------------------- problems


class Limits(Frozen, frozen=True, kw_only=True):
    """What one case (one test) may use. `memory_bytes` is above what the bare worker needs."""

    cpu_s: float = 2.0
    cpu_times: float | None = None
    """The CPU limit as a multiple of what the slowest accepted sample needs; at least `cpu_s`."""
    wall_s: float | None = None
    """Wall-clock limit against sleepers; by default three times `cpu_s` and 2 s more."""
    import_s: float = 2.0
    memory_bytes: int = 512 * 1024**2
    output_bytes: int = 16 * 1024**2
    threads: int = 32

    @property
    def wall(self) -> float:
        """The wall-clock limit in force, in seconds."""
        return self.wall_s if self.wall_s is not None else 3 * self.cpu_s + 2

    @property
    def import_wall(self) -> float:
        """The wall-clock limit of the import, in seconds."""
        return 3 * self.import_s + 2


class Weights(Frozen, frozen=True, kw_only=True):
    """Marks for each part; they add up to 100."""

    correctness: float = 60
    runtime: float = 25
    memory: float = 15


class Entry(Frozen, frozen=True, kw_only=True):
    """A function or class that the candidate must write."""

    name: str
    signature: str
    parameters: tuple[str, ...] = ()
    required: int = 0
    """How many of the parameters have no default."""
    methods: tuple[str, ...] = ()
    """Names of the methods of a class; empty for a function."""
    is_class: bool = False


class Policy(Frozen, frozen=True, kw_only=True):
    """What a submission may not use: dotted names such as `numpy.linalg.lstsq`."""

    forbid: tuple[str, ...] = ()
    reason: str = ""


class Rung(Frozen, frozen=True, kw_only=True):
    """One reference solution of the ladder, and the share (0 to 1) of the marks it earns."""

    name: str
    file: str
    runtime: float
    memory: float


class Problem(Frozen, frozen=True, kw_only=True):
    """A loaded and validated problem folder."""

    slug: str
    folder: Path
    digest: str
    title: str
    topic: str
    difficulty: Literal["easy", "medium", "hard"]
    minutes: int
    entries: tuple[Entry, ...]
    limits: Limits
    weights: Weights
    policy: Policy
    reference: str
    """Path, inside the folder, of the solution that hidden tests compare with."""
    ladder: tuple[Rung, ...] = ()
    """Fastest last. Empty when the problem has no workload."""
    covers: tuple[str, ...] = ()
    """What a question on it is about, in words of the field: for the catalogue."""


class Submission(Frozen, frozen=True, kw_only=True):
    """A candidate's file, read safely. `source` is strict UTF-8 text and is never parsed here."""

    candidate: str
    file: str
    source: str
    sha256: str
    bytes: int
    cells: tuple[int, ...] = ()
    """Of a notebook, the lines of `source` where its code cells begin."""
    notes: tuple[str, ...] = ()
    """What was left out of a notebook: magics and shell lines, with cell and line."""
    fault: str = ""
    """Why this text can't be run at all (not UTF-8, NUL bytes …); empty when it can be tried."""


class Purpose(StrEnum):
    """What a grading is for: how much is found out about a submission that fails."""

    REPORT = "report"
    """For a reader: every test, and the smallest failing input."""
    TRIAL = "trial"
    """An author's sample: every test, and how near its answers came to the expected ones."""
    PROOF = "proof"
    """The same of a sample that should pass: all examples of a property test in one process."""
    REPETITION = "repetition"
    """The same once more, all calls in one process: who keeps nothing of a call passes again."""
    REFUTATION = "refutation"
    """The same of a sample that should fail: a few examples of each property test will do, and all
    share a process. What fails first is run again in processes of its own, else nothing is known;
    after a test over a limit none runs."""
    MUTANT = "mutant"
    """A mutant: of each layer of tests, no more than the first that fails."""


# --------------------------------------------------------------------------- the sandbox


class Cost(Frozen, frozen=True, kw_only=True):
    """What a call, or a whole case, used; measured from outside the candidate's process."""

    cpu_s: float = 0.0
    wall_s: float = 0.0
    peak_bytes: int = 0
    """Extra resident memory over the state before the call."""
    box_bytes: int | None = None
    """How far the memory of the whole box rose, where its cgroup's maximum rose and can be read."""


class Ending(Frozen, frozen=True, kw_only=True):
    """How a candidate's process ended before it gave an answer."""

    kind: Literal["memory", "cpu", "wall", "output", "exit", "signal", "protocol"]
    detail: str = ""
    """Exit status, signal name, or which rule of the protocol was broken."""
    limit: float | None = None
    used: float | None = None
    while_loading: bool = False


class SandboxFacts(Frozen, frozen=True, kw_only=True):
    """Where the code ran. Results of different facts are not compared."""

    engine: str
    image: str = ""
    runtime: str = ""
    cgroup: str = ""
    python: str = ""
    numpy: str = ""
    measures: bool = True
    """Whether its kernel can tell what a run costs; where not, those marks are withheld."""
    machine: str = ""
    """The kind of processor that the engine's machine has."""
    emulated: bool = False
    """Whether that processor is not the one whose code runs: then its times mean nothing."""
    peak: bool = False
    """Whether the cgroup tells the most memory that the box ever held."""
    limits: dict[str, float] = {}
    served: int = 0
    """How many submissions its box had served before: always 0 but for samples of authors."""


# --------------------------------------------------------------------------- the result


class ProblemRef(Frozen, frozen=True, kw_only=True):
    slug: str
    title: str
    digest: str


class SubmissionRef(Frozen, frozen=True, kw_only=True):
    file: str
    sha256: str
    bytes: int
    source: str = ""
    cells: tuple[int, ...] = ()
    """Of a notebook, the lines of `source` where its code cells begin."""
    notes: tuple[str, ...] = ()
    """What was left out of it, with cell and line."""


class Marks(Frozen, frozen=True, kw_only=True):
    points: float
    max: float


class Score(Frozen, frozen=True, kw_only=True):
    total: float
    max: float
    correctness: Marks
    runtime: Marks
    memory: Marks


class Element(Frozen, frozen=True, kw_only=True):
    """One value inside an answer, beside the one that was expected in its place."""

    where: str
    expected: str
    actual: str
    same: bool


class Comparison(Frozen, frozen=True, kw_only=True):
    """An answer and what was expected, as kinds (shape, dtype) and value by value."""

    expected: str
    actual: str
    elements: tuple[Element, ...] = ()
    """All values of a small answer, else the first that differ; none where the kinds differ."""
    wrong: int = 0
    """How many values differ, of `total`."""
    total: int = 0


class TestResult(Frozen, frozen=True, kw_only=True):
    """One hidden or visible test. All text in it is data of the candidate or the author."""

    __test__ = False  # not a test class, whatever pytest thinks of its name

    name: str
    title: str
    hidden: bool
    points: float
    max_points: float
    verdict: Verdict
    message: str = ""
    """What happened, in full: for the interviewer."""
    hint: str = ""
    """The author's hint: what a candidate may read about a hidden test."""
    call: str = ""
    """What was called, cut to a readable length."""
    example: str = ""
    """The smallest failing input that a property test found."""
    expected: str | None = None
    actual: str | None = None
    comparison: Comparison | None = None
    printed: str = ""
    line: int | None = None
    """The line of the submission that raised, where one did."""
    cpu_s: float = 0.0
    wall_s: float = 0.0
    peak_bytes: int = 0
    slowest_s: float = 0.0
    """CPU time of its slowest case, which is what the limit is on; a property test has many."""


class ReferenceCost(Frozen, frozen=True, kw_only=True):
    cpu_s: float
    peak_bytes: int


class SizeResult(Frozen, frozen=True, kw_only=True):
    """The candidate and the references at one input size; a reference over its budget is absent."""

    size: int
    cpu_s: float
    peak_bytes: int
    references: dict[str, ReferenceCost]


class Step(Frozen, frozen=True, kw_only=True):
    """A reference and what it earns; `ratio` is the submission's cost over its own."""

    rung: str
    share: float
    ratio: float
    size: int = 0
    """At which they met: the largest that both can afford."""
    pairs: int = 0
    """So many pairs of runs; 0 where an older grader did not say."""


class CostResult(Frozen, frozen=True, kw_only=True):
    """Runtime or memory against the ladder. `ratio` is candidate / rung: below 1 is better."""

    rung: str
    size: int
    share: float
    """Of the marks, 0 to 1."""
    ratio: float
    ratio_low: float | None
    ratio_high: float | None
    """A 95 % interval; none where only one pair of runs was possible."""
    pairs: int = 0
    """So many pairs of runs stand behind the ratio; 0 where an older grader did not say."""
    source: str = ""
    """What told the cost: the CPU clock; for memory VmHWM or the cgroup's maximum."""
    checked: bool = False
    """Memory: whether the cgroup's maximum was held against the process's own peak."""
    growth: str = ""
    """How it grows with size: "n log n", "unclear" when no class is certain, "" when not asked."""
    growth_or: tuple[str, ...] = ()
    """Classes that cannot be told from it, a factor log n away."""
    exponent: float | None = None
    exponent_low: float | None = None
    exponent_high: float | None = None
    explanation: str = ""
    """How the ratio became points, in one sentence."""
    ladder: tuple[Step, ...] = ()
    """Every reference that was run at this size, in the problem's order."""


class Performance(Frozen, frozen=True, kw_only=True):
    runtime: CostResult | None
    memory: CostResult | None
    sizes: tuple[SizeResult, ...]
    note: str = ""
    """Why something was not measured; empty when all was."""
    seed: int = 0
    """Of the measured inputs, drawn anew for each grading."""
    cores: tuple[int, ...] = ()
    """On which it ran, alone among those who measure; none where that could not be had."""
    withheld: tuple[Literal["runtime", "memory"], ...] = ()
    """Marks that are out of the total, since this machine cannot measure them."""


class Finding(Frozen, frozen=True, kw_only=True):
    """Something in the source that the policy refuses, or flags for a person to look at."""

    line: int
    column: int
    what: str
    why: str


class HandedIn(Frozen, frozen=True, kw_only=True):
    """Which attempt of a candidate it was, and when; times as ISO 8601, in UTC."""

    number: int
    of: int | None = None
    """How many attempts there may be; None: any number."""
    at: str
    due: str | None = None
    """When the interview ends; None: it was no interview."""
    late_s: float = 0.0


class Report(Frozen, frozen=True, kw_only=True):
    """`result.json`."""

    schema: int = SCHEMA
    problem: ProblemRef
    candidate: str
    submission: SubmissionRef
    verdict: Verdict
    message: str = ""
    """One sentence on the whole: what decided the verdict."""
    score: Score
    tests: tuple[TestResult, ...]
    performance: Performance | None
    policy: tuple[Finding, ...]
    flags: tuple[Finding, ...] = ()
    """What is allowed and yet could get round the policy, such as native code: for a person."""
    reader: Literal["interviewer", "candidate"] = "interviewer"
    """Whom it was made for; a candidate's has nothing of hidden tests but titles and hints."""
    attempt: HandedIn | None = None
    sandbox: SandboxFacts
    started: str
    duration_s: float
    timings_s: dict[str, float] = {}
    """Where the time went: start, tests, sizes, pairs, the rest of measuring, render."""
    grader_version: str


def to_json(value: Any) -> bytes:
    """Indented JSON of any struct here, ending in a newline."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
