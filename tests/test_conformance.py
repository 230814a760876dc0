"""One behavioural suite that every engine passes. Known differences are named in KNOWN.

Each case is hostile or odd code; after each, a correct call in the same box must work, since a
sandbox that stops everything by breaking is wrong too.
"""

import time
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pytest

from conftest import make_problem
from grader.boxes import Engine
from grader.model import Entry, Limits
from grader.outcomes import CandidateMisfit, CandidateRaised, CandidateStopped, Handle, Unanswerable
from grader.session import Session

PROBLEM = make_problem(limits=Limits(cpu_s=0.5, memory_bytes=128 << 20, output_bytes=1 << 20))
GOOD = "def f(x):\n    return [x, x]\n"


class Odd(NamedTuple):
    """Source, and the outcome: "value", or the kind of what is raised and a part of its text."""

    source: str
    outcome: str
    text: str = ""


def body(code: str, imports: str = "os") -> str:
    lines = "".join(f"    {line}\n" for line in code.splitlines())
    return f"import {imports}\n\ndef f(x):\n{lines}"


CASES = {
    "raises": Odd(body("raise ValueError('no')"), "ValueError", "no"),
    "own exception": Odd("class Mine(KeyError): pass\ndef f(x):\n    raise Mine(3)\n", "KeyError"),
    "hostile str": Odd(
        "class E(Exception):\n    def __str__(self):\n        raise SystemExit\n"
        "def f(x):\n    raise E\n",
        "Exception",
        "cannot be read",
    ),
    "keyboard interrupt": Odd(body("raise KeyboardInterrupt"), "CandidateRaised"),
    "sys.exit": Odd(body("sys.exit(0)", "sys"), "CandidateRaised"),
    "os._exit": Odd(body("os._exit(0)"), "stopped exit", "0"),
    "exit 137 is no memory": Odd(body("os._exit(137)"), "stopped exit", "137"),
    "segfault": Odd(body("ctypes.string_at(0)", "ctypes"), "stopped signal", "SIGSEGV"),
    "abort": Odd(body("os.abort()"), "stopped signal", "SIGABRT"),
    "endless": Odd(body("while True: pass"), "stopped cpu"),
    "endless in C": Odd(body("10 ** 10 ** 9"), "stopped cpu"),
    "deaf and endless": Odd(
        body(
            "for n in range(1, 65):\n    try: signal.signal(n, signal.SIG_IGN)\n"
            "    except (OSError, ValueError): pass\nwhile True: pass",
            "signal",
        ),
        "stopped cpu",
    ),
    "sleeps": Odd(body("time.sleep(1000)", "time"), "stopped wall"),
    "never answers": Odd(body("threading.Event().wait()", "threading"), "stopped wall"),
    "hog": Odd(body("return len(bytearray(b'x' * (1 << 30)))"), "stopped memory"),
    "recursion": Odd("def f(x):\n    return f(x)\n", "RecursionError"),
    "forks": Odd(body("os.fork()"), "PermissionError"),
    "spawns": Odd(body("subprocess.run(['true'])", "subprocess"), "PermissionError"),
    "execs": Odd(body("os.execv('/bin/true', ['true'])"), "PermissionError"),
    "opens a socket": Odd(body("socket.socket()", "socket"), "PermissionError"),
    "opens a vsock": Odd(body("socket.socket(40, 1)", "socket"), "PermissionError"),
    "kills its parent": Odd(body("os.kill(os.getppid(), 9)"), "PermissionError"),
    "kills everybody": Odd(body("os.kill(-1, 9)"), "PermissionError"),
    "reads the worker": Odd(
        body("open(f'/proc/{os.getppid()}/mem', 'rb').read(1)"), "PermissionError"
    ),
    "limits its parent": Odd(
        body("resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (0, 0))", "os, resource"),
        "PermissionError",
    ),
    "limits itself": Odd(
        body("resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))\nreturn 1", "resource"), "value"
    ),
    "moves its parent": Odd(body("os.sched_setaffinity(os.getppid(), {0})"), "PermissionError"),
    "moves itself": Odd(
        body("os.sched_setaffinity(0, os.sched_getaffinity(0))\nreturn 1"), "value"
    ),
    "starves its parent": Odd(
        body("os.sched_setscheduler(os.getppid(), os.SCHED_IDLE, os.sched_param(0))"),
        "PermissionError",
    ),
    "has a signal sent": Odd(
        body("fcntl.fcntl(4, fcntl.F_SETOWN, os.getppid())", "fcntl, os"), "PermissionError"
    ),
    "takes all pipe memory": Odd(body("fcntl.fcntl(4, 1031, 1 << 20)", "fcntl"), "PermissionError"),
    "flushes every disk": Odd(
        body("os.sync()\nassert ctypes.CDLL(None, use_errno=True).syncfs(1) == -1", "ctypes, os"),
        "value",
    ),
    "deletes": Odd(body("os.unlink('/etc/hostname')"), "PermissionError"),
    "memfd": Odd(body("os.memfd_create('x')"), "PermissionError"),
    "becomes dumpable": Odd(
        body("assert ctypes.CDLL(None).prctl(4, 1, 0, 0, 0) == -1\nreturn 1", "ctypes"), "value"
    ),
    "hides its peak": Odd(body("open('/proc/self/clear_refs', 'w').write('5')"), "PermissionError"),
    "threads": Odd(
        body(
            "t = threading.Thread(target=lambda: None)\nt.start()\nt.join()\nreturn 1", "threading"
        ),
        "value",
    ),
    "a generator": Odd(body("return (i for i in [])"), "unanswerable", "a generator"),
    "a lambda": Odd(body("return lambda: 0"), "unanswerable", "a function"),
    "a masked array": Odd(
        body("return np.ma.masked_all(3)", "numpy as np"), "unanswerable", "Masked"
    ),
    "a liar": Odd(
        "class L(list):\n    __eq__ = lambda s, o: True\ndef f(x):\n    return L()\n",
        "unanswerable",
    ),
    "objects in an array": Odd(
        body("return np.array([object()])", "numpy as np"), "unanswerable", "dtype object"
    ),
    "itself": Odd(body("a = []\na.append(a)\nreturn a"), "too large"),
    "a huge string": Odd(body("return 'x' * (1 << 22)"), "too large"),
    "a broadcast of nothing": Odd(
        body("return np.broadcast_to(0.0, (10**6, 10**6))", "numpy as np"), "too large"
    ),
    "a huge integer": Odd(body("return 10**5000"), "too large"),
    "forged frames": Odd(
        body(
            "for fd in range(64):\n    try: os.write(fd, (1 << 20).to_bytes(8, 'big') + b'x' * 64)\n"
            "    except OSError: pass\nos._exit(0)"
        ),
        "stopped",
    ),
    "a forged reply is only a value": Odd(
        body(
            "m = json.dumps({'d': [['value', 7], ['unchanged', True], ['verdict', 'accepted']]})\n"
            "m = m.encode() + b' ' * (-len(m) % 16)\n"
            "m = len(m).to_bytes(8, 'big') + bytes(8) + m\n"
            "os.write(4, len(m).to_bytes(8, 'big') + m)\ntime.sleep(60)",
            "json, os, time",
        ),
        "value",
    ),
    "an endless reply": Odd(body("while True: os.write(4, b'\\xff' * 8)"), "stopped"),
    "a flood of prints": Odd(body("for _ in range(20000): print('x' * 100)\nreturn 1"), "value"),
    "closes everything": Odd(body("os.closerange(0, 64)\nreturn 1"), "stopped"),
    "exits at import": Odd("import sys\nsys.exit(0)\n", "CandidateRaised"),
    "endless at import": Odd("while True: pass\n", "stopped cpu"),
    "does not parse": Odd("def f(x:\n", "SyntaxError"),
    "a null byte": Odd("def f(x): return '\0'\n", "SyntaxError"),
    "deeply nested": Odd("x = " + "(" * 300 + ")" * 300 + "\n", "SyntaxError"),
    "no such function": Odd("def g(x): return x\n", "misfit", "no function f"),
    "not a function": Odd("f = 3\n", "misfit", "not a function"),
    "too few parameters": Odd("def f(): return 1\n", "misfit", "cannot be called"),
}
KNOWN = {
    # Memory is limited by address space there, so the code sees a MemoryError and may go on.
    ("process", "hog"): Odd("", "MemoryError"),
    # Without walls the files of the own user are open; as root, those of everybody.
    ("process", "reads the worker"): Odd("", ""),
    ("process", "hides its peak"): Odd("", ""),
}


