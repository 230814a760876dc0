"""Wait until a file was saved, whichever way the editor does that."""

from collections.abc import Iterator
from pathlib import Path

import watchfiles

DEBOUNCE_MS = 400
"""An editor that writes a new file and moves it over the old one has done so by then."""


def saves(file: Path) -> Iterator[None]:
    """Yields whenever there is something new at `file`, until Ctrl-C, which is raised.

    The folder is watched, not the file: a file that is replaced is another file.
    """
    name = file.name

    def ours(_change: watchfiles.Change, path: str) -> bool:
        return Path(path).name == name

    yield from (
        None
        for _ in watchfiles.watch(
            file.parent, watch_filter=ours, debounce=DEBOUNCE_MS, recursive=False,
            raise_interrupt=True,
        )
    )  # fmt: skip
