"""One timed run of one contender, and the stage on which all of them run.

A run is a case of its own: fresh child, import, arguments, one call, its result, end. Its cost is
what the worker measured from outside between "run" and "it ran": so the import, the decoding of the
arguments and the encoding of the result are not charged. A submission could work in those instead:
the time they take beyond what a reference needs in the same turn, or an idle function where there
is none, for the same arguments and result, is charged, and so is the memory beyond what an idle
function needs.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from grader.cores import Cores
from grader.errors import ProblemError
from grader.model import Cost, Limits, Problem
from grader.outcomes import CandidateMisfit, CandidateRaised, CandidateStopped, Unanswerable
from grader.session import Session, arguments_of
from grader.workloads import Workload, idle_source

CANDIDATE = "candidate"
LEAST_S = 1e-4
"""CPU times are compared from here on: below is the clock's own noise."""
SLACK, SLACK_S = 1.15, 0.001
"""So many times what others need around a run, and so much more, is free: it is noise."""
WAITS, WAITS_S = 20, 0.5
"""Who takes so many times its CPU time on the clock, and so much more, is out."""
ROOM_S = 2.0
"""For decoding and encoding, beside a run's own budget."""
HIDDEN, HIDDEN_BYTES = 1.25, 8 << 20
"""Where the box grew so many times, and so much, beyond the process's own peak, that is hidden."""


Watch = Callable[[int, str], None]
"""Told of a size, and what goes on there."""


def nobody(_size: int, _note: str) -> None:
    """Watches nothing."""


class WrongOnLargeInput(Exception):
    """The submission passed the tests, and failed on a measured input."""

    def __init__(self, size: int, what: str) -> None:
        super().__init__(what)
        self.size = size
        self.what = what


class Run(NamedTuple):
    """What one timed run cost, beyond what everyone pays."""

    value: Any
    cpu_s: float
    peak_bytes: int
    checked: bool = False
    """Whether the box's own maximum rose in it, and so could be held against the peak."""
    hidden: bool = False
    """Whether the process's peak was less than what the box really grew: then that is the peak."""
    wall_s: float = 0.0

    @property
    def waits(self) -> bool:
        """Whether it sleeps rather than works: on the busiest machine a run gets on faster."""
        return self.wall_s > WAITS_S + WAITS * self.cpu_s


class _Raw(NamedTuple):
    """A run as the worker tells it."""

    value: Any
    taking: Cost
    running: Cost
    giving: Cost


class Contender:
    """A source, the session in which it runs, and what its first run at each size cost."""

    def __init__(self, name: str, session: Session, source: str) -> None:
        self.name = name
        self.session = session
        self.source = source
        self.costs: dict[int, Run] = {}
        self.out = False
        """Over its budget: it does not run at larger sizes."""


class Inputs(NamedTuple):
    """The arguments of one run: as values, and encoded for whoever takes them."""

    size: int
    args: tuple[Any, ...]
    encoded: list[bytes]


class _Known(NamedTuple):
    """Inputs that references had: the right answer, and what their runs cost."""

    inputs: Inputs
    answer: Any
    trusted: list[_Raw]


