"""What crosses the wall: frames, and typed values inside them. Standard library and numpy only.

The same file runs on the trusted host and in the sandbox, so it imports nothing of ours.

A *frame* goes between host and worker: two lengths, a small JSON header, an opaque payload.
A *message* is one encoded value: two lengths, JSON (padded to 16 bytes), raw buffers (each padded
to 16). In the JSON, `None`, bool, int below 64 bits, float, str and list stand for themselves;
everything else is an object with exactly one key, its tag. Nothing is ever unpickled or evaluated,
types are exact (`type(o) is`), and depth, count and bytes are bounded on both sides, so a forged
message is at worst a wrong value.
"""

import json
import math
import struct
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any

import numpy as np

FRAME = struct.Struct(">IQ")
MESSAGE = struct.Struct(">QQ")
MAX_HEADER = 64 * 1024
MAX_DEPTH = 32
MAX_NODES = 2_000_000
MAX_JSON = 8 * 1024**2
MAX_INT_BITS = 8192
MAX_SAME_HASH = 64
"""Keys of a dict or set with one hash: more is an attack on the host's tables."""
PACK_FROM = 8
"""Shorter lists of numbers are clearer, and as fast, in JSON."""

DTYPES = frozenset(
    [
        "|b1",
        "|i1",
        "<i2",
        "<i4",
        "<i8",
        "|u1",
        "<u2",
        "<u4",
        "<u8",
        "<f2",
        "<f4",
        "<f8",
        "<c8",
        "<c16",
    ]
)
MAX_STRING_ITEM = 4 * 1024
_PACKED: dict[type, tuple[str, str]] = {int: ("q", "<i8"), float: ("d", "<f8")}
_SCALARS: dict[type, str] = {
    kind: np.dtype(kind).str
    for kind in (
        np.bool_, np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32,
        np.uint64, np.float16, np.float32, np.float64, np.complex64, np.complex128,
    )
}  # fmt: skip


class WireError(ValueError):
    """A frame or message that is not of this form. The only error that decoding raises."""


class UnsupportedError(TypeError):
    """A value whose type does not cross the wall; the text names it ("a generator")."""


class TooLargeError(ValueError):
    """A value that is too large, too deep or too numerous to cross the wall."""


def pack_frame(header: Mapping[str, Any], payload_bytes: int = 0) -> bytes:
    """The start of a frame; `payload_bytes` bytes of payload must follow it."""
    text = json.dumps(header).encode("ascii")
    return FRAME.pack(len(text), payload_bytes) + text


def unpack_header(text: bytes) -> dict[str, Any]:
    """A frame's header as a dict; raises WireError."""
    try:
        header = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WireError(f"a frame's header is not JSON: {error}") from None
    if type(header) is not dict:
        raise WireError("a frame's header is not an object")
    return header


def _padded(size: int) -> int:
    return -size % 16


