"""A process that ends when its parent does, however that ended."""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1


def end_with_parent(signal_number: int, parent: int) -> None:
    """Ask Linux for this signal when `parent`, which forked us, is gone; elsewhere do nothing.

    Without it a child that works for a process which was killed would wait for ever.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal_number)
        if os.getppid() != parent:  # it was gone before we asked
            os.kill(os.getpid(), signal_number)