class Stage:
    """Where contenders run: a problem's workload, a core, and what everyone pays at each size."""

    def __init__(
        self, problem: Problem, work: Workload, references: Session, cores: Cores | None
    ) -> None:
        self.problem = problem
        self.work = work
        self.cores = cores
        self.pinned: set[int] = set()
        self.unpinned = cores is None
        """Whether anything ran on a core that was not its own."""
        self.first: dict[int, dict[str, Run]] = {}
        """The first turn of everybody at each size."""
        self._known: dict[int, _Known] = {}
        """The last inputs of each size that a reference had."""
        self._idle = Contender("idle", references, idle_source(problem))
        self._numbers: dict[int, int] = {}
        self._bases: dict[int, tuple[_Raw, _Raw]] = {}

    def inputs(self, size: int) -> Inputs:
        """Arguments of that size that were never seen before."""
        number = self._numbers[size] = self._numbers.get(size, -1) + 1
        args = self.work.inputs(size, number)
        return Inputs(size, args, arguments_of(args))

    def once_more(
        self, one: Contender, size: int, budget_s: float, watch: Watch = nobody
    ) -> Run | None:
        """Run one alone: on inputs whose answer is known, if there are any of that size.

        Raises:
            as `turn`.
        """
        inputs = self._known[size].inputs if size in self._known else self.inputs(size)
        return self.turn(inputs, [one], budget_s, watch).get(one.name)

    def turn(
        self,
        inputs: Inputs,
        order: Sequence[Contender],
        budget_s: float,
        watch: Watch = nobody,
    ) -> dict[str, Run]:
        """Run each of `order` once on one core: name → run, of those that come to an end.

        Who needs more than `budget_s` of CPU time is out, as is who sleeps, and who needs too much
        memory.

        Raises:
            WrongOnLargeInput: the submission failed, or its answer differs.
            ProblemError: a reference failed, or differs from another.
            SandboxFault: a box is gone.
        """
        raw: dict[str, _Raw] = {}
        if self.cores is None:
            base = self._turn(inputs, order, budget_s, raw)
        else:
            with self.cores.one(lambda: watch(inputs.size, "waits for a core")) as core:
                self._pin(order, core)
                base = self._turn(inputs, order, budget_s, raw)
        if base is None:
            return {}
        echo, bare = base
        trusted = self._compare(inputs, raw)
        runs = {
            name: _net(one, echo, bare, trusted if name == CANDIDATE else [one])
            for name, one in raw.items()
        }
        for one in order:
            if one.name in runs and (runs[one.name].cpu_s > budget_s or runs[one.name].waits):
                one.out = True
        return runs

    def _turn(
        self, inputs: Inputs, order: Sequence[Contender], budget_s: float,
        raw: dict[str, _Raw],
    ) -> tuple[_Raw, _Raw] | None:  # fmt: skip
        for one in order:
            found = self._attempt(one, inputs.size, inputs.encoded, budget_s)
            if found is not None:
                raw[one.name] = found
        if not raw:
            return None
        if inputs.size in self._bases:
            return self._bases[inputs.size]
        answer = next(iter(raw.values())).value
        with_answer = arguments_of((*inputs.args, answer))
        echo = self._attempt(self._idle, inputs.size, with_answer, ROOM_S)
        bare = self._attempt(self._idle, inputs.size, inputs.encoded, ROOM_S)
        if echo is None or bare is None:
            raise ProblemError(
                f"{self.problem.folder}/workload.py: the arguments at size {inputs.size} are too "
                "large: an idle function cannot take them within the limits"
            )
        self._bases[inputs.size] = echo, bare
        return echo, bare

    def _pin(self, order: Sequence[Contender], core: int | None) -> None:
        assert self.cores is not None
        where = self.cores.cpus if core is None else (core,)
        sessions = {id(one.session): one.session for one in (*order, self._idle)}
        pinned = [session.pin(where) for session in sessions.values()]
        if core is None or not all(pinned):
            self.unpinned = True
        else:
            self.pinned.add(core)

    def _attempt(
        self, one: Contender, size: int, encoded: list[bytes], budget_s: float
    ) -> _Raw | None:
        """One run; None, and the contender is out, where it is over its budget."""
        problem = self.problem
        limits = Limits(
            cpu_s=budget_s + ROOM_S, import_s=problem.limits.import_s,
            memory_bytes=problem.limits.memory_bytes, output_bytes=64 * 1024**2,
        )  # fmt: skip
        try:
            one.session.begin_with_call(one.source, problem, limits)
            try:
                taking = one.session.take(encoded)
                running = one.session.run(self.work.function)
                reply = one.session.give()
            finally:
                one.session.end()
        except CandidateStopped as stopped:
            if stopped.ending.kind in ("cpu", "wall", "memory"):
                one.out = True
                return None
            raise self._failed(one, size, f"it stopped: {stopped.ending.kind}") from None
        except CandidateRaised as error:
            if "MemoryError" in error.kinds:
                one.out = True
                return None
            what = f"it raised {error.type_name}: {error.text}"
            raise self._failed(one, size, what) from None
        except (CandidateMisfit, Unanswerable) as error:
            raise self._failed(one, size, str(error)) from None
        return _Raw(reply.value, taking, running, reply.cost)

    def _compare(self, inputs: Inputs, raw: dict[str, _Raw]) -> list[_Raw]:
        """All answers are that of the first reference which had these inputs.

        What the references' runs on them were: those of this turn, or of the one before.
        """
        size, known = inputs.size, self._known.get(inputs.size)
        trusted = [found for name, found in raw.items() if name != CANDIDATE]
        if known is None or known.inputs is not inputs:
            if not trusted:
                return []
            costs = [one._replace(value=None) for one in trusted]
            known = self._known[size] = _Known(inputs, trusted[0].value, costs)
        for name, found in raw.items():
            if found.value is known.answer or self.work.same(known.answer, found.value):
                continue
            if name == CANDIDATE:
                raise WrongOnLargeInput(size, "its answer differs from the references'")
            raise ProblemError(
                f"{self.problem.folder}: reference {name!r} disagrees at size {size}"
            )
        return trusted or known.trusted

    def _failed(self, one: Contender, size: int, what: str) -> Exception:
        if one.name == CANDIDATE:
            return WrongOnLargeInput(size, what)
        return ProblemError(f"{self.problem.folder}: reference {one.name!r} at size {size}: {what}")


def _net(own: _Raw, echo: _Raw, bare: _Raw, trusted: Sequence[_Raw]) -> Run:
    """`echo` is the idle function that was given the answer to give, `bare` without it.

    `trusted` are the references' runs at about the same time, which took and gave the same.
    """
    taking = max((one.taking.cpu_s for one in trusted), default=bare.taking.cpu_s)
    giving = max((one.giving.cpu_s for one in trusted), default=echo.giving.cpu_s)
    around = _beyond(own.taking.cpu_s, taking) + _beyond(own.giving.cpu_s, giving)
    peak = max(
        0,
        own.taking.peak_bytes - bare.taking.peak_bytes,
        own.running.peak_bytes - bare.running.peak_bytes,
        own.giving.peak_bytes - echo.giving.peak_bytes,
    )
    grown = max(
        (own.taking.box_bytes or 0) - bare.taking.peak_bytes,
        own.running.box_bytes or 0,
        own.giving.box_bytes or 0,
    )
    hidden = grown > HIDDEN * peak + HIDDEN_BYTES
    return Run(
        value=own.value,
        cpu_s=own.running.cpu_s + around,
        peak_bytes=grown if hidden else peak,
        checked=own.running.box_bytes is not None,
        hidden=hidden,
        wall_s=own.running.wall_s,
    )


def _beyond(own_s: float, free_s: float) -> float:
    return max(0.0, own_s - SLACK * free_s - SLACK_S)
