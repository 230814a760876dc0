"""The policy's look at the source: what it finds, what it leaves to the sandbox, what it spares."""

import ast
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.policy import BANNED_IMPORTS, MOST_ROWS, check, review

LSTSQ, SOLVE, FIT, POLY = FORBID = (
    "numpy.linalg.lstsq", "numpy.linalg.solve", "numpy.polyfit", "numpy.polynomial",
)  # fmt: skip
NP = "import numpy as np\n"


def whats(source: str, forbid: tuple[str, ...] = FORBID) -> set[str]:
    return {what for _, _, what, _ in check(source, "solution.py", forbid)}


ROUTES = [
    (NP + "np.linalg.lstsq(A, b)", LSTSQ),
    ("import numpy\nnumpy.linalg.lstsq(A, b)", LSTSQ),
    ("import numpy.linalg\nnumpy.linalg.lstsq(A, b)", LSTSQ),
    ("import numpy.linalg as la\nla.lstsq(A, b)", LSTSQ),
    ("from numpy import linalg\nlinalg.lstsq(A, b)", LSTSQ),
    ("from numpy import linalg as la\nla.lstsq(A, b)", LSTSQ),
    ("from numpy.linalg import lstsq", LSTSQ),
    ("from numpy.linalg import lstsq as f\nf(A, b)", LSTSQ),
    ("from numpy.linalg import (\n    norm,\n    lstsq,\n)", LSTSQ),
    ("from numpy.linalg import *\nlstsq(A, b)", LSTSQ),
    ("from numpy import *\nlinalg.lstsq(A, b)", LSTSQ),
    ("from numpy import *\npolyfit(x, y, 1)", FIT),
    (NP + "x = np.linalg\nx.lstsq(A, b)", LSTSQ),
    (NP + "x = np\ny = x.linalg\nz = y.lstsq\nz(A, b)", LSTSQ),
    (NP + "a, b = np.linalg, np\na.lstsq(A, b)", LSTSQ),
    (NP + "a = b = np.linalg\nb.lstsq(A, b)", LSTSQ),
    (NP + "la: object = np.linalg\nla.lstsq(A, b)", LSTSQ),
    (NP + "(la := np.linalg).lstsq(A, b)", LSTSQ),
    (NP + "if (la := np.linalg):\n    la.lstsq(A, b)", LSTSQ),
    ("def f():\n    return la.lstsq\nimport numpy as np\nla = np.linalg", LSTSQ),
    ("def f():\n    import numpy as np\n    return np.linalg.lstsq(A, b)", LSTSQ),
    ("def f():\n    global la\n    import numpy.linalg as la\ndef g():\n    la.lstsq(A, b)", LSTSQ),
    ("try:\n    import numpy as np\nexcept ImportError:\n    np = None\nnp.linalg.lstsq", LSTSQ),
    (NP + "def f(X, solver=np.linalg.lstsq): ...", LSTSQ),
    (NP + "class M:\n    def fit(self):\n        np.linalg.lstsq(A, b)", LSTSQ),
    (NP + "class M:\n    solver = np.linalg.lstsq", LSTSQ),
    (NP + "[np.linalg.lstsq(a, b) for a, b in rows]", LSTSQ),
    (NP + "f = lambda A, b: np.linalg.lstsq(A, b)", LSTSQ),
    (NP + "f'{np.linalg.lstsq(A, b)}'", LSTSQ),
    (NP + "getattr(np.linalg, 'lstsq')(A, b)", LSTSQ),
    (NP + "getattr(np.linalg, 'ls' + 'tsq')(A, b)", LSTSQ),
    (NP + "getattr(np.linalg, 'ls' 'tsq', None)", LSTSQ),
    (NP + "getattr(np.linalg, f'ls{\"tsq\"}')", LSTSQ),
    (NP + "getattr(getattr(np, 'linalg'), 'lstsq')", LSTSQ),
    ("import builtins\n" + NP + "builtins.getattr(np.linalg, 'lstsq')", LSTSQ),
    (NP + "np.__dict__['linalg'].lstsq", LSTSQ),
    (NP + "np.linalg.__dict__['lst' + 'sq']", LSTSQ),
    (NP + "vars(np.linalg)['lstsq']", LSTSQ),
    ("import sys, numpy\nsys.modules['numpy.linalg'].lstsq", LSTSQ),
    ("import importlib\nimportlib.import_module('numpy.linalg').lstsq", LSTSQ),
    ("from importlib import import_module as load\nload('numpy.linalg').lstsq", LSTSQ),
    ("__import__('numpy').linalg.lstsq", LSTSQ),
    ("__import__('numpy.linalg').linalg.lstsq", LSTSQ),
    ("__import__('numpy.linalg', fromlist=['lstsq']).lstsq", LSTSQ),
    ("import numpy.polynomial", POLY),
    ("import numpy.polynomial.polynomial as P\nP.polyfit(x, y, 1)", POLY),
    ("from numpy.polynomial import Polynomial", POLY),
    ("from numpy import polynomial", POLY),
    ("from numpy.polynomial import *", POLY),
    (NP + "np.polynomial.Polynomial.fit(x, y, 1)", POLY),
    ("import importlib\nimportlib.import_module(name='numpy.polynomial')", POLY),
    ("__import__('numpy.polynomial')", POLY),
    ("import sklearn", "sklearn"),
    ("import os, scipy.linalg as sl", "scipy"),
    ("from sklearn.linear_model import LinearRegression", "sklearn"),
    ("def f():\n    from scipy import optimize", "scipy"),
    ("try:\n    import torch\nexcept ImportError:\n    torch = None", "torch"),
    ("import importlib\nimportlib.import_module('scipy')", "scipy"),
    ("import importlib\nimportlib.import_module('sci' + 'py.linalg')", "scipy"),
    ("__import__('sklearn')", "sklearn"),
    ("import builtins as b\nb.__import__('sklearn')", "sklearn"),
]
LEFT_TO_RUN_TIME = [
    NP + "name = 'lstsq'\ngetattr(np.linalg, name)",
    NP + "getattr(np.linalg, 'qstsl'[::-1])",
    NP + "getattr(np.linalg, ''.join(['ls', 'tsq']))",
    NP + "[v for k, v in vars(np.linalg).items() if k[:2] == 'ls'][0]",
    NP + "from operator import attrgetter\nattrgetter('linalg.lstsq')(np)",
    "exec('import numpy as np; np.linalg.lstsq')",
    "eval('__import__(\"numpy\").linalg.lstsq')",
    "import base64\nexec(base64.b64decode('aW1wb3J0IG51bXB5'))",
    NP + "np.linalg._umath_linalg.lstsq",
    NP + "la = np.linalg\nla = la or 0\nla.lstsq",
    NP + "def f(la):\n    return la.lstsq\nf(np.linalg)",
    NP + "class N:\n    la = np.linalg\nN.la.lstsq",
    NP + "{'la': np.linalg}['la'].lstsq",
    NP + "globals()['np'].linalg.lstsq",
    "import gc\n[o for o in gc.get_objects() if getattr(o, '__name__', '') == 'lstsq']",
    "import ctypes\nctypes.CDLL(None)['scipy_dgels_64_']",
]


