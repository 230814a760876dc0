"""SIGTERM ends a process also where Python drops the exception that its handler raises."""

import subprocess
import sys

LEAVES = """
import os, signal, sys, time
from grader.leaving import raise_on_sigterm, never_mind, undisturbed
raise_on_sigterm(130)
def terminate():
    os.kill(os.getpid(), signal.SIGTERM)
{setting}
try:
    {when}
    time.sleep(20)
finally:
    never_mind()
    terminate()
    print("cleaned up", flush=True)
"""


def ended(setting: str, when: str) -> subprocess.CompletedProcess[str]:
    code = LEAVES.format(setting=setting, when=when)
    return subprocess.run(
        [sys.executable, "-c", code], timeout=15, capture_output=True, text=True, check=False
    )


def test_a_signal_ends_what_runs() -> None:
    found = ended("", "terminate()")
    assert (found.returncode, found.stdout) == (130, "cleaned up\n")


def test_a_signal_in_a_hook_of_fork_is_not_lost() -> None:
    found = ended(
        "os.register_at_fork(after_in_parent=terminate)",
        "os.fork() or os._exit(0)",
    )
    assert (found.returncode, found.stdout) == (130, "cleaned up\n")


def test_a_signal_in_a_finaliser_is_not_lost() -> None:
    found = ended(
        "class Held:\n    def __del__(self):\n        terminate()",
        "Held()",
    )
    assert (found.returncode, found.stdout) == (130, "cleaned up\n")


def test_other_exceptions_that_are_dropped_are_still_told() -> None:
    found = ended(
        "class Held:\n    def __del__(self):\n        raise ValueError('told')",
        "Held(); terminate()",
    )
    assert found.returncode == 130
    assert "ValueError: told" in found.stderr


def test_a_signal_waits_for_what_is_undisturbed() -> None:
    found = ended(
        "def block():\n    with undisturbed():\n        terminate(); print('made', flush=True)",
        "block()",
    )
    assert (found.returncode, found.stdout) == (130, "made\ncleaned up\n")
