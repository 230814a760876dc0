"""A problem's tests, collected by pytest: for one job, or once for many jobs of the same problem.

What pytest does before the first test takes longer than a quick submission needs for all of them.
Where many are graded, it is done once, and each job runs in a fork of the process that did it.
"""

import contextlib
import importlib
import os
import sys
from collections import OrderedDict
from collections.abc import Iterator
from contextvars import ContextVar
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

import hypothesis
import pytest
from _pytest.config import _prepareconfig  # as pytest-xdist's workers do
from hypothesis.internal.conjecture import providers

from grader.drawing import settle_hypothesis
from grader.errors import GraderError, ProblemError
from grader.leaving import undisturbed
from grader.model import Problem
from grader.plugin import Plugin, test_files

UNUSED = (
    "cacheprovider", "unraisableexception", "threadexception", "faulthandler", "junitxml",
    "debugging", "doctest", "logging", "pastebin", "setuponly", "setupplan", "stepwise", "unittest",
)  # fmt: skip
"""Plugins of pytest's own that offer a test nothing here; two of them collect all garbage twice."""
UNHEARD = "terminalreporter"
"""One more, which tells of every test what nobody hears."""
MOST = 3
"""Problems whose collected tests one process keeps."""
NOTHING_WRONG = (0, 1, 2, 5)
"""Exit statuses of a pytest that did what it could."""


class Tests:
    """Some tests of one problem, before they are collected. `run` is for a process of its own."""

    def __init__(self, problem: Problem, files: list[Path]) -> None:
        self.problem = problem
        self.files = files

    def run(self, *job: Any) -> GraderError | None:
        """Run them for `job`, which is what `Plugin.begin` takes; an error that is no test's."""
        if (begun := _begun.get()) is not None:
            begun.resume()
            begun.collect(self.problem, self.files)
            return begun.run(*job)
        _settle()
        plugin = Plugin()
        plugin.begin(*job)
        status = pytest.main([*_options(), *_places(self.problem, self.files)], plugins=[plugin])
        if plugin.fatal is None and status not in NOTHING_WRONG:
            return ProblemError(f"{self.problem.folder}: pytest ended with status {int(status)}")
        return plugin.fatal


class Begun:
    """A pytest that is ready to collect, in this process or in a fork of it, once."""

    def __init__(self) -> None:
        """Raises whatever keeps pytest from beginning."""
        self.plugin = Plugin()
        self._mute: TextIO = open(os.devnull, "w")  # noqa: SIM115 - pytest writes there later
        with self.as_if_elsewhere():
            self._config = _prepareconfig([*_options(), os.devnull], [self.plugin])
            self._config._do_configure()
            # It brings options, so it had to be there until now.
            self._config.pluginmanager.unregister(name=UNHEARD)
            self._session = pytest.Session.from_config(self._config)
            self._config.hook.pytest_sessionstart(session=self._session)
            self._finders = list(sys.meta_path)
        # `collect` sets these: better no such pytest than one that looks in the wrong place.
        _ = self._config._rootpath, self._config.pluginmanager._confcutdir

    def resume(self) -> None:
        """In the process where the tests are to run, which ends with them."""
        _settle()
        settle_hypothesis()
        sys.meta_path[:] = self._finders

    def collect(self, problem: Problem, files: list[Path]) -> None:
        """Import the tests of a problem; the plugin keeps what is wrong with them."""
        self.plugin.problem = problem
        self._config._rootpath = self._session.path = problem.folder
        self._config.pluginmanager._confcutdir = problem.folder
        self._config.args = list(map(str, files))
        with contextlib.suppress(self._session.Failed, self._session.Interrupted):
            self._config.hook.pytest_collection(session=self._session)

    def run(self, *job: Any) -> GraderError | None:
        """Run what was collected, as `Tests.run`."""
        self.plugin.begin(*job)
        try:
            with contextlib.suppress(self._session.Failed, self._session.Interrupted):
                self._config.hook.pytest_runtestloop(session=self._session)
        finally:
            self._config.hook.pytest_sessionfinish(session=self._session, exitstatus=0)
        return self.plugin.fatal

    @contextlib.contextmanager
    def as_if_elsewhere(self) -> Iterator[None]:
        """Leave this process as it was: its output, its imports, its settings."""
        finders, environment = list(sys.meta_path), dict(os.environ)
        bytecode, profile = sys.dont_write_bytecode, hypothesis.settings.get_current_profile_name()
        constants = getattr(providers, "_get_local_constants", None)
        try:
            with contextlib.redirect_stdout(self._mute), contextlib.redirect_stderr(self._mute):
                _settle()
                yield
        finally:
            sys.meta_path[:] = finders  # pytest's own rewrites what is called test_*.py
            sys.dont_write_bytecode = bytecode
            hypothesis.settings.load_profile(profile)
            if constants is not None:
                providers._get_local_constants = constants
            os.environ.clear()
            os.environ.update(environment)