class _Encoder:
    def __init__(self, limit: int | None, handles: Mapping[int, int]) -> None:
        self.limit = limit
        self.handles = handles
        self.nodes = 0
        self.text = 0
        self.used = 0
        self.buffers: list[bytes] = []

    def buffer(self, data: bytes) -> int:
        start = self.used
        self.reserve(len(data))
        self.buffers += [data, b"\0" * _padded(len(data))]
        self.used += len(data) + _padded(len(data))
        return start

    def reserve(self, size: int) -> None:
        if self.limit is not None and self.used + self.text + size > self.limit:
            raise TooLargeError(f"more than {self.limit:,} bytes")

    def tree(self, value: Any, depth: int) -> Any:
        self.nodes += 1
        self.count(0)
        if depth > MAX_DEPTH:
            raise TooLargeError(f"nested more than {MAX_DEPTH} deep")
        kind = type(value)
        if value is None or kind is bool or kind is float:
            return value
        if kind is int:
            return self.integer(value)
        if kind is str:
            self.reserve(len(value))
            self.text += len(value)
            return value
        if kind is list or kind is tuple:
            return self.sequence(value, depth)
        if kind is np.ndarray:
            return self.ndarray(value)
        if kind in _SCALARS:
            return {"n": [_SCALARS[kind], self.buffer(np.asarray(value).tobytes())]}
        if kind is np.str_:
            return str(value)
        if kind is dict:
            self.count(len(value))
            return {
                "d": [[self.tree(k, depth + 1), self.tree(v, depth + 1)] for k, v in value.items()]
            }
        if kind is set or kind is frozenset:
            self.count(len(value))
            tag = "s" if kind is set else "z"
            return {tag: [self.tree(item, depth + 1) for item in value]}
        if kind is bytes:
            return {"b": [self.buffer(value), len(value)]}
        if kind is complex:
            return {"c": [value.real, value.imag]}
        if id(value) in self.handles:
            return {"h": self.handles[id(value)]}
        raise UnsupportedError(_name(kind))

    def count(self, extra: int) -> None:
        if self.limit is not None and self.nodes + extra > MAX_NODES:
            raise TooLargeError(f"more than {MAX_NODES:,} values")

    def integer(self, value: int) -> Any:
        if -(2**63) <= value < 2**63:
            return value
        if value.bit_length() > MAX_INT_BITS:
            raise TooLargeError(f"an integer of more than {MAX_INT_BITS} bits")
        return {"i": hex(value)}

    def sequence(self, value: Any, depth: int) -> Any:
        packed = self.pack(value) if len(value) >= PACK_FROM else None
        if packed is not None:
            return packed
        self.count(len(value))
        items = [self.tree(item, depth + 1) for item in value]
        return items if type(value) is list else {"t": items}

    def pack(self, value: Any) -> Any:
        """A flat or rectangular sequence of one number type as one buffer; None if it is not."""
        outer = type(value).__name__
        kinds = set(map(type, value))
        if len(kinds) != 1:
            return None
        (kind,) = kinds
        shape, forms, flat = [len(value)], [outer], value
        if kind is list or kind is tuple:
            widths = set(map(len, value))
            if len(widths) != 1 or not (width := widths.pop()):
                return None
            self.reserve(width * len(value))
            flat = list(chain.from_iterable(value))
            inner = set(map(type, flat))
            if len(inner) != 1:
                return None
            shape, forms = [len(value), width], [outer, kind.__name__]
            (kind,) = inner
        if kind in _PACKED:
            code, dtype = _PACKED[kind]
            self.reserve(8 * len(flat))
            try:
                data = array(code, flat).tobytes()
            except OverflowError:
                return None
            return {"g": [forms, kind.__name__, dtype, shape, self.buffer(data)]}
        if kind is bool:
            return {"g": [forms, "bool", "|b1", shape, self.buffer(bytes(flat))]}
        if kind in _SCALARS:
            self.reserve(np.dtype(kind).itemsize * len(flat))
            data = np.array(flat, dtype=kind).tobytes()
            return {"g": [forms, "numpy", _SCALARS[kind], shape, self.buffer(data)]}
        return None

    def ndarray(self, value: Any) -> Any:
        dtype = value.dtype.newbyteorder("<") if value.dtype.byteorder == ">" else value.dtype
        if dtype.str not in DTYPES and not (
            dtype.kind == "U" and 0 < dtype.itemsize <= MAX_STRING_ITEM
        ):
            raise UnsupportedError(f"an array of dtype {str(value.dtype)[:40]}")
        self.reserve(value.size * dtype.itemsize)  # before tobytes: broadcast_to is free, it isn't
        self.count(0 if value.size else _steps(value.shape))
        data = value.astype(dtype, copy=False).tobytes()
        return {"a": [dtype.str, list(value.shape), self.buffer(data)]}


def _steps(shape: Iterable[int]) -> int:
    """How often a walk over an array of this shape would step, if it has no numbers at all."""
    return math.prod(max(1, side) for side in shape)


def _name(kind: type) -> str:
    module = getattr(kind, "__module__", "")
    name = str(getattr(kind, "__qualname__", kind.__name__))[:80]
    known = {"NoneType": "None", "type": "a class", "function": "a function"}
    if name in known:
        return known[name]
    prefix = "" if module in {"builtins", "solution"} else f"{str(module)[:60]}."
    return f"{'an' if name[:1].lower() in 'aeiou' and not prefix else 'a'} {prefix}{name}"


