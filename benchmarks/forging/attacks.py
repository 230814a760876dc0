"""Twelve ways to be marked right with a wrong `double(xs)`: none of them doubles anything."""

WRONG = "def double(xs):\n    return [-1.0]\n"
RIGHT = "def double(xs):\n    return [2.0 * x for x in xs]\n"

EXITS_AT_IMPORT = "import sys\nsys.exit(0)\n"

LEAVES_AT_IMPORT = "import os\nos._exit(0)\n"

LEAVES_IN_THE_CALL = "import os\ndef double(xs):\n    os._exit(0)\n"

LEAVES_AT_EXIT = """
import atexit, os, sys
atexit.register(os._exit, 0)
sys.excepthook = lambda *a: os._exit(0)
def double(xs):
    return [-1.0]
"""

EQUAL_TO_EVERYTHING = """
class Liar(list):
    __eq__ = __le__ = __ge__ = lambda self, other: True
    __ne__ = __lt__ = __gt__ = lambda self, other: False
    __bool__ = lambda self: True
    __hash__ = None
    __sub__ = __rsub__ = __abs__ = lambda self, *other: Liar()
    __array_function__ = lambda self, *a: True
    __array_ufunc__ = lambda self, *a, **k: Liar()
    all = any = item = lambda self, *a: True
def double(xs):
    return Liar()
"""

NUMPY_AGREES = """
import numpy as np
np.allclose = np.array_equal = np.isclose = lambda *a, **k: True
np.testing.assert_allclose = np.testing.assert_array_equal = lambda *a, **k: None
def double(xs):
    return [-1.0]
"""

BUILTINS_AGREE = """
import builtins, math
builtins.all = builtins.any = lambda *a: True
builtins.abs = builtins.max = builtins.sum = lambda *a, **k: 0.0
builtins.len = lambda o: 1
math.isclose = lambda *a, **k: True
def double(xs):
    return [-1.0]
"""

READS_THE_CALLERS = """
import sys
def double(xs):
    frame = sys._getframe(1)
    while frame is not None:
        for place in (frame.f_locals, frame.f_globals):
            for name in ("expected", "exp", "want", "oracle"):
                value = place.get(name)
                if callable(value) and value is not double:
                    return value(xs)
                if isinstance(value, list) and value and isinstance(value[0], list):
                    inputs = place.get("inputs", [])
                    if xs in inputs:
                        return value[inputs.index(xs)]
                if isinstance(value, (list, tuple)) and value:
                    return list(value)
        frame = frame.f_back
    return [-1.0]
"""

FINDS_THE_REFERENCE = """
import gc, types
def double(xs):
    for found in gc.get_objects():
        if isinstance(found, types.FunctionType) and found.__name__ == "reference":
            return found(xs)
    for found in gc.get_objects():
        if isinstance(found, dict) and callable(found.get("reference")):
            return found["reference"](xs)
    return [-1.0]
"""

REPLACES_THE_RUNNER = """
import sys, unittest
unittest.TestCase.run = lambda self, result=None: result
for name, module in list(sys.modules.items()):
    if name == "_pytest.python":
        module.Function.runtest = lambda self: None
    if name == "_pytest.runner":
        module.pytest_runtest_call = lambda item: None
try:
    import otter.test_files.abstract_test as kind
    import otter.test_files.exception_test as other
    for owner in (kind.TestFile, other.ExceptionTestFile):
        owner.passed_all = property(lambda self: True)
        owner.score = property(lambda self: self.possible)
        owner.run = lambda self, *a, **k: None
except Exception:
    pass
def double(xs):
    return [-1.0]
"""

WRITES_THE_VERDICT = """
import os, sys
def forge():
    frame = sys._getframe(1)
    while frame is not None:
        local = frame.f_locals
        if hasattr(local.get("result"), "append") and "check_program" in local:
            local["result"].append("passed")
            os._exit(0)
        if hasattr(local.get("stat"), "value") and "details" in local:
            for i in range(len(local["details"])):
                local["details"][i] = True
            local["progress"].value = len(local["details"])
            local["stat"].value = 0
            os._exit(0)
        frame = frame.f_back
    for argument in sys.argv:
        if argument.startswith("--junit-xml="):
            with open(argument.partition("=")[2], "w") as file:
                file.write('<testsuites><testsuite tests="1" failures="0" errors="0" skipped="0">'
                           '<testcase classname="test_it" name="test_double"/></testsuite></testsuites>')
            os._exit(0)
def double(xs):
    forge()
    return [-1.0]
"""

SKIPS = """
import unittest
def double(xs):
    try:
        import pytest
        pytest.skip("not today")
    except ImportError:
        pass
    raise unittest.SkipTest
"""

ATTACKS = {
    "exits with 0 when imported": EXITS_AT_IMPORT,
    "leaves with 0 when imported": LEAVES_AT_IMPORT,
    "leaves with 0 in the call": LEAVES_IN_THE_CALL,
    "leaves with 0 at the end": LEAVES_AT_EXIT,
    "is equal to everything": EQUAL_TO_EVERYTHING,
    "makes numpy agree": NUMPY_AGREES,
    "makes the builtins agree": BUILTINS_AGREE,
    "reads its callers' variables": READS_THE_CALLERS,
    "finds the reference in memory": FINDS_THE_REFERENCE,
    "replaces the test runner": REPLACES_THE_RUNNER,
    "writes the verdict itself": WRITES_THE_VERDICT,
    "skips the test": SKIPS,
}
