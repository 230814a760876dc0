"""What reading the source finds, and above all what it must not take for a finding."""

import pytest

from grader.policy import check

FORBID = ("numpy.linalg.lstsq", "numpy.polyfit", "numpy.polynomial")

FOUND = [
    "import sklearn", "import scipy.linalg as sl", "from torch import nn",
    "import numpy as np\nnp.linalg.lstsq(1, 2)",
    "import numpy\nnumpy.linalg.lstsq",
    "import numpy.linalg as la\nla.lstsq(1, 2)",
    "from numpy import linalg\nlinalg.lstsq(1, 2)",
    "from numpy import linalg as la\nla.lstsq(1, 2)",
    "from numpy.linalg import lstsq",
    "from numpy.linalg import lstsq as fine",
    "from numpy.linalg import *\nlstsq(1, 2)",
    "import numpy as np\nla = np.linalg\nla.lstsq(1, 2)",
    "import numpy as np\nla = np.linalg\nf = la.lstsq\nf(1, 2)",
    "import numpy as np\ngetattr(np.linalg, 'lstsq')(1, 2)",
    "import numpy as np\ngetattr(np.linalg, 'ls' + 'tsq')(1, 2)",
    "import numpy as np\nvars(np.linalg)['lstsq']",
    "import numpy as np\nnp.__dict__['linalg'].__dict__['lstsq']",
    "import importlib\nimportlib.import_module('scipy.linalg')",
    "__import__('sklearn')",
    "import numpy as np\nnp.polyfit([1], [1], 1)",
    "import numpy as np\nnp.polynomial.Polynomial.fit",
    "from numpy.polynomial import Polynomial",
    "from numpy.polynomial.polynomial import polyfit",
    "def f():\n    import numpy as np\n    return np.linalg.lstsq",
]  # fmt: skip

CLEAN = [
    "import numpy as np\nnp.linalg.solve(1, 2)",
    "def lstsq(a, b): return a\nlstsq(1, 2)",
    "from numpy.linalg import *\ndef lstsq(a, b): return a\nlstsq(1, 2)",
    "class Model:\n    def lstsq(self): pass\nModel().lstsq()",
    "# np.linalg.lstsq is not allowed\ns = 'numpy.linalg.lstsq'",
    "np = {}\nnp['linalg'] = 3",
    "def f(np):\n    return np.linalg.lstsq",
    "for torch in range(3): print(torch)",
    "scipy = 3\nprint(scipy)",
    "import sys\nsys.modules['scipy'] = None",
    "getattr = lambda a, b: b\nimport numpy as np\ngetattr(np.linalg, 'lstsq')",
    "from .sklearn import x",
    "import scipy_like_module",
    "",
]


@pytest.mark.parametrize("source", FOUND)
def test_found(source: str) -> None:
    rows = check(source, "solution.py", FORBID)
    assert rows
    line, column, what, why = rows[0]
    assert 1 <= line <= source.count("\n") + 1
    assert column >= 1
    assert what
    assert why


@pytest.mark.parametrize("source", CLEAN)
def test_clean(source: str) -> None:
    assert check(source, "solution.py", FORBID) == []


def test_line_column_and_reason() -> None:
    rows = check("import numpy as np\n\nx = np.polyfit([1], [1], 1)\n", "s", FORBID, "write it")
    assert rows == [(3, 5, "numpy.polyfit", "write it")]


def test_long_chains_and_many_lines_are_no_trouble() -> None:
    check("import numpy as np\n" + "\n" * 100_000 + "np" + ".a" * 900, "s", FORBID)
