"""Where attempts are handed in: who and what they are of, and the store that keeps them.

A store that cannot be used never costs a grading: it is told, and the results are written anyway.
"""

import os
from collections.abc import Callable
from pathlib import Path

import platformdirs

from grader import attempts
from grader.attempts import Attempt
from grader.display import one_line, shorten, visible
from grader.errors import GraderError, ProblemError, UsageError
from grader.interviews import Interview
from grader.model import Frozen, Problem, Report, Submission
from grader.problems import load_problem
from grader.store import ENVIRONMENT, Store, address, open_store
from grader.submissions import STDIN, read_submission
from grader.workspace import solution_in, token_in


def database(given: str | None) -> str:
    """`--db`, else `GRADER_DB`, else a file of this user's, the same from every folder."""
    return address(given, platformdirs.user_data_path("grader"))


class Task(Frozen, frozen=True, kw_only=True):
    """What a command is about: a file for a problem, and the interview it belongs to."""

    problem: Problem
    file: str
    candidate: str | None
    interview: Interview | None = None
    folder: Path | None = None
    """The interview's folder, where the command was given in it."""

    def read(self) -> Submission:
        """The submission in the file."""
        return read_submission(self.file, self.candidate)


class Desk:
    """One command's dealings with the store. `say` is told what is wrong with it."""

    def __init__(self, db: str | None, say: Callable[[str], None]) -> None:
        self._where = database(db)
        self._wanted = bool(db or os.environ.get(ENVIRONMENT))
        self._say = say
        self._store: Store | None = None
        self.lost = False
        """Whether something should have been kept, and could not be."""

    def open(self) -> Store:
        """The store; raises GraderError where there is none to be had."""
        if self._store is None:
            self._store = open_store(self._where)
        return self._store

    def close(self) -> None:
        if self._store is not None:
            self._store.close()

    def find(self, words: tuple[str, ...], candidate: str | None) -> Task:
        """What `[PROBLEM] [FILE]` means here.

        Raises:
            UsageError: without PROBLEM and outside an interview's folder; or a file, a candidate
                or a problem that is not the interview's.
        """
        name, file = (words[0], words[1]) if len(words) == 2 else (None, (*words, "")[0])
        problem = load_problem(name) if name is not None else None
        try:
            interview, folder = self._interview_at(file)
        except GraderError as error:
            if problem is None:
                raise
            self._say(f"note: not taken as the interview's: {visible(str(error))}")
            self._wanted = True  # somebody expects this to be kept
            interview, folder = None, None
        if interview is None and problem is None:
            raise UsageError(
                "Missing argument 'FILE'." if words else "Missing argument 'PROBLEM'.",
                fix="PROBLEM and FILE can be left out in a folder that grader start made",
            )
        if interview is not None:
            problem = problem or self._problem_of(interview)
            _refuse_others(interview, problem, candidate)
            candidate = interview.candidate
        assert problem is not None
        if not file:
            assert folder is not None
            file = str(solution_in(folder))
        return Task(
            problem=problem, file=file, candidate=candidate, interview=interview, folder=folder
        )

    def _interview_at(self, file: str) -> tuple[Interview | None, Path | None]:
        here = Path.cwd()
        beside = Path(os.path.abspath(file)).parent if file not in ("", STDIN) else here
        for folder in dict.fromkeys((beside, here)):
            token = token_in(folder)
            if token is not None:
                found = attempts.by_token(self.open(), token)
                if found is None:
                    raise UsageError(
                        f"{one_line(str(folder))}: its interview is not in {self.open().where}",
                        fix="give the --db (or GRADER_DB) that grader start was given",
                    )
                return found, folder
        return None, None

    def _problem_of(self, interview: Interview) -> Problem:
        try:
            problem = load_problem(str(Path(interview.folder) / "problem.toml"))
        except (UsageError, ProblemError):  # it moved, with an upgrade for instance
            problem = load_problem(interview.problem)
        if problem.digest != interview.digest:
            self._say(f"note: the problem {problem.slug} has changed since the interview began")
        return problem

    # ---------------------------------------------------------------- attempts

    def hand_in(self, task: Task, submission: Submission) -> Attempt | None:
        """Keep an attempt; None where the store cannot, which is told."""
        try:
            store = self.open()
            interview = task.interview or attempts.recent(
                store, task.problem.slug, submission.candidate
            )
            return attempts.hand_in(
                store, interview, task.problem.slug, submission, limited=task.folder is not None
            )
        except GraderError as error:
            self._fail(error, lost=task.interview is not None or self._wanted)
            return None

    def graded(self, attempt: Attempt | None, report: Report | None) -> None:
        """Keep what a grading found, or that it came to no end."""
        if attempt is None:
            return
        try:
            attempts.graded(self.open(), attempt, report)
        except GraderError as error:
            self._fail(error, lost=True)

    def _fail(self, error: GraderError, *, lost: bool) -> None:
        self.lost = self.lost or lost
        self._say(f"{'error' if lost else 'note'}: not kept: {visible(str(error))}")


def _refuse_others(interview: Interview, problem: Problem, candidate: str | None) -> None:
    """An interview's folder is of one candidate and one problem."""
    whose = f"this is {_shown(interview.candidate)}'s interview on {interview.problem}"
    if problem.slug != interview.problem:
        raise UsageError(f"{problem.slug}: {whose}", fix="use another folder for another problem")
    if candidate not in (None, interview.candidate):
        raise UsageError(f"--candidate {_shown(candidate or '')}: {whose}", fix="leave it out")


def _shown(name: str) -> str:
    return shorten(one_line(name), 60)
