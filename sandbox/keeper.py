"""The keeper: one forked process, watched from outside, from before its case to its end.

All that is known of a child is what the kernel says of it and the bytes that it writes. Runs in the
worker, which is pid 1 of the box.
"""

import os
import select
import struct
import time
from typing import Any

import child
import jail
from hidden import Hidden

PRINTED_BYTES = 16 * 1024
PIPEFUL = 1 << 16
LENGTH = struct.Struct(">Q")
TICK_S = 0.002
ENDING_TICKS = 100
CHUNK = 1 << 20
STATUS_BYTES = 8192
SLACK_BYTES = 1 << 16
NOISE_BYTES = 1 << 20  # by so much the kernel's own count of a peak comes late


def growth(
    before: tuple[int, int] | None, after: tuple[int, int] | None, reply_bytes: int
) -> int | None:
    """How far the whole box rose above its (use, maximum) `before`; None where that is not known.

    The maximum only tells of an exchange in which it rose. What rises in this process is the reply.
    """
    if before is None or after is None or after[1] <= before[1]:
        return None
    return max(0, after[1] - before[0] - 2 * reply_bytes)


def _kilobytes(text: bytes, field: bytes) -> int:
    start = text.find(b"\n" + field)  # the first line is its name, which it may choose
    return int(text[start : text.index(b"kB", start)].split()[1]) * 1024 if start >= 0 else 0


class HostGone(Exception):
    """The host closed our stdin: nothing is left to do."""


class Exchange:
    """One request and its reply: the limits, what has come so far, how it ended, what it cost."""

    def __init__(self, limits: dict[str, float], started: float, cpu_before: float) -> None:
        self.limits = limits
        self.started = started
        self.cpu_before = cpu_before
        self.reply = Hidden()
        self.whole = False
        self.limit: str | None = None
        self.cost: dict[str, float | None] = {}

    def time_left(self, cpu: float) -> float | None:
        """Seconds until a limit could be reached at the soonest; None, and which, if one is."""
        cpu_left = self.limits["cpu_s"] - (cpu - self.cpu_before)
        wall_left = self.limits["wall_s"] - (time.monotonic() - self.started)
        if cpu_left <= 0 or wall_left <= 0:
            self.limit = "cpu" if cpu_left <= 0 else "wall"
            return None
        return max(TICK_S, min(cpu_left, wall_left))


