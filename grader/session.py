"""A session with one box: begin a case, call, end. What a child says is data (`outcomes`)."""

import json
import os
import secrets
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from grader import wire
from grader.boxes import Box
from grader.errors import SandboxFault
from grader.model import Cost, Ending, Finding, Frozen, Limits, Problem, SandboxFacts
from grader.outcomes import (
    CandidateMisfit,
    CandidateStopped,
    Handle,
    Unanswerable,
    findings,
    plain,
    raised,
)

ANSWER_S = 20.0
"""Grace for a worker's own work (fork, kill, sweep) on a busy machine, beyond the case's limits."""
BYTES_PER_S = 5_000_000
"""The slowest link that a payload's deadline allows for."""
LOAD_BYTES = 1 << 20
LOADED = {"loaded", "fault"}
"""What a child says of an import."""


class CaseRecord(Frozen, frozen=True, kw_only=True):
    """What a whole case used and printed."""

    cost: Cost
    printed: str
    strays: int


class Reply(Frozen, frozen=True, kw_only=True):
    """The value that a call returned, and whether its arguments are as they were."""

    value: Any
    unchanged: bool
    cost: Cost


class Canary(Frozen, frozen=True, kw_only=True):
    """What a worker says of itself and its box."""

    secret: str
    """The one that was planted when the box was new."""
    code: str
    """Digest of the functions that it runs."""
    left: tuple[str, ...]
    """Processes and files that do not belong there."""


