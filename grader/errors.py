"""What can go wrong that is not the candidate's doing, and the exit code of each.

Exit codes are part of the contract with scripts: 0 accepted, 1 graded but not accepted,
2 usage or a broken problem folder, 3 our fault (engine, image, sandbox).
"""

EXIT_ACCEPTED = 0
EXIT_NOT_ACCEPTED = 1
EXIT_USAGE = 2
EXIT_OUR_FAULT = 3
EXIT_INTERRUPTED = 130


class GraderError(Exception):
    """Base of every error that grader raises on purpose: one line, and how to mend it."""

    exit_code = EXIT_OUR_FAULT

    def __init__(self, message: str, *, fix: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.message} ({self.fix})" if self.fix else self.message


class UsageError(GraderError):
    """The command line, or a path on it, cannot be used as given."""

    exit_code = EXIT_USAGE


class ProblemError(GraderError):
    """A problem folder is broken: names the file, the key and what was expected there."""

    exit_code = EXIT_USAGE


class SubmissionError(GraderError):
    """A submission cannot be read at all (missing, not a regular file, too large)."""

    exit_code = EXIT_USAGE


class EngineError(GraderError):
    """The engine, the image or the sandbox cannot be used. Never the candidate's fault."""


class StoreError(GraderError):
    """The database of results cannot be read or written: a full disk, a server that is gone."""


class SandboxFault(EngineError):
    """A box that was in use is gone or broke the protocol. The grading may be retried."""
