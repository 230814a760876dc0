"""`candidate`, as a hidden test sees it: one case, its calls, its objects, its record."""

from collections.abc import Callable
from typing import Any

from grader.answers import Answer
from grader.comparing import describe
from grader.errors import ProblemError
from grader.model import Cost, Entry, Limits, Problem
from grader.outcomes import Handle
from grader.session import Session

CALL_CHARACTERS = 400


class Undeclared(AttributeError):
    """A test uses a name of the candidate that problem.toml does not list: the author's mistake.

    An AttributeError, for libraries that ask any object for names of their own.
    """


class Case:
    """One test's use of the sandbox. A property test renews it for each example."""

    def __init__(
        self, session: Session, problem: Problem, source: str, limits: Limits, *,
        shared: bool = False, lasting: bool = False, told: bool = True,
    ) -> None:  # fmt: skip
        """With `shared` it goes on in the child of the one before, and leaves it to the next.

        With `lasting` one child is for all its examples. `told`: somebody reads what was called.
        """
        self.session = session
        self.shared = shared
        self.lasting = lasting or shared
        self.told = told
        self.alone = True
        """Whether each of its children was its own from the start."""
        self.problem = problem
        self.source = source
        self.limits = limits
        self.unchanged = True
        self.answered = False
        self.call_text = ""
        self.printed = ""
        self.cost = Cost()
        self.slowest_s = 0.0
        self.waited_s = 0.0
        """Wall clock of all children so far, imports too: what the grader itself has waited."""
        self._running = False

    def begin(self) -> None:
        """A fresh child will import the submission, when it is first called."""
        self._begin(fresh=not self.shared)

    def renew(self) -> None:
        """End this child and begin with a new one, as if nothing had happened yet."""
        if self._running:  # the worker ends it when the next one begins
            self._add(self.session.spent)
        self.unchanged, self.answered, self.call_text, self.printed = True, False, "", ""
        self._begin(fresh=not self.lasting)

    def _begin(self, *, fresh: bool) -> None:
        self._running = True
        if fresh:
            self.session.begin_with_call(self.source, self.problem, self.limits)
        elif self.session.go_on(self.source, self.problem, self.limits):
            self.alone = False

    def end(self) -> None:
        """End the child; what it used and printed is added to the record."""
        if not self._running:
            return
        self._running = False
        if not self.shared:
            self.printed = self.session.leave().printed
        self._add(self.session.spent)

    def _add(self, cost: Cost) -> None:
        self.waited_s += self.session.imported.wall_s + cost.wall_s
        self.slowest_s = max(self.slowest_s, cost.cpu_s)
        self.cost = Cost(
            cpu_s=self.cost.cpu_s + cost.cpu_s,
            wall_s=self.cost.wall_s + cost.wall_s,
            peak_bytes=max(self.cost.peak_bytes, cost.peak_bytes),
        )

    def call(
        self, target: int | None, name: str, args: tuple[Any, ...], kwargs: dict[str, Any],
        owner: str, made: Entry | None,
    ) -> Any:  # fmt: skip
        """Call, or make an object of the class `made`; its Answer or Instance."""
        if self.told:
            shown = [_described(a) for a in args]
            shown += [f"{key}={_described(value)}" for key, value in kwargs.items()]
            self.call_text = f"{owner}{name}({', '.join(shown)})"[:CALL_CHARACTERS]
        reply = self.session.call(
            target,
            name,
            tuple(_plain(a) for a in args),
            {key: _plain(value) for key, value in kwargs.items()},
            hold=made is not None,
        )
        self.answered = True
        self.unchanged &= reply.unchanged
        return self._wrap(reply.value, made)

    def read(self, target: int, name: str, entry: Entry) -> Any:
        """An attribute of an object."""
        self.call_text = f"{entry.name}.{name}"
        reply = self.session.call(target, name, read=True)
        self.answered = True
        return self._wrap(reply.value, entry)

    def _wrap(self, value: Any, entry: Entry | None) -> Any:
        if type(value) is Handle and entry is not None:
            return Instance(self, value.number, entry)
        return Answer(value)


class Candidate:
    """The fixture: the functions and classes that problem.toml names, and nothing else."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._entries = {entry.name: entry for entry in case.problem.entries}

    @property
    def arguments_unchanged(self) -> bool:
        """Whether no call so far changed its arguments, as the child saw it."""
        return self._case.unchanged

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)
        if name not in self._entries:
            raise Undeclared(
                f"a test calls candidate.{name}, which problem.toml does not list; "
                f"known: {', '.join(self._entries)}"
            )
        entry, case = self._entries[name], self._case
        made = entry if entry.is_class else None

        def remote(*args: Any, **kwargs: Any) -> Any:
            return case.call(None, name, args, kwargs, "", made)

        return remote


class Instance:
    """An object in the sandbox: its methods can be called, its attributes read."""

    def __init__(self, case: Case, handle: int, entry: Entry) -> None:
        self._case = case
        self._handle = handle
        self._entry = entry

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        case, handle, entry = self._case, self._handle, self._entry
        if name not in entry.methods:
            return case.read(handle, name, entry)

        def remote(*args: Any, **kwargs: Any) -> Any:
            result = case.call(handle, name, args, kwargs, f"{entry.name}.", None)
            if type(result) is Answer and type(result.value) is Handle:
                return Instance(case, result.value.number, entry)
            return result

        return remote

    def __repr__(self) -> str:
        return f"<{self._entry.name} {self._handle}>"

    def _held(self) -> Handle:
        return Handle(number=self._handle)

    def __call__(self, *_args: Any, **_kwargs: Any) -> Any:
        raise ProblemError(f"a test calls an object of {self._entry.name}: name a method of it")


def _described(argument: Any) -> str:
    return describe(argument if type(argument) is Instance else _plain(argument), 80)


def _plain(value: Any) -> Any:
    """What crosses the wall for an argument: an Answer's value, an object's handle."""
    if type(value) is Instance:
        return value._held()
    return value.value if type(value) is Answer else value
