"""Pairs: the submission and its neighbours on the ladder, in turn, until the marks are certain.

A reference is met at the largest size that both can afford. Three pairs are enough where what is
not yet known of the ratios changes neither the rung nor the total by more than a point; where it
does, there are up to eleven.
"""

from collections.abc import Sequence
from typing import NamedTuple

from grader.climbing import again, expected_at, shortest
from grader.contenders import LEAST_S, Contender, Run, Stage, Watch
from grader.model import Rung
from grader.ratios import Ratio, median_ratio, once
from grader.scoring import place

MIN_PAIRS, MAX_PAIRS = 3, 11
PAIR_BUDGET_S = 4.5
"""CPU time of one run in the pairs: who came that far is not thrown out by a noisy moment."""
MEETING_S = 1.2
"""A neighbour that needs no more is met at the submission's own largest size."""
PAIRS_BUDGET_S = 4.0
"""From this much CPU time on there are no more pairs than the least."""
SHORT_S = 0.015
MOST_REPEATS = 6
"""Who runs shorter than `SHORT_S` runs up to so often in each pair: each time in a new child."""
MEBIBYTE = float(1 << 20)
"""Added to every peak: below is the allocator's own noise."""
CERTAIN_POINTS = 1.0


class Meeting(NamedTuple):
    """The submission against one reference, at one size."""

    rung: Rung
    size: int
    runtime: Ratio
    memory: Ratio
    pairs: int


def meet(
    stage: Stage,
    candidate: Contender,
    rungs: Sequence[tuple[Rung, Contender]],
    weights: tuple[float, float],
    watch: Watch,
) -> list[Meeting]:
    """The submission against every reference that has a size in common with it.

    `weights` are the marks for runtime and for memory.

    Raises:
        as `Stage.turn`.
    """
    meetings = {
        rung.name: _first(candidate, rung, one) for rung, one in rungs if _common(candidate, one)
    }
    contenders = {rung.name: one for rung, one in rungs}
    near = _neighbours(list(meetings.values()))
    top = max(candidate.costs)
    places: dict[int, list[str]] = {}
    for name in near:
        one, size = contenders[name], meetings[name].size
        if size != top and expected_at(one, top) <= MEETING_S:
            size = top
        places.setdefault(size, []).append(name)
    for size, names in sorted(places.items(), reverse=True):
        pairs = Pairs(stage, candidate, [contenders[name] for name in names], size)
        while pairs.may_go_on() and pairs.take_one(watch):
            meetings |= {name: pairs.meeting(meetings[name].rung) for name in names}
            if pairs.count >= MIN_PAIRS and is_settled(list(meetings.values()), weights):
                break
    if top not in places:
        candidate.costs[top] = again(stage, candidate, top, watch)
    return list(meetings.values())


def is_settled(meetings: Sequence[Meeting], weights: tuple[float, float]) -> bool:
    """Whether rungs are certain, and the marks to a point, over all that the intervals allow."""
    moved = 0.0
    for what, weight in (("runtime", weights[0]), ("memory", weights[1])):
        ends = [_place(meetings, what, end) for end in ("low", "high")]
        if ends[0][1] != ends[1][1]:
            return False
        moved += weight * abs(ends[0][0] - ends[1][0])
    return moved <= CERTAIN_POINTS


def _place(meetings: Sequence[Meeting], what: str, end: str) -> tuple[float, str]:
    """(share, rung) when all ratios are at one end of their intervals; single runs are as is."""
    costs = []
    for meeting in meetings:
        ratio: Ratio = getattr(meeting, what)
        worth = getattr(ratio, end) if ratio.is_known else ratio.ratio
        costs.append((meeting.rung.name, 1 / worth, getattr(meeting.rung, what)))
    found = place(1.0, costs, what=what)
    return found.share, found.rung