@pytest.mark.parametrize(("source", "expected"), ROUTES)
def test_routes_to_a_banned_name_are_found(source: str, expected: str) -> None:
    assert whats(source) == {expected}


@pytest.mark.parametrize("source", LEFT_TO_RUN_TIME)
def test_routes_that_only_the_sandbox_closes_are_not_guessed_at(source: str) -> None:
    assert whats(source) == set()


SPARED = [
    "",
    "# np.linalg.lstsq\n'''np.linalg.lstsq and sklearn'''\nx = 'import scipy'",
    NP + "np.linalg.norm(x)\nnp.linalg.pinv(x)\nnp.polyval(p, x)",
    "import numpy.linalg",
    "from numpy import linalg as la\nla.norm(x)",
    "from numpy import *\nfrom numpy.linalg import *\nnorm(array([1]))",
    "def lstsq(A, b): ...\nlstsq(A, b)",
    "class Model:\n    def solve(self): ...\n    def fit(self):\n        return self.solve()",
    "class Model:\n    def lstsq(self): ...\nModel().lstsq()",
    "from numpy.linalg import *\ndef lstsq(A, b): ...\nlstsq(A, b)",
    "from numpy.linalg import *\nlstsq = lambda A, b: 0\nlstsq(A, b)",
    "from numpy.linalg import *\nlstsq = None\nprint(lstsq)",
    "from numpy.linalg import *\ndef f(solve):\n    return solve(1)",
    "from numpy.linalg import *\nfor solve in range(3):\n    solve",
    "from numpy.linalg import *\n[solve for solve in range(3)]",
    "from numpy.linalg import *\nwith open('x') as solve:\n    solve",
    "from numpy.linalg import *\ntry: ...\nexcept ValueError as solve:\n    solve",
    "from numpy.linalg import *\nmatch 1:\n    case {'a': lstsq, **solve}:\n        lstsq, solve",
    "from numpy.linalg import *\nmatch 1:\n    case [*lstsq] as solve:\n        lstsq, solve",
    "from numpy import *\nfrom mine import *\npolyfit(x)",
    NP + "def f(np):\n    return np.linalg.lstsq",
    NP + "def f():\n    np = Mine()\n    return np.linalg.lstsq",
    NP + "def f(*np):\n    return np.linalg.lstsq",
    NP + "f = lambda np: np.linalg.lstsq",
    NP + "[np.linalg.lstsq for np in mine]",
    NP + "for np in mine:\n    np.linalg.lstsq",
    NP + "np = Mine()\nnp.linalg.lstsq",
    NP + "if x:\n    np += 1\nnp.linalg.lstsq",
    NP + "def f():\n    global np\n    np = Mine()\ndef g():\n    np.linalg.lstsq",
    "def f():\n    import numpy as np\n    def g():\n        nonlocal np\n        np = 1\n"
    "    np.linalg.lstsq",
    "def f():\n    import numpy as np\nnp.linalg.lstsq",
    NP + "class np: ...\nnp.linalg.lstsq",
    "class A:\n    import numpy as np\n    def f(self):\n        return np.linalg.lstsq",
    NP + "[(la := np) for np in mine]\nla.linalg.lstsq",
    "linalg = Mine()\nlinalg.lstsq(A, b)",
    "self.np.linalg.lstsq",
    NP + "hasattr(np.linalg, 'lstsq')",
    NP + "getattr(mine, 'lstsq')",
    NP + "def getattr(a, b): ...\ngetattr(np.linalg, 'lstsq')",
    NP + "{'numpy.linalg.lstsq': 1}['numpy.linalg.lstsq']",
    NP + "mine['linalg'].lstsq",
    "import sys\nsys.modules['scipy'] = sys\n'scipy' in sys.modules",
    "import sys\nsys.modules.get('sklearn')",
    "import importlib\nimportlib.import_module('.scipy', 'mine')",
    "import importlib.util\nimportlib.util.find_spec('sklearn')",
    "from . import sklearn\nfrom .scipy import linalg",
    "def __import__(name): ...\n__import__('sklearn')",
    "sklearn = 3\nscipy = sklearn\nscipy.linalg",
    "import sklearning\nimport scipyx.linalg",
    "if __name__ == '__main__':\n    import sklearn\n    import numpy as np\n    np.linalg.lstsq",
    "if '__main__' == __name__:\n    import sklearn",
    "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pandas as pd",
    "import typing\nif typing.TYPE_CHECKING:\n    import pandas as pd\nelse:\n    pd = None",
]
if sys.version_info >= (3, 12):
    SPARED.append("from numpy.linalg import *\ndef f[lstsq](x: lstsq): ...")


