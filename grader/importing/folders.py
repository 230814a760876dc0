"""Drafts → problem folders inside one directory, each whole or not at all."""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from grader.display import one_line
from grader.errors import ProblemError, UsageError
from grader.importing.drafts import Draft, Refused
from grader.problems import MANIFEST, read_problem


class Shelf:
    """The directory that problems are imported to; nothing outside it is ever written."""

    def __init__(self, out: Path, *, force: bool) -> None:
        """Raises UsageError where `out` cannot be made or written to."""
        self.out = out
        self.force = force
        self.written: dict[str, str] = {}
        """Slug → what the set calls it, of those written now."""
        try:
            out.mkdir(parents=True, exist_ok=True)
            self._stage = Path(tempfile.mkdtemp(prefix=".import-", dir=out))
        except OSError as error:
            what = f"{one_line(str(out))}: cannot be written to: {error.strerror}"
            raise UsageError(what, fix="choose another --out") from None

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        shutil.rmtree(self._stage, ignore_errors=True)

    def check(self, slug: str, task: str) -> None:
        """Raises Refused where this task has no place; asked before any work is done for it."""
        if (other := self.written.get(slug)) is not None:
            same = "is there twice" if other == task else f"gets the same folder as {other}"
            raise Refused(f"{task} {same}; the first one counts")
        target = self.out / slug
        if target.is_symlink() or target.exists():
            if not self.force:
                raise Refused(f"{one_line(str(target))} is there already; --force replaces it")
            if target.is_symlink() or not (target / MANIFEST).is_file():
                raise Refused(f"{one_line(str(target))} is no problem folder, so it is left alone")

    def put(self, draft: Draft) -> Path:
        """Write a draft, prove that it loads, and move it to its place.

        Raises:
            Refused: it has no place, or is no problem.
            UsageError: the disk does not take it.
        """
        self.check(draft.slug, draft.task)
        made, target = self._stage / draft.slug, self.out / draft.slug
        try:
            for name, content in draft.files.items():
                path = made / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
            read_problem(made.resolve())
            if target.exists():
                target.rename(self._stage / f"{draft.slug}.old")
            made.rename(target)
        except ProblemError as error:
            with suppress(OSError):
                shutil.rmtree(made)
            raise Refused(error.message.partition(f"{draft.slug}/")[2] or error.message) from None
        except UnicodeEncodeError:
            shutil.rmtree(made, ignore_errors=True)
            raise Refused("half a surrogate pair, which no text may hold") from None
        except OSError as error:
            what = f"{one_line(str(target))}: cannot be written: {error.strerror}"
            raise UsageError(what) from None
        self.written[draft.slug] = draft.task
        return target