@pytest.fixture(scope="module")
def session(engine: Engine) -> Iterator[Session]:
    session = Session(engine.open(PROBLEM.limits))
    yield session
    session.close()


@pytest.mark.parametrize("name", CASES)
def test_odd_code(session: Session, name: str) -> None:
    case = CASES[name]
    expected = KNOWN.get((session.box.facts.engine, name), case)
    got, text = outcome(session, case.source)
    assert got.startswith(expected.outcome), text
    assert expected.text in text
    assert outcome(session, GOOD) == ("value", "[3, 3]")


def outcome(session: Session, source: str, limits: Limits = PROBLEM.limits) -> tuple[str, str]:
    quick = Limits(
        cpu_s=limits.cpu_s, wall_s=3.0, import_s=0.5, memory_bytes=limits.memory_bytes,
        output_bytes=limits.output_bytes,
    )  # fmt: skip
    try:
        session.begin(source, PROBLEM, quick)
        return "value", str(session.call(None, "f", (3,)).value)
    except CandidateStopped as stopped:
        return f"stopped {stopped.ending.kind}", stopped.ending.detail
    except CandidateMisfit as misfit:
        return "misfit", str(misfit)
    except Unanswerable as error:
        return ("too large" if error.too_large else "unanswerable"), str(error)
    except CandidateRaised as error:
        plain = type(error) is CandidateRaised
        kind = "CandidateRaised" if plain else type(error).__name__.removeprefix("Candidate")
        return kind, str(error)
    finally:
        session.end()