@pytest.mark.parametrize("source", SPARED)
def test_a_solution_of_ones_own_is_spared(source: str) -> None:
    assert check(source, "solution.py", FORBID) == []


def test_what_runs_beside_a_main_block_is_still_looked_at() -> None:
    assert whats("if __name__ == '__main__':\n    pass\nelse:\n    import sklearn") == {"sklearn"}
    assert whats("if __name__ != '__main__':\n    import sklearn") == {"sklearn"}


def test_the_place_counts_lines_and_characters_from_one() -> None:
    source = "import numpy as np\r\n\r\nx = 'äöü'; y = np.linalg.lstsq(A, b)\r\n"
    assert check(source, "s", FORBID, "no solver") == [(3, 16, LSTSQ, "no solver")]
    source = "import os\rimport sys, \\\r  sklearn.svm"
    assert [row[:3] for row in check(source, "s", ())] == [(3, 3, "sklearn")]
    source = "# é\n\x0cé = __import__('scipy')"
    assert [row[:3] for row in check(source, "s", ())] == [(2, 6, "scipy")]


def test_the_explanation_says_what_is_allowed() -> None:
    ((_, _, what, why),) = check("import sklearn", "s", ())
    assert f"{what}: {why}" == "sklearn: only Python's standard library and numpy are allowed"
    ((_, _, _, why),) = check("import numpy.polynomial", "s", FORBID)
    assert why == "the problem forbids it"


def test_each_place_is_reported_once_in_the_order_of_the_source() -> None:
    source = NP + "np.polyfit(1)\nnp.linalg.lstsq.x.y\nimport jax.numpy, torch\n"
    found = [(line, what) for line, _, what, _ in check(source, "s", FORBID)]
    assert found == [(2, FIT), (3, LSTSQ), (4, "jax"), (4, "torch")]


def test_nothing_but_the_banned_imports_is_forbidden_by_default() -> None:
    assert check(NP + "np.linalg.lstsq(A, b)", "s", ()) == []
    assert {"sklearn", "scipy", "pandas", "torch", "numba", "cupy"} <= BANNED_IMPORTS
    assert "numpy" not in BANNED_IMPORTS