class Collected(Tests):
    """The same, collected: in forks of this process they can be run at once."""

    def __init__(self, problem: Problem, files: list[Path]) -> None:
        """Raises whatever keeps them from being collected."""
        super().__init__(problem, files)
        self._pytest = Begun()
        modules = set(sys.modules)
        try:
            with self._pytest.as_if_elsewhere():
                self._pytest.resume()
                self._pytest.collect(problem, files)
        finally:
            self._modules: dict[str, ModuleType] = {
                name: sys.modules.pop(name)
                for name in set(sys.modules) - modules
                if _is_inside(sys.modules[name], problem.folder)
            }
        if self._pytest.plugin.fatal is not None:
            raise self._pytest.plugin.fatal

    def run(self, *job: Any) -> GraderError | None:
        self._pytest.resume()
        sys.modules.update(self._modules)
        return self._pytest.run(*job)


_Key = tuple[str, bool]
_kept: ContextVar[OrderedDict[_Key, Tests | None] | None] = ContextVar("kept", default=None)
_begun: ContextVar[Begun | None] = ContextVar("begun", default=None)


@contextlib.contextmanager
def keeping_collected() -> Iterator[None]:
    """For many jobs of the same problems: this process may import their tests, to keep them."""
    importlib.import_module("grader.testing")  # else every fork does it anew
    tokens = _kept.set(OrderedDict()), _begun.set(_begin())
    try:
        yield
    finally:
        _kept.reset(tokens[0])
        _begun.reset(tokens[1])


def _begin() -> Begun | None:
    try:
        with undisturbed():
            return Begun()
    except Exception:  # a pytest that we do not know: each job begins one of its own
        return None


def prepare(problem: Problem, *, visible_only: bool) -> Tests:
    """A problem's tests as they are at hand, for `run` in a process that is forked.

    Raises:
        ProblemError: only the visible ones are wanted, and there are none.
    """
    kept = _kept.get()
    key = (problem.digest, visible_only)
    if kept is None or key not in kept:
        return Tests(problem, test_files(problem, visible_only=visible_only))
    kept.move_to_end(key)
    if kept[key] is None:
        plain = Tests(problem, test_files(problem, visible_only=visible_only))
        try:
            with undisturbed():
                kept[key] = Collected(plain.problem, plain.files)
        except Exception:  # the job itself, in its own process, tells what is wrong
            kept[key] = plain
    found = kept[key]
    assert found is not None
    return found


def ran_well(problem: Problem, *, visible_only: bool) -> None:
    """These tests have run once, so that it is safe to collect them here."""
    kept = _kept.get()
    if kept is None:
        return
    kept.setdefault((problem.digest, visible_only), None)
    while len(kept) > MOST:
        kept.popitem(last=False)


def _options() -> list[str]:
    return [
        "-q", "-s", "-c", os.devnull, "--import-mode=importlib", "--strict-markers", "-W", "ignore",
        "--tb=native", *(f"-pno:{name}" for name in UNUSED),
    ]  # fmt: skip


def _places(problem: Problem, files: list[Path]) -> list[str]:
    folder = str(problem.folder)
    return ["--rootdir", folder, "--confcutdir", folder, *map(str, files)]


def _settle() -> None:
    """Our plugin alone, whatever is installed; and nothing is written into a problem's folder."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    for name in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS"):
        os.environ.pop(name, None)
    sys.dont_write_bytecode = True


def _is_inside(module: ModuleType, folder: Path) -> bool:
    file = getattr(module, "__file__", None)
    return file is None or Path(file).is_relative_to(folder)