class Session:
    """One worker and the case that it serves now."""

    def __init__(self, box: Box, reopen: Callable[[], Box] | None = None) -> None:
        """`reopen` makes another box when a case used up the memory of this one as a whole."""
        self.box = box
        self._reopen = reopen
        self._over = False
        self.fault: SandboxFault | None = None
        """The box's own fault, should a test have swallowed it."""
        self.renewed_by: int | None = None
        """The process that had to open another box, and must close it."""
        self._limits = Limits()
        self._spent = Cost()
        self._waiting: list[bytes] | None = None
        """A case that begins with its first call."""
        self._quiet = False
        """Whether the case, as far as it went, ended in a reply and printed nothing."""
        self._serving = False
        """Whether the child of this case has imported the submission and lives."""
        self._worked_s = 0.0
        """CPU seconds of that child, in all its cases."""
        self._holding = False
        """Whether it was to hold an object: without one no argument has a handle."""
        self.imported = Cost()
        """What the import of this case cost."""
        self.cpus: tuple[int, ...] = ()
        """Where it may run, by the numbers that its kernel gives to its cores."""
        self.kernel = ""
        """Which running kernel that is."""
        self.pinned: tuple[int, ...] = ()
        try:
            hello = self._greet()
        except BaseException:
            box.close()  # nobody else knows of it yet
            raise
        self.facts: SandboxFacts = _with(
            box.facts,
            python=str(hello.get("python", "")),
            numpy=str(hello.get("numpy", "")),
            measures=hello.get("measures") is True,
            cgroup=str(hello.get("cgroup", "")) if box.facts.engine != "process" else "",
            peak=hello.get("peak") is True,
            emulated=_is_emulated(box.facts.machine, str(hello.get("machine", ""))),
        )

    def review(
        self, source: str, problem: Problem, limits: Limits
    ) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """What the policy refuses in `source`, and what a person should look at. Nothing runs.

        Raises:
            CandidateRaised: the source does not parse.
            CandidateStopped, SandboxFault: as `begin`.
        """
        message = self._case(source, problem, limits, review=True)
        reply, _ = self._ask("begin", message, _importing(limits), {"reviewed"}, loading=True)
        self._imports()
        rows = reply["reviewed"]
        refused, flags = rows if type(rows) is list and len(rows) == 2 else (None, None)
        return findings(refused), findings(flags)

    def load(self, limits: Limits) -> None:
        """Import, in the same child, what was just reviewed. Raises as `begin`."""
        request: tuple[Any, ...] = ("load", None, "", [], {}, False, False)
        _fit(self._ask("call", wire.encode(request), _importing(limits), LOADED, loading=True)[0])

    def begin(self, source: str, problem: Problem, limits: Limits) -> Cost:
        """Import `source` in a fresh child.

        Raises:
            CandidateStopped, CandidateRaised, CandidateMisfit: the submission's fault, as the
                names say.
            SandboxFault: ours.
        """
        message = self._case(source, problem, limits)
        _fit(self._ask("begin", message, _importing(limits), LOADED, loading=True)[0])
        self._imports()
        return self.imported

    def begin_with_call(self, source: str, problem: Problem, limits: Limits) -> None:
        """As `begin`, at once with the first call, which raises what `begin` does: one exchange.

        A case that makes no call never begins.
        """
        self._waiting = self._case(source, problem, limits)

    def go_on(self, source: str, problem: Problem, limits: Limits) -> bool:
        """As `begin_with_call`, but in the last case's child where that lives, and may still work.

        What it kept of that case, it has: True. Its own clock, set when it began, is never near
        its end.
        """
        if not self._serving or limits != self._limits or self._worked_s > limits.import_s:
            self.begin_with_call(source, problem, limits)
            return False
        self._spent, self.imported = Cost(), Cost()
        return True

    def _case(
        self, source: str, problem: Problem, limits: Limits, *, review: bool = False
    ) -> list[bytes]:
        """The message that a case begins with. What is known of the last one is forgotten."""
        self._renew()
        self._limits, self._spent, self.imported, self._worked_s = limits, Cost(), Cost(), 0.0
        self._waiting, self._quiet, self._serving, self._holding = None, False, False, False
        case = {
            "source": source,
            "review": review,
            "forbid": list(problem.policy.forbid),
            "reason": problem.policy.reason,
            "entries": [_entry(entry) for entry in problem.entries],
            "limits": {
                "cpu_s": limits.cpu_s,
                "import_s": limits.import_s,
                "output_bytes": limits.output_bytes,
                "data_bytes": self.box.case_data_bytes and limits.memory_bytes,
            },
        }
        return [json.dumps(case).encode("ascii")]

    def _imports(self) -> None:
        """All that was spent so far was the import, which only counts by what it holds."""
        self.imported, self._spent = self._spent, Cost(peak_bytes=self._spent.peak_bytes)

    def call(
        self,
        target: int | None,
        name: str,
        args: tuple[Any, ...] = (),
        kwargs: Mapping[str, Any] | None = None,
        *,
        watch: bool = True,
        hold: bool = False,
        read: bool = False,
    ) -> Reply:
        """Call a function (`target` None) or a method of the object `target`.

        `watch` compares the arguments before and after, `hold` keeps the result in the child as
        an object with a handle, `read` reads an attribute instead of calling.

        Raises:
            CandidateStopped, CandidateRaised, Unanswerable, SandboxFault: as `begin`.
            wire.UnsupportedError: an argument of the test does not cross the wall.
        """
        kind = "get" if read else "call"
        request = (kind, target, name, list(args), dict(kwargs or {}), watch, hold)
        self._holding |= hold
        handles = dict(_handles((args, kwargs or {}))) if self._holding else {}
        message = wire.encode(request, handles=handles)
        reply, cost = self._ask("call", message, self._left(), {"value"})
        return Reply(value=reply.get("value"), unchanged=reply.get("unchanged") is True, cost=cost)

    def take(self, arguments: list[bytes]) -> Cost:
        """Give the child the arguments (see `arguments_of`) of the `run` that follows: its cost.

        Raises:
            as `call`.
        """
        return self._ask("call", arguments, self._left(), {"taken"})[1]

    def run(self, name: str) -> Cost:
        """Call the function `name` with what was taken; the result waits. Raises as `call`."""
        request: tuple[Any, ...] = ("run", None, name, [], {}, False, False)
        return self._ask("call", wire.encode(request), self._left(), {"ran"})[1]

    def give(self) -> Reply:
        """The result of the last run, and what it cost to give it. Raises as `call`."""
        request: tuple[Any, ...] = ("give", None, "", [], {}, False, False)
        reply, cost = self._ask("call", wire.encode(request), self._left(), {"value"})
        return Reply(value=reply.get("value"), unchanged=True, cost=cost)

    def pin(self, cpus: Sequence[int]) -> bool:
        """Run on these cores alone, from now on; whether the kernel agreed."""
        self._renew()
        if self.pinned == tuple(cpus):
            return True
        answer = self._exchange({"op": "pin", "cpus": list(cpus)}, [], ANSWER_S)[0]
        self.pinned = tuple(cpus) if answer.get("cpus") == sorted(cpus) else ()
        return bool(self.pinned)

    def unpin(self) -> None:
        """Run on any core again; what is gone need not."""
        if self.pinned and not self._over and self.fault is None:
            self.pin(self.cpus)

    @property
    def spent(self) -> Cost:
        """What the case, as far as it went, has used."""
        return self._spent

    def leave(self) -> CaseRecord:
        """As `end`, but not waited for where the case ended in a reply and printed nothing.

        The worker takes one request after the other: what comes next finds the processes gone.
        """
        if self._waiting is None and not self._quiet:
            return self.end()
        if self._quiet:
            frame = wire.pack_frame({"op": "end", "answer": False})
            self.box.send([frame], time.monotonic() + ANSWER_S)
        self._waiting, self._quiet, self._serving = None, False, False
        return CaseRecord(cost=self._spent, printed="", strays=0)

    def end(self) -> CaseRecord:
        """End the case: its processes are gone when this returns."""
        self._waiting, self._quiet, self._serving = None, False, False
        if self._over:
            return CaseRecord(cost=self._spent, printed="", strays=0)
        header, printed = self._exchange({"op": "end", "answer": True}, [], ANSWER_S)
        return CaseRecord(
            cost=self._spent,
            printed=printed.decode("utf-8", "replace"),
            strays=int(header.get("strays", 0)),
        )

    def canary(self, secret: str) -> Canary:
        """How the worker and its box are: between two submissions they are as they were at first.

        The first `secret` that a worker hears is the one that it keeps.
        """
        header, _ = self._exchange({"op": "canary", "secret": secret}, [], ANSWER_S)
        left = header.get("left")
        return Canary(
            secret=str(header.get("secret", "")), code=str(header.get("code", "")),
            left=tuple(map(str, left)) if type(left) is list else ("unknown",),
        )  # fmt: skip

    def close(self) -> None:
        """Throw the box away."""
        self.box.close()

    # ---------------------------------------------------------------- inside

    def _renew(self) -> None:
        """Another box, where the last case was the end of this one."""
        if not self._over:
            return
        self.box.close()
        if self._reopen is None:
            raise SandboxFault("the box ran out of memory as a whole")
        self.box, self._over, self.renewed_by = self._reopen(), False, os.getpid()
        self.pinned = ()
        self._greet()

    def _greet(self) -> dict[str, Any]:
        nonce = secrets.token_hex(8)
        hello = self._exchange({"op": "hello", "nonce": nonce}, [], ANSWER_S)[0]
        if hello.get("nonce") != nonce:
            raise SandboxFault("the box does not answer as a worker")
        cpus = hello.get("cpus")
        self.cpus = tuple(int(cpu) for cpu in cpus) if type(cpus) is list else ()
        self.kernel = str(hello.get("boot", ""))
        return hello

    def _left(self) -> Limits:
        """What the case may still use."""
        left: Limits = _with(
            self._limits,
            cpu_s=max(0.0, self._limits.cpu_s - self._spent.cpu_s),
            wall_s=max(0.0, self._limits.wall - self._spent.wall_s),
        )
        return left

    def _ask(
        self,
        op: str,
        message: list[bytes],
        allowed: Limits,
        expected: set[str],
        *,
        loading: bool = False,
    ) -> tuple[dict[str, Any], Cost]:
        if self._waiting is not None:
            return self._ask_first(message, allowed, expected)
        header = {"op": op, "limits": _for_worker(allowed)}
        header, payload = self._sent(header, message, allowed.wall, loading=loading)
        cost = self._charge(header, allowed, loading)
        return self._reply(payload, expected, loading, cost), cost

    def _ask_first(
        self, message: list[bytes], allowed: Limits, expected: set[str]
    ) -> tuple[dict[str, Any], Cost]:
        """Begin the case that waits, and make its first call with it."""
        case, importing, self._waiting = self._waiting or [], _importing(self._limits), None
        call = {"bytes": wire.size_of(message), "limits": _for_worker(allowed)}
        header = {"op": "begin", "limits": _for_worker(importing), "call": call}
        wall_s = importing.wall + allowed.wall
        header, payload = self._sent(header, [*case, *message], wall_s, loading=False)
        told = header.get("import")
        if type(told) is not dict or type(told.get("bytes")) is not int:
            self.fault = SandboxFault("the worker does not say how the import went")
            raise self.fault
        cost = self._charge(told, importing, loading=True)
        _fit(self._reply(payload[: told["bytes"]], LOADED, True, cost))
        self._imports()
        self._serving = True
        cost = self._charge(header, allowed, loading=False)
        return self._reply(payload[told["bytes"] :], expected, False, cost), cost

    def _sent(
        self, header: dict[str, Any], message: list[bytes], wall_s: float, *, loading: bool
    ) -> tuple[dict[str, Any], bytearray]:
        """The worker's answer to a request that may end the box as a whole."""
        self._quiet = False
        try:
            answer, payload = self._exchange(header, message, wall_s)
        except SandboxFault:
            self._serving = False
            if self.box.out_of_memory():
                self._over, self.fault = True, None
                raise CandidateStopped(
                    Ending(kind="memory", limit=self._limits.memory_bytes, while_loading=loading),
                    self._spent,
                ) from None
            raise
        self._quiet = answer.get("printed") == 0
        return answer, payload

    def _charge(self, told: dict[str, Any], allowed: Limits, loading: bool) -> Cost:
        """Add what an exchange cost to what the case has spent.

        Raises:
            CandidateStopped: that was its end.
        """
        cost = _cost(told.get("cost"))
        self._worked_s += cost.cpu_s
        self._spent = Cost(
            cpu_s=self._spent.cpu_s + cost.cpu_s,
            wall_s=self._spent.wall_s + cost.wall_s,
            peak_bytes=max(self._spent.peak_bytes, cost.peak_bytes),
        )
        ending = self._ending(told.get("ended"), cost, allowed, loading)
        if ending is not None:
            self._quiet = self._serving = False
            raise CandidateStopped(ending, cost)
        return cost

    def _ending(self, ended: Any, cost: Cost, allowed: Limits, loading: bool) -> Ending | None:
        """How the worker says that the child ended, as one of our kinds; None: it answered."""
        over = cost.peak_bytes > allowed.memory_bytes
        if ended is None and not over:
            return None
        facts = ended or {}
        limit, status = facts.get("limit"), facts.get("status")
        whole = self._limits.import_s if loading else self._limits.cpu_s
        if over or facts.get("oom"):
            used = float(cost.peak_bytes) if over else None
            return Ending(
                kind="memory", limit=allowed.memory_bytes, used=used, while_loading=loading
            )
        if limit == "cpu":
            spent = cost.cpu_s if loading else self._spent.cpu_s
            return Ending(kind="cpu", limit=whole, used=spent, while_loading=loading)
        if limit == "wall":
            wall = allowed.wall if loading else self._limits.wall
            spent = cost.wall_s if loading else self._spent.wall_s
            return Ending(kind="wall", limit=wall, used=spent, while_loading=loading)
        if limit == "output":
            return Ending(kind="output", limit=allowed.output_bytes, while_loading=loading)
        if limit in ("early", "trailing", "closed", "headless") or status is None:
            return Ending(kind="protocol", detail=str(limit or "gone"), while_loading=loading)
        if status < 0:
            return Ending(kind="signal", detail=_signal(-status), while_loading=loading)
        return Ending(kind="exit", detail=str(status), while_loading=loading)

    def _reply(
        self, payload: bytearray, expected: set[str], loading: bool, cost: Cost
    ) -> dict[str, Any]:
        """The child's reply, which may be forged in any way: a dict of ours, or an error."""
        try:
            reply = wire.decode(payload, handle=lambda number: Handle(number=number))
        except wire.WireError as error:
            raise CandidateStopped(
                Ending(kind="protocol", detail=str(error), while_loading=loading), cost
            ) from None
        if type(reply) is not dict or any(type(key) is not str for key in reply):
            reply = {}
        if type(reply.get("error")) is dict:
            raise raised(reply["error"], loading)
        for key in ("unsupported", "too_large"):
            if key in reply:
                raise Unanswerable(plain(reply[key], 300), too_large=key == "too_large")
        if not expected & set(reply):
            raise CandidateStopped(
                Ending(kind="protocol", detail="not a reply", while_loading=loading), cost
            )
        return reply

    def _exchange(
        self, header: dict[str, Any], message: list[bytes], allowed_s: float
    ) -> tuple[dict[str, Any], bytearray]:
        size = wire.size_of(message)
        deadline = time.monotonic() + allowed_s + ANSWER_S + size / BYTES_PER_S
        try:
            self.box.send([wire.pack_frame(header, size), *message], deadline)
            header_size, payload_size = wire.FRAME.unpack(
                self.box.receive(wire.FRAME.size, deadline)
            )
            if header_size > wire.MAX_HEADER or payload_size > 1 << 32:
                raise SandboxFault("the worker's answer is not a frame")
            answer = wire.unpack_header(bytes(self.box.receive(header_size, deadline)))
            return answer, self.box.receive(payload_size, deadline)
        except wire.WireError as error:
            self.fault = SandboxFault(f"the worker broke the protocol: {error}")
            raise self.fault from None
        except SandboxFault as error:
            self.fault = error
            raise