def test_builtins_can_be_forbidden() -> None:
    assert whats("sorted(x)", ("builtins.sorted",)) == {"builtins.sorted"}
    assert whats("def sorted(x): ...\nsorted(x)\nx.sorted()", ("builtins.sorted",)) == set()


def test_errors_of_the_parser_reach_the_caller() -> None:
    with pytest.raises(SyntaxError) as caught:
        check("def f(:\n", "solution.py", FORBID)
    assert (caught.value.filename, caught.value.lineno) == ("solution.py", 1)
    with pytest.raises((RecursionError, MemoryError, SyntaxError)):
        check("-" * 100_000 + "1", "s", FORBID)


@pytest.mark.parametrize(
    "source",
    [
        "x = getattr(y, " + "+".join(["'a'"] * 2500) + ")",
        "x = np" + ".a" * 2500,
        "x = np" + "()" * 2500,
        "x = np" + "[0]" * 1900,
        "if a: pass\n" + "elif a: pass\n" * 2500,
        "x = " + "lambda: " * 150 + "np.linalg.norm",
    ],
    ids=["text", "attributes", "calls", "subscripts", "elifs", "lambdas"],
)
def test_what_the_parser_takes_is_not_too_deep_for_the_policy(source: str) -> None:
    try:
        ast.parse(source)
    except (RecursionError, MemoryError, SyntaxError):
        pytest.skip("this Python's parser refuses it")
    assert check(NP + source, "s", FORBID) == []


@pytest.mark.parametrize(
    "line", ["x=np\n", "np.linalg.lstsq\n", "x=x.a\n", "a(b).c[d]\n", "import numpy as x\n"]
)
def test_a_source_of_the_largest_size_takes_seconds_at_most(line: str) -> None:
    source = NP + line * (250_000 // len(line))
    start = time.process_time()
    assert len(check(source, "s", FORBID)) <= MOST_ROWS
    assert time.process_time() - start < 10


def test_a_long_chain_of_names_neither_grows_nor_recurses() -> None:
    grows = [f"a{i + 1} = a{i}.x" for i in range(15_000)]
    assert check("import numpy as a0\n" + "\n".join(grows), "s", FORBID) == []
    backwards = [f"a{i} = a{i + 1}" for i in range(15_000)]
    assert check("\n".join(backwards), "s", FORBID) == []


FLAGGED = {
    "import ctypes\nctypes.CDLL(None)": "ctypes",
    "from mmap import mmap": "mmap",
    "import numpy as np\nnp.ctypeslib.load_library('x', '.')": "numpy.ctypeslib",
    "exec(text)": "builtins.exec",
    "import gc\ngc.get_objects()": "gc",
    "import sys\nsys._getframe(1)": "sys._getframe",
    "().__class__.__base__.__subclasses__()": "__subclasses__",
    "getattr(f, '__globals__')": "__globals__",
    "open('/proc/self/maps')": "builtins.open",
}


@pytest.mark.parametrize("source", FLAGGED)
def test_ways_round_a_list_of_names_are_flagged_and_not_refused(source: str) -> None:
    refused, flagged = review(source, "s", FORBID)
    assert refused == []
    assert FLAGGED[source] in [what for _, _, what, _ in flagged]


@pytest.mark.parametrize(
    "source",
    ["import numpy as np\nnp.sort(x)", "def open(x): pass\nopen(3)", "code = compile = 3", "x.f()"],
)
def test_ordinary_code_is_not_flagged(source: str) -> None:
    assert review(source, "s", FORBID) == ([], [])


NAMES = st.sampled_from(["np", "la", "lstsq", "solve", "x", "numpy", "linalg", "getattr"])
LINES = st.one_of(
    st.builds("{0} = {1}".format, NAMES, NAMES),
    st.builds("{0} = {1}.{2}".format, NAMES, NAMES, NAMES),
    st.builds("import numpy as {0}".format, NAMES),
    st.builds("from numpy.linalg import {0}".format, NAMES),
    st.builds("{0}.{1}.{2}()".format, NAMES, NAMES, NAMES),
    st.builds("getattr({0}, '{1}')".format, NAMES, NAMES),
    st.builds("def {0}({1}): return {2}.{3}".format, NAMES, NAMES, NAMES, NAMES),
    st.builds("[{0}.{1} for {2} in {3}]".format, NAMES, NAMES, NAMES, NAMES),
)


@given(st.lists(LINES, max_size=12))
def test_only_a_source_that_imports_numpy_can_be_at_fault(lines: list[str]) -> None:
    found = check("\n".join(lines), "s", FORBID)
    assert all(what in FORBID for _, _, what, _ in found)
    if not any("import" in line for line in lines):
        assert found == []