def encode(
    value: Any, limit: int | None = None, handles: Mapping[int, int] | None = None
) -> list[bytes]:
    """A message, as chunks to be written one after the other.

    `limit` is in bytes; None is for the trusted side, which has no caps. `handles` maps
    `id(object)` to the number of a handle that the other side holds.

    Raises:
        UnsupportedError: a type that does not cross.
        TooLargeError: over `limit`, or over the caps of this module.
    """
    encoder = _Encoder(limit, handles or {})
    try:
        tree = encoder.tree(value, 0)
    except RecursionError:
        raise TooLargeError(f"nested more than {MAX_DEPTH} deep") from None
    text = json.dumps(tree).encode("ascii")
    if limit is not None and len(text) > MAX_JSON:
        raise TooLargeError(f"more than {MAX_JSON:,} bytes of text and mixed values")
    text += b" " * _padded(len(text))
    return [MESSAGE.pack(len(text), encoder.used), text, *encoder.buffers]


class _Decoder:
    def __init__(self, body: memoryview, capped: bool, handle: Callable[[int], Any] | None):
        self.body = body
        self.capped = capped
        self.handle = handle
        self.nodes = 0
        self.read = 0
        self.tags: dict[str, Callable[[Any, int], Any]] = {
            "t": lambda v, d: tuple(self.items(v, d)),
            "s": lambda v, d: set(self.keys(self.items(v, d))),
            "z": lambda v, d: frozenset(self.keys(self.items(v, d))),
            "d": self.pairs,
            "b": lambda v, d: self.raw(*self.fields(v, 2)).tobytes(),
            "i": self.integer,
            "c": lambda v, d: complex(*(self.real(part) for part in self.fields(v, 2))),
            "a": self.ndarray,
            "n": self.scalar,
            "g": self.grid,
            "h": self.held,
        }

    def tree(self, node: Any, depth: int) -> Any:
        self.nodes += 1
        if depth > MAX_DEPTH or (self.capped and self.nodes > MAX_NODES):
            raise WireError("too deep or too many values")
        kind = type(node)
        if kind is list:
            return self.items(node, depth)
        if kind is not dict:
            return node
        if len(node) != 1:
            raise WireError("an object must have exactly one key, its tag")
        ((tag, content),) = node.items()
        if tag not in self.tags:
            raise WireError(f"unknown tag {tag[:20]!r}")
        return self.tags[tag](content, depth)

    def items(self, node: Any, depth: int) -> list[Any]:
        if type(node) is not list:
            raise WireError("expected a list")
        return [self.tree(item, depth + 1) for item in node]

    def fields(self, node: Any, count: int) -> list[Any]:
        if type(node) is not list or len(node) != count:
            raise WireError(f"expected {count} fields")
        return node

    def keys(self, values: list[Any]) -> list[Any]:
        """The values if they may be keys: hashable, plain, and not made to share one hash."""
        try:
            hashes = Counter(map(hash, values))
        except TypeError:
            raise WireError("a key that cannot be hashed") from None
        if hashes and max(hashes.values()) > MAX_SAME_HASH:
            raise WireError("too many keys with one hash")
        return values

    def pairs(self, node: Any, depth: int) -> dict[Any, Any]:
        pairs = [self.fields(pair, 2) for pair in self.fields(node, len(node))]
        keys = self.keys([self.tree(key, depth + 1) for key, _ in pairs])
        result = dict(zip(keys, (self.tree(value, depth + 1) for _, value in pairs), strict=True))
        if len(result) != len(pairs):
            raise WireError("a key that stands twice")
        return result

    def raw(self, start: Any, size: Any) -> memoryview:
        if type(start) is not int or type(size) is not int or start < 0 or size < 0:
            raise WireError("a buffer's place is not a number")
        if start + size > len(self.body):
            raise WireError("a buffer reaches past the message")
        self.read += size
        if self.read > len(self.body):  # else a small message could be a huge value
            raise WireError("a buffer is used more than once")
        return self.body[start : start + size]

    def integer(self, node: Any, _depth: int) -> int:
        if type(node) is not str or len(node) > MAX_INT_BITS // 4 + 4:
            raise WireError("an integer that is too long")
        return int(node, 16)

    def real(self, node: Any) -> float:
        if type(node) is not float:
            raise WireError("expected a float")
        return node

    def numbers(self, dtype: Any, shape: Any, start: Any) -> np.ndarray[Any, Any]:
        """A one-dimensional view of the numbers of `shape` at `start`, checked against the body."""
        if type(dtype) is not str or type(shape) is not list or len(shape) > MAX_DEPTH:
            raise WireError("not an array")
        if dtype not in DTYPES and not (dtype[:2] == "<U" and dtype[2:].isdigit()):
            raise WireError(f"dtype {dtype[:20]!r} does not cross")
        if len(dtype) > 6:
            raise WireError("an array of too long texts")
        kind = np.dtype(dtype)
        if not 0 < kind.itemsize <= MAX_STRING_ITEM:
            raise WireError("an array of too long texts")
        size = kind.itemsize
        for side in shape:
            if type(side) is not int or side < 0:
                raise WireError("not a shape")
            size *= side
        if self.capped and not size and _steps(shape) > MAX_NODES:
            raise WireError("rows of nothing, too many")
        data = self.raw(start, size)
        if kind.kind == "b":  # any other byte than 0 and 1 would be no bool
            return np.array(np.frombuffer(data, np.uint8) != 0)
        if kind.kind == "U" and size and int(np.frombuffer(data, "<u4").max()) > 0x10FFFF:
            raise WireError("not a character")
        return np.frombuffer(data, kind)

    def ndarray(self, node: Any, _depth: int) -> np.ndarray[Any, Any]:
        dtype, shape, start = self.fields(node, 3)
        flat = self.numbers(dtype, shape, start)
        try:
            shaped: np.ndarray[Any, Any] = flat.reshape(shape)
            return shaped
        except ValueError:  # an empty array with sides that numpy cannot hold
            raise WireError("not a shape") from None

    def scalar(self, node: Any, _depth: int) -> Any:
        dtype, start = self.fields(node, 2)
        return self.numbers(dtype, [1], start)[0]

    def grid(self, node: Any, _depth: int) -> Any:
        forms, item, dtype, shape, start = self.fields(node, 5)
        if type(forms) is not list or type(shape) is not list or len(forms) != len(shape):
            raise WireError("a grid's forms and shape differ")
        if not 1 <= len(forms) <= 2 or any(form not in ("list", "tuple") for form in forms):
            raise WireError("not a grid")
        if item not in ("int", "float", "bool", "numpy") or type(dtype) is not str:
            raise WireError("not a grid")
        expected = {"int": "<i8", "float": "<f8", "bool": "|b1"}.get(item, dtype)
        flat = self.numbers(dtype, shape, start)
        if dtype != expected or 0 in shape:
            raise WireError("a grid's numbers are not what it says")
        rows: Any = flat.reshape(shape)
        rows = rows.tolist() if item != "numpy" else _rows(rows)
        if len(forms) == 2 and forms[1] == "tuple":
            rows = [tuple(row) for row in rows]
        return rows if forms[0] == "list" else tuple(rows)

    def held(self, node: Any, _depth: int) -> Any:
        if self.handle is None or type(node) is not int:
            raise WireError("a handle where none may be")
        return self.handle(node)