class Pairs:
    """Turns of the submission and some references at one size, and what each cost."""

    def __init__(
        self, stage: Stage, candidate: Contender, others: Sequence[Contender], size: int
    ) -> None:
        self.stage = stage
        self.candidate = candidate
        self.others = others
        self.size = size
        everyone = [candidate, *others]
        self.times: dict[str, list[float]] = {one.name: [] for one in everyone}
        self.peaks: dict[str, list[float]] = {one.name: [] for one in everyone}
        self.repeats = {one.name: _repeats(one, size) for one in everyone}
        self.count = 0
        self._spent_s = 0.0
        first = stage.first.get(size, {})
        if all(self.repeats[one.name] == 1 and one.name in first for one in everyone):
            self._add({one.name: [first[one.name]] for one in everyone})

    def may_go_on(self) -> bool:
        """Whether there is room for one more pair."""
        if self.count < MIN_PAIRS:
            return True
        return self.count < MAX_PAIRS and self._spent_s < PAIRS_BUDGET_S

    def take_one(self, watch: Watch) -> bool:
        """One pair more; False at the edge of the budget, where what there is must do."""
        runs = self._turn(self.count, watch)
        if runs is None:
            return False
        self._add(runs)
        own = [self.candidate.costs[self.size], *runs[self.candidate.name]]
        self.candidate.costs[self.size] = shortest(own)
        watch(self.size, f"pair {self.count}")
        return True

    def _add(self, runs: dict[str, list[Run]]) -> None:
        for name, own in runs.items():
            spent = sum(run.cpu_s for run in own)
            self.times[name].append(max(spent / len(own), LEAST_S))
            self.peaks[name].append(own[0].peak_bytes + MEBIBYTE)
            self._spent_s += spent
        self.count += 1

    def _turn(self, turn: int, watch: Watch) -> dict[str, list[Run]] | None:
        """Each of them, and who is short again and again, on inputs that are the same for all."""
        everyone = [self.candidate, *self.others]
        # Everybody's first turn, which counts as turn 0, had the references first.
        order = everyone[::-1] if turn % 2 == 0 else everyone
        runs: dict[str, list[Run]] = {one.name: [] for one in order}
        for one in order:
            one.out = False
        inputs = self.stage.inputs(self.size)
        for number in range(max(self.repeats.values())):
            some = [one for one in order if self.repeats[one.name] > number]
            found = self.stage.turn(inputs, some, PAIR_BUDGET_S, watch)
            if any(one.out for one in some):
                return None
            for one in some:
                runs[one.name].append(found[one.name])
                one.costs.setdefault(self.size, found[one.name])
        return runs

    def runtime(self, name: str) -> Ratio:
        """What the submission needs, over what the one of that name does, by the pairs so far."""
        own = self.times[self.candidate.name]
        return median_ratio(list(zip(own, self.times[name], strict=True)))

    def meeting(self, rung: Rung) -> Meeting:
        """The submission against one of them, by the pairs so far."""
        own = self.candidate.name
        return Meeting(
            rung=rung,
            size=self.size,
            runtime=self.runtime(rung.name),
            memory=median_ratio(list(zip(self.peaks[own], self.peaks[rung.name], strict=True))),
            pairs=self.count,
        )


def _repeats(one: Contender, size: int) -> int:
    """How often it runs in each pair. Who was never at that size took too long for it."""
    if size not in one.costs:
        return 1
    return min(MOST_REPEATS, max(1, round(SHORT_S / max(one.costs[size].cpu_s, LEAST_S))))


def _common(candidate: Contender, one: Contender) -> list[int]:
    return sorted(set(candidate.costs) & set(one.costs))


def _first(candidate: Contender, rung: Rung, one: Contender) -> Meeting:
    """The single run of each, at the largest size that both have."""
    size = _common(candidate, one)[-1]
    mine, theirs = candidate.costs[size], one.costs[size]
    return Meeting(
        rung=rung,
        size=size,
        runtime=once(max(mine.cpu_s, LEAST_S), max(theirs.cpu_s, LEAST_S)),
        memory=once(mine.peak_bytes + MEBIBYTE, theirs.peak_bytes + MEBIBYTE),
        pairs=1,
    )


def _neighbours(meetings: Sequence[Meeting]) -> list[str]:
    """The next reference that costs less and the next that costs more, by runtime and by memory."""
    found: dict[str, None] = {}
    for what in ("runtime", "memory"):
        ratios = {meeting.rung.name: getattr(meeting, what).ratio for meeting in meetings}
        better = [name for name in ratios if ratios[name] > 1]
        worse = [name for name in ratios if ratios[name] <= 1]
        for names, choose in ((better, min), (worse, max)):
            if names:
                found.setdefault(choose(names, key=ratios.__getitem__))
    return list(found)
