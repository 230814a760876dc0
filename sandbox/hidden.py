"""Memory that no fork copies: a child inherits nothing of what passed through the worker.

A buffer on the heap would: freed, but not cleared, it would carry bytes from one case to the next.
"""

import mmap
import os

LEAST_BYTES = 1 << 20
SMALL_BYTES = 1 << 16


class Hidden:
    """A growing buffer for bytes of a candidate or of the host."""

    def __init__(self) -> None:
        self._memory: mmap.mmap | None = None
        self.size = 0

    def __len__(self) -> int:
        return self.size

    def view(self, start: int = 0) -> memoryview:
        """The bytes from `start` on, without a copy."""
        return memoryview(self._memory)[start : self.size] if self._memory else memoryview(b"")

    def read(self, fd: int, most: int) -> int | None:
        """Append up to `most` bytes of `fd`: how many; None when there are none yet."""
        self._reserve(self.size + most)
        assert self._memory is not None
        try:
            count = os.readv(fd, [memoryview(self._memory)[self.size : self.size + most]])
        except BlockingIOError:
            return None
        self.size += count
        return count

    def cut(self, size: int) -> None:
        """Keep at most the first `size` bytes."""
        self.size = min(self.size, size)

    def clear(self) -> None:
        """Forget it all, and give the memory back to the kernel, if it is worth that."""
        if self._memory is not None and self.size > SMALL_BYTES:
            self._memory.madvise(mmap.MADV_DONTNEED)
        self.size = 0

    def _reserve(self, size: int) -> None:
        if self._memory is not None and len(self._memory) >= size:
            return
        larger = mmap.mmap(-1, max(2 * size, LEAST_BYTES), flags=mmap.MAP_PRIVATE)
        larger.madvise(mmap.MADV_DONTFORK)
        larger[: self.size] = self.view()
        self._memory = larger
