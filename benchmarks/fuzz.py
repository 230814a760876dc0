"""Coverage-guided fuzzing of what the host reads from the sandbox (atheris).

    make bench-fuzz                     ten minutes
    python -m benchmarks.fuzz 60        a minute

Each target may end in the one documented error and in no other way. A crash is printed with the
bytes that made it; put them into a test that fails, then mend it.
"""

import multiprocessing
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris
import numpy as np

with atheris.instrument_imports(include=["grader.wire", "grader.session", "grader.outcomes", "grader.comparing"]):
    from grader import wire
    from grader.comparing import describe, difference
    from grader.model import Cost
    from grader.outcomes import CandidateRaised, CandidateStopped, Unanswerable, findings
    from grader.session import Session

MOST_BYTES = 4096
MOST_MIB = 2048


def decode(data: bytes) -> None:
    """Bytes as a message: a value or a WireError; a value can be described and compared."""
    try:
        value = wire.decode(bytearray(data))
    except wire.WireError:
        return
    describe(value)
    difference(value, [1.0, 2.0], rtol=1e-6)


def tree(data: bytes) -> None:
    """The same, with lengths that add up, so that the fuzzer gets past them."""
    half = len(data) // 2
    text, body = data[:half], data[half:]
    text += b" " * (-len(text) % 16)
    decode(wire.MESSAGE.pack(len(text), len(body)) + text + body)


def reply(data: bytes) -> None:
    """A child's reply: a dict of ours, or one of the ways in which a candidate can fail."""
    text = data + b" " * (-len(data) % 16)
    message = bytearray(wire.MESSAGE.pack(len(text), 0) + text)
    session = Session.__new__(Session)
    try:
        found = session._reply(message, {"value", "reviewed"}, False, Cost())
    except (CandidateStopped, CandidateRaised, Unanswerable):
        return
    findings(found.get("reviewed"))


def header(data: bytes) -> None:
    """A worker's header: a dict or a WireError."""
    try:
        assert type(wire.unpack_header(data)) is dict
    except wire.WireError:
        return


TARGETS: dict[str, Callable[[bytes], None]] = {
    "decode": decode, "tree": tree, "reply": reply, "header": header,
}  # fmt: skip
SEEDS: list[object] = [
    None, True, [1, 2.5, "x"], (1, (2,)), {"value": [1] * 9, "unchanged": True}, {1, 2}, 1 + 2j,
    2**80, b"bytes", np.arange(6.0).reshape(2, 3), np.float32(1), [np.int64(3)] * 9, np.array(["a", "b"]),
    {"error": {"type": "KeyError", "kinds": ["KeyError"], "text": "", "lines": [[1, "f", "x", 0]]}},
    {"unsupported": "a generator"}, {"too_large": "x"}, {"reviewed": [[[1, 1, "a", "b"]], []]},
]  # fmt: skip


def _fuzz(name: str, seconds: int) -> None:
    """Runs in a process of its own: libFuzzer ends the process that it runs in."""
    corpus = Path(tempfile.mkdtemp(prefix="grader-fuzz-"))
    for number, seed in enumerate(SEEDS):
        message = b"".join(wire.encode(seed))
        size, _ = wire.MESSAGE.unpack_from(message)
        start = wire.MESSAGE.size
        text = message[start : start + size]
        data = {"decode": message, "tree": text + message[start + size :]}.get(name, text)
        (corpus / str(number)).write_bytes(data)
    atheris.Setup(
        ["fuzz", str(corpus), f"-max_total_time={seconds}", f"-max_len={MOST_BYTES}",
         f"-rss_limit_mb={MOST_MIB}", "-timeout=10", "-print_final_stats=1", "-verbosity=0"],
        TARGETS[name],
    )  # fmt: skip
    atheris.Fuzz()


def main(seconds: int) -> int:
    """Share `seconds` among the targets; 1 if one of them failed."""
    failed = []
    for name in TARGETS:
        print(f"{name}: {seconds // len(TARGETS)} s", flush=True)
        process = multiprocessing.Process(target=_fuzz, args=(name, seconds // len(TARGETS)))
        process.start()
        process.join()
        if process.exitcode:
            failed.append(name)
    print(
        f"{len(TARGETS) - len(failed)} of {len(TARGETS)} targets held"
        + f"; failed: {failed}" * bool(failed)
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 600))
