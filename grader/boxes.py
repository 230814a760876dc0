"""What a session needs of a box, whichever engine made it. A box is one worker and its walls."""

from collections.abc import Sequence
from typing import Protocol

from grader.model import Limits, SandboxFacts

OVERHEAD_BYTES = 96 * 1024**2
"""What the worker, Python and numpy need beside a case's own memory."""
ROOM_FOR_A_KERNEL = 64
"""Threads of a runtime's own kernel (gVisor's), which count against the box's limit on them."""


PYTHON_OPTIONS = ("-s", "-P", "-B")
"""Isolated as with -I, but for PYTHONHASHSEED; every other variable of the box is ours anyway."""


class Box(Protocol):
    """A running worker: bytes in, bytes out, each with a deadline."""

    facts: SandboxFacts
    case_data_bytes: int
    """A memory limit that the child must set itself; 0 where the engine limits memory."""

    def send(self, chunks: Sequence[bytes | memoryview], deadline: float) -> None:
        """Write all of `chunks` before `deadline` (time.monotonic).

        Raises:
            SandboxFault: the worker is gone, or the deadline passed.
        """

    def receive(self, size: int, deadline: float) -> bytearray:
        """Exactly `size` bytes; raises as `send`."""

    def out_of_memory(self) -> bool:
        """After a SandboxFault: whether the box died because its memory was used up."""

    def close(self) -> None:
        """Kill it and leave nothing behind. Safe to call twice."""


class Engine(Protocol):
    """Makes boxes."""

    name: str

    def open(self, limits: Limits) -> Box:
        """A fresh box for cases of at most `limits`.

        Raises:
            EngineError: there is no engine or no image, or the box does not start.
        """

    def prepare(self) -> None:
        """Whatever takes long and is done once: find the engine, build the image."""

    def describe(self) -> dict[str, str]:
        """What there is to know of the engine, for people: name → what it is."""

    def close(self) -> None:
        """Let go of the engine."""