def _rows(numbers: np.ndarray[Any, Any]) -> list[Any]:
    """Like tolist, but the items stay numpy scalars."""
    return [list(row) if row.ndim else row for row in numbers]


def decode(
    message: bytes | bytearray | memoryview,
    *,
    capped: bool = True,
    handle: Callable[[int], Any] | None = None,
) -> Any:
    """The value of a message. Arrays are views: pass a bytearray to have them writable.

    Raises:
        WireError: whatever is wrong with the message.
    """
    view = memoryview(message)
    if len(view) < MESSAGE.size:
        raise WireError("a message that is cut short")
    text_size, body_size = MESSAGE.unpack_from(view)
    if text_size % 16 or MESSAGE.size + text_size + body_size != len(view):
        raise WireError("a message's lengths do not add up")
    if capped and text_size > MAX_JSON:
        raise WireError("a message with too much text")
    start = MESSAGE.size + text_size
    try:
        tree = json.loads(view[MESSAGE.size : start].tobytes())
        return _Decoder(view[start:], capped, handle).tree(tree, 0)
    except WireError:
        raise
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise WireError(f"not a message: {str(error)[:200]}") from None


def size_of(chunks: Iterable[bytes]) -> int:
    """How many bytes a message's chunks have."""
    return sum(map(len, chunks))