class Child:
    """One forked process, from before its case to its end; all we know of it is from outside."""

    def __init__(self) -> None:
        ours_in, self.requests = os.pipe2(os.O_CLOEXEC)
        self.replies, ours_out = os.pipe2(os.O_CLOEXEC)
        self.output, ours_print = os.pipe2(os.O_CLOEXEC)
        self.pid = os.fork()
        if not self.pid:
            child.main(ours_in, ours_out, ours_print)
        for fd in (ours_in, ours_out, ours_print):
            os.close(fd)
        os.read(self.replies, 1)  # it may be killed first by the out-of-memory killer: now
        try:  # only now may we open this: before its case the child gives up its files to root
            self.clear_refs: int | None = os.open(
                f"/proc/{self.pid}/clear_refs", os.O_WRONLY | os.O_CLOEXEC
            )
        except OSError:
            self.clear_refs = None
        for fd in (self.requests, self.replies, self.output):
            os.set_blocking(fd, False)
        self.status = os.open(f"/proc/{self.pid}/status", os.O_RDONLY | os.O_CLOEXEC)
        self.clock = (~self.pid << 3) | 2  # the kernel's name for the CPU clock of a process
        self.charged: float | None = None  # what its clock said at the end of the last call
        self.printed = Hidden()
        self.resident: int | None = None  # what it held before its case
        self.high = 0  # its peak in the last call
        self.ended: int | None = None

    def cpu(self) -> float:
        return time.clock_gettime(self.clock)

    def memory(self) -> tuple[int, int]:
        """(the most since the last reset, what it holds now) in bytes; 0 where it is not told."""
        try:
            text = os.pread(self.status, STATUS_BYTES, 0)
        except OSError:  # it is gone
            return 0, 0
        return _kilobytes(text, b"VmHWM:"), _kilobytes(text, b"VmRSS:")

    def can_be_measured(self) -> bool:
        """Whether this kernel tells a process's peak memory and lets us reset it."""
        return self.clear_refs is not None and self.memory()[0] > 0

    def has_spoken(self) -> bool:
        """Whether it wrote though nobody asked."""
        try:
            return bool(os.read(self.replies, 1))
        except BlockingIOError:
            return False

    def reset_peak(self) -> None:
        if self.clear_refs is not None:
            os.write(self.clear_refs, b"5")

    def drain(self) -> None:
        """Take a pipeful of what was printed: the first bytes are kept, the rest is dropped.

        No more than that at a time: who prints faster than we read would hold us here.
        """
        self.printed.read(self.output, PIPEFUL)
        self.printed.cut(PRINTED_BYTES)

    def ask(self, payload: memoryview, limits: dict[str, float]) -> "Exchange":
        """Send `payload`, wait for one reply within `limits`; what it cost and how it ended."""
        early = self.has_spoken()
        meanwhile, now = self.memory()  # above `high` only if a thread took it since
        self.reset_peak()
        if self.resident is None:  # the state before the case: what it keeps from then on counts
            self.resident, self.high = now, meanwhile
        # From the last call on, not from now: a thread may have worked while nobody asked.
        charged = self.cpu() if self.charged is None else self.charged
        exchange = Exchange(limits, time.monotonic(), charged)
        whole_box = jail.memory_use()
        if early:
            exchange.limit = "early"
        else:
            self.converse(payload, exchange)
        self.charged = self.cpu()
        self.drain()  # what it printed before its reply is there by now
        spent = self.charged - exchange.cpu_before
        between = meanwhile if meanwhile > self.high + NOISE_BYTES else 0
        self.high, now = self.memory()
        exchange.cost = {
            "wall_s": time.monotonic() - exchange.started,
            "cpu_s": spent,
            "peak_bytes": max(0, between - self.resident, self.high - self.resident),
            "box_bytes": growth(whole_box, jail.memory_use(), len(exchange.reply)),
        }
        if exchange.whole and self.resident and not now:
            exchange.limit = "headless"  # its first thread ended, and took the figures with it
        if exchange.limit is None and spent > limits["cpu_s"]:
            exchange.limit = "cpu"
        return exchange

    def converse(self, payload: memoryview, exchange: "Exchange") -> None:
        """Write the request and read the reply, both at once, until it is whole or over a limit."""
        reply, most = exchange.reply, None
        waiting: list[Any] = [LENGTH.pack(len(payload)), payload]
        poller = select.poll()
        poller.register(self.replies, select.POLLIN)
        poller.register(self.output, select.POLLIN)
        poller.register(self.requests, select.POLLOUT)
        poller.register(0, 0)  # only hang-up: the host is gone
        while most is None or len(reply) < most:
            wait_s = exchange.time_left(self.cpu())
            if wait_s is None:
                return
            for fd, events in poller.poll(wait_s * 1000):
                if fd == 0:
                    raise HostGone
                if fd == self.output:
                    self.drain()
                    if events & select.POLLHUP:
                        poller.unregister(fd)
                elif fd == self.requests:
                    if not (waiting and self.send(waiting)):
                        poller.unregister(fd)
                elif reply.read(self.replies, CHUNK) == 0:
                    exchange.limit = None if self.is_ending() else "closed"
                    return
            if most is None and len(reply) >= LENGTH.size:
                most = LENGTH.size + LENGTH.unpack_from(reply.view())[0]
                if most > exchange.limits["output_bytes"] + SLACK_BYTES:
                    exchange.limit = "output"
                    return
        exchange.limit = "trailing" if len(reply) > most else None
        exchange.whole = True

    def send(self, waiting: list[Any]) -> bool:
        """Write some of `waiting`; whether there is more."""
        try:
            count = os.write(self.requests, waiting[0][:CHUNK])
        except BlockingIOError:
            return True
        except BrokenPipeError:
            return False
        waiting[0] = memoryview(waiting[0])[count:]
        if not len(waiting[0]):
            waiting.pop(0)
        return bool(waiting)

    def is_ending(self) -> bool:
        """Its end of the pipe is closed: whether because it dies, and not by its own will."""
        for _ in range(ENDING_TICKS):
            if os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                return True
            time.sleep(TICK_S)
        return False

    def end(self) -> int:
        """Kill and reap it and whatever it left behind; only we remain. Counts the strays."""
        self.ended, strays = jail.sweep(self.pid)
        self.drain()
        for fd in (self.requests, self.replies, self.output, self.status, self.clear_refs):
            if fd is not None:
                os.close(fd)
        return strays
