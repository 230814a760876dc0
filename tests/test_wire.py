"""The codec: what is encoded comes back, and whatever else comes ends in one documented error."""

import json
import math
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader import wire

scalars = (
    st.none() | st.booleans() | st.integers(-(2**80), 2**80) | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=()), max_size=20) | st.binary(max_size=20)
    | st.complex_numbers(allow_nan=False)
)  # fmt: skip
keys = st.integers() | st.text(max_size=5) | st.tuples(st.integers(), st.booleans())
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=12) | st.tuples(inner, inner)
    | st.dictionaries(keys, inner, max_size=5) | st.lists(st.integers(), min_size=9, max_size=30)
    | st.lists(st.tuples(st.floats(allow_nan=False), st.floats(allow_nan=False)), min_size=9)
    | st.sets(st.integers(), max_size=5),
    max_leaves=20,
)  # fmt: skip


def message(value: object, limit: int | None = 1 << 24) -> bytes:
    return b"".join(wire.encode(value, limit))


def typed(value: object) -> object:
    """The value with its types, so that 1, 1.0 and True differ."""
    if isinstance(value, (list, tuple)):
        return type(value), [typed(item) for item in value]
    if isinstance(value, dict):
        return dict, [(typed(k), typed(v)) for k, v in value.items()]
    return type(value), value