def arguments_of(args: tuple[Any, ...]) -> list[bytes]:
    """`args` as `Session.take` wants them: encoded once for all who take the same."""
    return wire.encode(("take", None, "", list(args), {}, False, False))


def _importing(limits: Limits) -> Limits:
    """What an import may use."""
    return Limits(
        cpu_s=limits.import_s, wall_s=limits.import_wall, output_bytes=LOAD_BYTES,
        memory_bytes=limits.memory_bytes,
    )  # fmt: skip


def _for_worker(allowed: Limits) -> dict[str, float]:
    """The limits of one exchange, as the worker holds a child to them."""
    return {
        "cpu_s": allowed.cpu_s, "wall_s": allowed.wall, "output_bytes": allowed.output_bytes,
    }  # fmt: skip


def _fit(loaded: dict[str, Any]) -> None:
    """What a child says of an import: raises CandidateMisfit where names are missing, say."""
    if "fault" in loaded:
        raise CandidateMisfit(plain(loaded["fault"], 1000))


def _entry(entry: Any) -> dict[str, Any]:
    return {
        "name": entry.name,
        "signature": entry.signature,
        "parameters": list(entry.parameters),
        "required": entry.required,
        "methods": list(entry.methods),
        "is_class": entry.is_class,
    }


def _with(struct: Any, **changes: Any) -> Any:
    import msgspec

    return msgspec.structs.replace(struct, **changes)


def _handles(value: Any) -> Iterator[tuple[int, int]]:
    """(id, number) of each Handle among arguments, at any depth."""
    if type(value) is Handle:
        yield id(value), value.number
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _handles(item)
    elif isinstance(value, dict):
        yield from _handles(list(value.values()))


def _cost(fields: Any) -> Cost:
    if fields is None:
        return Cost()
    return Cost(
        cpu_s=max(0.0, float(fields["cpu_s"])),
        wall_s=max(0.0, float(fields["wall_s"])),
        peak_bytes=max(0, int(fields["peak_bytes"])),
        box_bytes=None if fields.get("box_bytes") is None else max(0, int(fields["box_bytes"])),
    )


def _is_emulated(engines: str, worker: str) -> bool:
    """Whether the box runs another kind of processor's code than its engine's machine has."""
    names = {"amd64": "x86_64", "arm64": "aarch64"}
    return bool(engines and worker) and names.get(engines, engines) != names.get(worker, worker)


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