VALUES = [
    None, True, 0, -1, 2**70, 1.5, float("inf"), "text", "\ud800", b"\0\1", [1, 2.0, "x"], (1, (2,)),
    {"a": [1], 2: None}, {1, 2}, 1 + 2j, [[1, 2], [3, 4]] * 5, [(1.0, 2.0)] * 9, [True] * 9, [],
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_values_cross_both_ways(session: Session, value: object) -> None:
    session.begin("def f(x):\n    return x\n", PROBLEM, PROBLEM.limits)
    answer = session.call(None, "f", (value,)).value
    session.end()
    assert answer == value
    assert type(answer) is type(value)


@pytest.mark.parametrize(
    "dtype", ["bool", "int8", "uint64", "float16", "float64", "complex128", "<U3"]
)
def test_arrays_cross_both_ways(session: Session, dtype: str) -> None:
    array = np.array([[0, 1, 2], [3, 4, 5]]).astype(dtype)
    session.begin("def f(x):\n    x[0] = x[1]\n    return x\n", PROBLEM, PROBLEM.limits)
    reply = session.call(None, "f", (array,))
    session.end()
    assert reply.value.dtype == array.dtype
    assert (reply.value[0] == array[1]).all()
    assert not reply.unchanged


def test_changed_arguments_are_seen(session: Session) -> None:
    session.begin("def f(x):\n    x.sort()\n    return x\n", PROBLEM, PROBLEM.limits)
    assert session.call(None, "f", ([1, 2],)).unchanged
    assert not session.call(None, "f", ([2, 1],)).unchanged
    session.end()


def test_nothing_is_kept_from_one_case_to_the_next(session: Session) -> None:
    source = (
        "import numpy\nn = getattr(numpy, 'kept', 0) + 1\nnumpy.kept = n\ndef f(x):\n    return n\n"
    )
    for _ in range(3):
        assert outcome(session, source) == ("value", "1")


def test_what_is_printed_is_kept_to_a_cap(session: Session) -> None:
    session.begin("def f(x):\n    print('é' * 40000)\n", PROBLEM, PROBLEM.limits)
    session.call(None, "f", (1,))
    printed = session.end().printed
    assert printed.startswith("é")
    assert len(printed.encode()) <= 1 << 14


def test_a_case_begins_with_its_first_call(session: Session) -> None:
    """The import's limits and faults are its own, whoever asks for it, and its clock is apart."""
    slow = "sum(i * i for i in range(10 ** 6))\ndef f(x):\n    return x\n"
    session.begin_with_call(slow, PROBLEM, PROBLEM.limits)
    reply = session.call(None, "f", (3,))
    assert reply.value == 3
    assert session.imported.cpu_s > 10 * session.spent.cpu_s
    session.leave()

    for source, error, text in (
        ("def g(x):\n    return x\n", CandidateMisfit, "no function f"),
        ("def f(x:\n    pass\n", CandidateRaised, "never closed"),
        ("raise ValueError('early')\n", ValueError, "early"),
    ):
        session.begin_with_call(source, PROBLEM, PROBLEM.limits)
        with pytest.raises(error, match=text):
            session.call(None, "f", (3,))
        session.leave()
    quick = Limits(import_s=0.3, memory_bytes=128 << 20)
    session.begin_with_call("while True: pass\n", PROBLEM, quick)
    with pytest.raises(CandidateStopped) as stopped:
        session.call(None, "f", (3,))
    session.leave()
    assert (stopped.value.ending.kind, stopped.value.ending.while_loading) == ("cpu", True)
    assert outcome(session, GOOD) == ("value", "[3, 3]")


def test_a_call_that_was_never_made_imports_nothing(session: Session) -> None:
    session.begin_with_call("while True: pass\n", PROBLEM, PROBLEM.limits)
    assert session.leave().printed == ""
    assert outcome(session, GOOD) == ("value", "[3, 3]")


def test_who_is_left_has_ended_when_the_next_one_begins(session: Session) -> None:
    """No thread of a case lives on in the next, and what was printed is there to be shown."""
    source = (
        "import os, threading, time\ndef f(x):\n"
        "    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()\n"
        "    return os.getpid()\n"
    )
    session.begin_with_call(source, PROBLEM, PROBLEM.limits)
    pid = session.call(None, "f", (1,)).value
    assert session.leave().printed == ""
    asks = f"import os\ndef f(x):\n    return os.path.exists('/proc/{pid}/stat')\n"
    session.begin_with_call(asks, PROBLEM, PROBLEM.limits)
    assert session.call(None, "f", (1,)).value is False
    session.leave()
    session.begin_with_call("def f(x):\n    print('here')\n", PROBLEM, PROBLEM.limits)
    session.call(None, "f", (1,))
    assert session.leave().printed == "here\n"


def test_who_goes_on_finds_the_child_of_the_last_case(session: Session) -> None:
    source = (
        "import os\nseen = []\ndef f(x):\n    seen.append(x)\n"
        "    if x < 0:\n        os._exit(3)\n    if not x:\n        raise ValueError('none')\n"
        "    for _ in range(x):\n        pass\n    return seen\n"
    )
    limits = Limits(cpu_s=1.0, memory_bytes=128 << 20)

    def asked(x: int) -> object:
        session.go_on(source, PROBLEM, limits)
        return session.call(None, "f", (x,)).value

    assert asked(1) == [1]
    assert asked(10**6) == [1, 10**6]
    before = session.spent.cpu_s
    assert asked(2) == [1, 10**6, 2]
    assert session.spent.cpu_s < before / 3
    with pytest.raises(ValueError, match="none"):
        asked(0)
    assert asked(3) == [1, 10**6, 2, 0, 3]
    for last, kind in ((-1, "exit"), (10**12, "cpu")):
        with pytest.raises(CandidateStopped) as stopped:
            asked(last)
        assert stopped.value.ending.kind == kind
        assert asked(4) == [4]
    session.leave()
    assert asked(5) == [5]
    session.begin(source, PROBLEM, limits)
    session.end()
    assert outcome(session, GOOD) == ("value", "[3, 3]")


def test_objects_stay_and_answer_by_handles(engine: Engine) -> None:
    entry = Entry(
        name="Count", signature="Count(start)", parameters=("start",), required=1,
        methods=("add",), is_class=True,
    )  # fmt: skip
    problem = make_problem(entry)
    session = Session(engine.open(problem.limits))
    source = (
        "class Count:\n    def __init__(self, start):\n        self.n = start\n"
        "    def add(self, k):\n        self.n += k\n        return self\n"
    )
    try:
        session.begin(source, problem, problem.limits)
        made = session.call(None, "Count", (5,), hold=True).value
        assert made == Handle(number=0)
        assert session.call(0, "add", (2,)).value == made
        assert session.call(0, "n", read=True).value == 7
        with pytest.raises(CandidateRaised, match="nope"):
            session.call(0, "nope", read=True)
        session.end()
        with pytest.raises(CandidateMisfit, match="no method add"):
            session.begin(
                "class Count:\n    def __init__(self, start): pass\n", problem, problem.limits
            )
    finally:
        session.end()
        session.close()


def test_work_between_calls_is_charged_to_the_next(engine: Engine) -> None:
    """A thread that computes while nobody asks must not make the next call free."""
    entry = Entry(
        name="Eager", signature="Eager()", methods=("answer",), is_class=True,
    )  # fmt: skip
    problem = make_problem(entry)
    session = Session(engine.open(problem.limits))
    source = (
        "import threading, time\n"
        "class Eager:\n"
        "    def __init__(self):\n        threading.Thread(target=self.work).start()\n"
        "    def work(self):\n"
        "        while time.thread_time() < 0.25:\n            pass\n"
        "    def answer(self):\n        return 1\n"
    )
    try:
        session.begin(source, problem, problem.limits)
        session.call(None, "Eager", hold=True)
        time.sleep(1.5)
        assert session.call(0, "answer").cost.cpu_s > 0.1
    finally:
        session.end()
        session.close()


def test_memory_taken_between_calls_is_the_next_ones(engine: Engine) -> None:
    entry = Entry(name="Eager", signature="Eager()", methods=("answer",), is_class=True)
    problem = make_problem(entry)
    session = Session(engine.open(problem.limits))
    source = (
        "import threading, time\n"
        "class Eager:\n"
        "    def __init__(self):\n        threading.Thread(target=self.work).start()\n"
        "    def work(self):\n"
        "        time.sleep(0.3)\n        self.held = bytearray(b'x') * (60 << 20)\n"
        "    def answer(self):\n        return 1\n"
    )
    try:
        session.begin(source, problem, problem.limits)
        session.call(None, "Eager", hold=True)
        time.sleep(1.5)
        assert session.call(0, "answer").cost.peak_bytes > 50 << 20
    finally:
        session.end()
        session.close()


def test_an_object_can_be_an_argument(engine: Engine) -> None:
    entry = Entry(
        name="Count", signature="Count(start)", parameters=("start",), required=1,
        methods=("merge",), is_class=True,
    )  # fmt: skip
    problem = make_problem(entry)
    session = Session(engine.open(problem.limits))
    source = (
        "class Count:\n    def __init__(self, start):\n        self.n = start\n"
        "    def merge(self, *others, more=()):\n"
        "        self.n += sum(other.n for other in (*others, *more))\n"
    )
    try:
        session.begin(source, problem, problem.limits)
        one, two = (session.call(None, "Count", (n,), hold=True).value for n in (5, 7))
        reply = session.call(0, "merge", (two,), {"more": [one, two]})
        assert reply.unchanged
        assert session.call(0, "n", read=True).value == 5 + 7 + 5 + 7
    finally:
        session.end()
        session.close()


BANNED = ("numpy.linalg.lstsq", "numpy.polyfit", "numpy.polynomial")
ROUTES = {
    "attribute": "np.linalg.lstsq(A, b)",
    "getattr": "getattr(np.linalg, 'ls' + 'tsq')(A, b)",
    "vars": "vars(np.linalg)['lstsq'](A, b)",
    "dict": "np.linalg.__dict__['lstsq'](A, b)",
    "sys.modules": "__import__('sys').modules['numpy.linalg'].lstsq(A, b)",
    "importlib": "__import__('importlib').import_module('numpy.linalg').lstsq(A, b)",
    "exec": "exec('np.linalg.lstsq(A, b)', {'np': np, 'A': A, 'b': b})",
    "eval": "eval(bytes([110, 112]).decode()).linalg.lstsq(A, b)",
    "private": "np.linalg._linalg.lstsq(A, b)",
    "wrapped": "np.linalg.lstsq.__wrapped__(A, b)",
    "core": "__import__('numpy.linalg._umath_linalg', fromlist=['x']).lstsq(A, b[:, None], 1e-9)",
    "polyfit": "np.polyfit([1, 2], [1, 2], 1)",
    "polynomial": "np.polynomial.Polynomial.fit([1, 2], [1, 2], 1)",
    "polynomial by import": "__import__('numpy.polynomial.polynomial', fromlist=['x']).polyfit([1], [1], 1)",
    "gc": "[o for o in __import__('gc').get_objects() if getattr(o, '__name__', '') == 'lstsq'][0](A, b)",
    "ctypes": "__import__('ctypes').CDLL(np.linalg._umath_linalg.__file__)",
    "reload": "__import__('importlib').reload(np.linalg._linalg).lstsq(A, b)",
    "second copy": (
        "(lambda u, s: (lambda m: (s.loader.exec_module(m), m.lstsq(A, b)))(u.module_from_spec(s)))"
        "(*(lambda u: (u, u.spec_from_file_location('numpy.linalg._again', np.linalg._linalg.__file__)))"
        "(__import__('importlib.util').util))"
    ),
}


@pytest.mark.parametrize("route", ROUTES)
def test_no_route_leads_to_a_banned_name(session: Session, route: str) -> None:
    problem = make_problem(forbid=BANNED)
    source = (
        "import numpy as np\ndef f(x):\n    A, b = np.eye(2), np.ones(2)\n"
        f"    return str({ROUTES[route]})\n"
    )
    session.begin(source, problem, PROBLEM.limits)
    with pytest.raises(CandidateRaised) as caught:
        session.call(None, "f", (1,))
    session.end()
    assert caught.value.type_name in (
        "BannedCall",
        "AttributeError",
        "ModuleNotFoundError",
        "ImportError",
    )


def test_what_is_not_banned_still_works(session: Session) -> None:
    problem = make_problem(forbid=BANNED)
    source = (
        "import numpy as np\ndef f(x):\n    A = np.eye(3) * 2\n"
        "    return float(np.linalg.norm(np.linalg.solve(A, np.ones(3))) + np.linalg.det(A))\n"
    )
    session.begin(source, problem, PROBLEM.limits)
    assert session.call(None, "f", (1,)).value == pytest.approx(8.8660254)
    session.end()


def test_a_child_has_no_open_file_but_its_own_five(session: Session) -> None:
    """One more would be the worker's: what it was opened for, the submission could do with it."""
    source = (
        "import os\ndef is_open(fd):\n    try: return bool(os.fstat(fd))\n"
        "    except OSError: return False\n"
        "def f(x):\n    return [fd for fd in range(1024) if is_open(fd)]\n"
    )
    for _ in range(2):  # the first child was forked before the worker opened anything
        session.begin(source, PROBLEM, PROBLEM.limits)
        assert session.call(None, "f", (1,)).value == [0, 1, 2, 3, 4]
        session.end()


def test_who_draws_without_a_seed_draws_the_same_in_each_case(session: Session) -> None:
    source = "import random\nimport numpy as np\ndef f(x):\n    return random.random(), np.random.rand()\n"
    drawn = []
    for _ in range(2):
        session.begin(source, PROBLEM, PROBLEM.limits)
        drawn += [session.call(None, "f", (1,)).value for _ in range(2)]
        session.end()
    assert drawn[0] == drawn[2]
    assert drawn[1] == drawn[3]
    assert drawn[0] != drawn[1]


@pytest.mark.parametrize("mebibytes", [20, 60])
@pytest.mark.parametrize("how", ["np.ones({n} << 17)", "bytearray(b'x' * ({n} << 20))[:1]"])
def test_peak_memory_is_seen(session: Session, mebibytes: int, how: str) -> None:
    factor = 1 if "ones" in how else 2  # the bytes, and the bytearray made of them
    source = (
        f"import numpy as np\ndef f(x):\n    a = {how.format(n=mebibytes)}\n    return len(a) > 0\n"
    )
    session.begin(source, PROBLEM, PROBLEM.limits)
    peak = session.call(None, "f", (1,)).cost.peak_bytes
    session.end()
    assert peak == pytest.approx((factor * mebibytes) << 20, abs=3 << 20)