@given(values)
def test_what_goes_in_comes_out(value: object) -> None:
    assert typed(wire.decode(message(value))) == typed(value)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_value_or_a_wire_error(data: bytes) -> None:
    with_lengths = wire.MESSAGE.pack(len(data) // 16 * 16, len(data) % 16) + data
    for attempt in (data, with_lengths):
        try:
            wire.decode(attempt)
        except wire.WireError:
            continue


trees = st.recursive(
    st.none() | st.integers() | st.floats() | st.text(max_size=6)
    | st.sampled_from(["<f8", "|b1", "<U9", "list", "int", "numpy", "0x7"]),
    lambda inner: st.lists(inner, max_size=5)
    | st.dictionaries(st.sampled_from("t s z d b i c a n g h x".split()), inner, max_size=2),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=500)
@given(trees, st.binary(max_size=64))
def test_any_tree_is_a_value_or_a_wire_error(tree: object, body: bytes) -> None:
    text = json.dumps(tree).encode()
    text += b" " * (-len(text) % 16)
    try:
        wire.decode(wire.MESSAGE.pack(len(text), len(body)) + text + body)
    except wire.WireError:
        pass


def forged(tree: object, body: bytes = b"") -> bytes:
    text = tree if isinstance(tree, bytes) else json.dumps(tree).encode()
    text += b" " * (-len(text) % 16)
    return wire.MESSAGE.pack(len(text), len(body)) + text + body


@pytest.mark.parametrize(
    "data",
    [
        b"",
        forged({"a": ["<f8", [2**30, 2**30, 2**30], 0]}, bytes(8)),
        forged({"a": ["|O", [1], 0]}, bytes(8)),
        forged({"a": ["<U1000000000", [1], 0]}, bytes(8)),
        forged({"a": ["<U1", [1], 0]}, b"\xff\xff\xff\x7f"),
        forged({"a": ["<f8", [-1], 0]}, bytes(8)),
        forged({"b": [0, 9]}, bytes(8)),
        forged({"b": [-8, 8]}, bytes(8)),
        forged({"unknown": 1}),
        forged({"t": [], "s": []}),
        forged({"d": [[[1], 2]]}),
        forged({"d": [[1, 2], [1, 3]]}),
        forged({"d": [[1, 2], [True, 3]]}),
        forged({"s": [[1]]}),
        forged({"i": "0x" + "f" * 5000}),
        forged({"h": 0}),
        forged({"g": [["list", "list", "list"], "int", "<i8", [1, 1, 1], 0]}, bytes(8)),
        forged(b"[" * 100_000),
        forged(b"1" * 100_000),
        forged(
            {"s": [{"t": [k, 1]} for k in range(3)] + [{"c": [float(k), 0.0]} for k in range(2)]}
        )[:-1],
    ],
    ids=range(20),
)
def test_forgeries_are_refused(data: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.decode(data)


def test_keys_that_share_a_hash_are_refused() -> None:
    colliding = [{"i": hex(k * (2**61 - 1))} for k in range(5, 105)]
    with pytest.raises(wire.WireError, match="one hash"):
        wire.decode(forged({"s": colliding}))


@pytest.mark.parametrize(
    "value",
    [
        "x" * 2_000, [0.5] * 2_000, list(range(2_000)), [[1, 2]] * 1_000, [None] * 3_000_000,
        np.broadcast_to(np.float64(0), (10**6, 10**6)), 10**5000, ["ab"] * 1_000,
    ],
    ids=range(8),
)  # fmt: skip
def test_what_is_too_large_is_refused_before_it_is_copied(value: object) -> None:
    with pytest.raises(wire.TooLargeError):
        wire.encode(value, 1_000)


def test_a_buffer_is_used_once() -> None:
    text = json.dumps([{"b": [0, 16]}] * 2).encode()
    text += b" " * (-len(text) % 16)
    for body, fits in ((bytes(16), False), (bytes(32), True)):
        message = wire.MESSAGE.pack(len(text), len(body)) + text + body
        if fits:
            assert wire.decode(message) == [bytes(16)] * 2
        else:
            with pytest.raises(wire.WireError, match="more than once"):
                wire.decode(message)


def test_rows_of_nothing_are_counted() -> None:
    with pytest.raises(wire.TooLargeError):
        wire.encode(np.empty((3_000_000, 0)), 1 << 20)
    trusted = b"".join(wire.encode(np.empty((3_000_000, 0))))
    with pytest.raises(wire.WireError):
        wire.decode(trusted)
    assert wire.decode(trusted, capped=False).shape == (3_000_000, 0)
    assert wire.decode(b"".join(wire.encode(np.empty((3, 0, 4)), 1 << 20))).shape == (3, 0, 4)


def test_depth_is_bounded() -> None:
    nested: list[object] = []
    for _ in range(1000):
        nested = [nested]
    with pytest.raises(wire.TooLargeError):
        wire.encode(nested, 1 << 20)


def test_numpy_scalars_and_odd_floats() -> None:
    for value in (np.float32(1.5), np.int64(-3), np.bool_(True), [np.int32(7)] * 20):
        assert wire.decode(message(value)) == value
    assert math.isnan(wire.decode(message(math.nan)))
    assert math.copysign(1, wire.decode(message(-0.0))) == -1


WORST = {
    "lists": b"[" + b"[]," * 2_700_000 + b"[]]",
    "dicts": b"[" + b"{}," * 2_700_000 + b"{}]",
    "texts": b"[" + b'"a",' * 2_000_000 + b'"a"]',
    "integers": b"[" + b"1234567," * 1_000_000 + b"1]",
    "floats": b"[" + b"1.5," * 2_000_000 + b"1.5]",
    "pairs": b'{"d":[' + b"[1,2]," * 1_300_000 + b"[1,2]]}",
    "deep": b"[" * 4_000_000,
}
MOST_KIB = 700 * 1024


@pytest.mark.parametrize("kind", WORST)
def test_the_memory_of_the_host_is_bounded_by_the_caps(kind: str) -> None:
    """In a process of its own, whose peak the kernel tells: 8 MiB of text is the most there is."""
    code = (
        "import resource, sys\n"
        "from grader import wire\n"
        "data = sys.stdin.buffer.read()\n"
        "try: wire.decode(data)\n"
        "except wire.WireError: pass\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    text = WORST[kind] + b" " * (-len(WORST[kind]) % 16)
    assert len(text) <= wire.MAX_JSON + 16
    message = wire.MESSAGE.pack(len(text), 0) + text
    done = subprocess.run(
        [sys.executable, "-c", code], input=message, capture_output=True, check=True
    )
    assert int(done.stdout) < MOST_KIB
