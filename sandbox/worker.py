"""The worker: pid 1 of a box. It never holds a candidate's code; its children do.

Theory of operation. The host writes frames to our stdin and reads frames from our stdout:

    hello        who we are                      → facts
    begin        a case: payload is for the child → the child's reply, and its cost;
                 with a first call behind it, where the header has one → two replies, and two costs
    call         payload is for the child         → the child's reply, and its cost
    canary       how we are                      → the secret planted first, our code, what is left
    pin          run on these CPUs from now on    → on which we run
    end          kill the child, sweep            → what it printed, how many strays; or no answer

A child is forked before its case begins (the *spare*), so that it inherits nothing of any case.
What passes through here lies in memory that a fork does not copy. A child's reply is bytes to us:
we wrap it in a frame of our own and add what we measured from outside: CPU clock, wall clock, peak
memory and how the child ended. After each case everything but us is killed and reaped, and only
then we answer.
"""

import ctypes
import gc
import os
import signal
import sys
from typing import Any, NoReturn

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.environ.get("GRADER_WIRE", HERE)]  # -I leaves our own folder out

import child  # noqa: E402
import jail  # noqa: E402
import wire  # noqa: E402
from hidden import Hidden  # noqa: E402
from keeper import CHUNK, LENGTH, Child, HostGone  # noqa: E402


def read_exactly(size: int, into: Hidden) -> memoryview:
    """`size` bytes from the host, in the place of what `into` held."""
    into.clear()
    while len(into) < size:
        if not into.read(0, min(CHUNK, size - len(into))):
            raise HostGone
    return into.view()


class Worker:
    """The loop: frames in, frames out, at most one child in a case and one spare."""

    def __init__(self, stdout: int) -> None:
        self.stdout = stdout
        self.header = Hidden()
        self.payload = Hidden()
        self.spare: Child | None = None
        self.case: Child | None = None
        self.printed = Hidden()
        self.strays = 0
        self.secret = ""

    def run(self) -> NoReturn:
        while True:
            if self.spare is None and self.case is None:
                self.spare = Child()
            frame = read_exactly(wire.FRAME.size, self.header)
            header_size, payload_size = wire.FRAME.unpack(frame)
            header = wire.unpack_header(bytes(read_exactly(header_size, self.header)))
            read_exactly(payload_size, self.payload)
            getattr(self, f"on_{header['op']}")(header)

    def answer(self, header: dict[str, Any], *payload: bytes | memoryview) -> None:
        for part in (wire.pack_frame(header, sum(map(len, payload))), *payload):
            left = memoryview(part)
            while left:
                left = left[os.write(self.stdout, left) :]

    def on_hello(self, header: dict[str, Any]) -> None:
        child = self.spare or self.case
        measures = child is not None and child.can_be_measured()
        self.answer({"nonce": header["nonce"], "measures": measures, **jail.facts()})

    def on_canary(self, header: dict[str, Any]) -> None:
        """Whether this box may serve another submission: are we, and is it, as it was at first?"""
        self.finish()
        self.secret = self.secret or header["secret"]
        code = jail.code_digest((jail, child, wire, sys.modules["keeper"], sys.modules[__name__]))
        left = jail.left_over(self.spare.pid if self.spare else 0)
        self.answer({"secret": self.secret, "code": code, "left": left})

    def on_pin(self, header: dict[str, Any]) -> None:
        children = [one.pid for one in (self.spare, self.case) if one is not None]
        self.answer({"cpus": jail.pin(header["cpus"], children)})

    def on_begin(self, header: dict[str, Any]) -> None:
        self.finish()
        self.case, self.spare = self.spare or Child(), None
        call = header.get("call")
        if call is None:
            self.on_call(header)
            return
        start = len(self.payload) - call["bytes"]
        told, loaded = self.exchange(self.payload.view()[:start], header["limits"])
        told["bytes"] = len(loaded)
        if told["ended"] is not None:
            self.answer({"import": told})
            return
        cost, reply = self.exchange(self.payload.view()[start:], call["limits"])
        self.answer({"import": told, **cost}, loaded, reply)

    def on_call(self, header: dict[str, Any]) -> None:
        self.answer(*self.exchange(self.payload.view(), header["limits"]))

    def exchange(
        self, message: memoryview, limits: dict[str, float]
    ) -> tuple[dict[str, Any], bytes | memoryview]:
        """Ask the child: what it cost, how it ended if it did, bytes printed so far; its reply."""
        if self.case is None:
            return {"ended": {"kind": "gone"}}, b""
        ooms = jail.oom_kills()
        found = self.case.ask(message, limits)
        if found.whole and found.limit is None:
            told = {"cost": found.cost, "ended": None, "printed": len(self.case.printed)}
            return told, found.reply.view(LENGTH.size)
        status = self.finish()
        oom = max(0, jail.oom_kills() - ooms)
        ended = {"limit": found.limit, "oom": oom, "status": status}
        return {"cost": found.cost, "ended": ended}, b""

    def on_end(self, header: dict[str, Any]) -> None:
        self.finish()
        if header["answer"]:
            self.answer({"strays": self.strays}, self.printed.view())
        self.printed, self.strays = Hidden(), 0

    def finish(self) -> int | None:
        """End the case, if there is one; the wait status of its child."""
        if self.case is None:
            return None
        ended, self.case = self.case, None
        self.strays = ended.end()
        self.printed = ended.printed
        return ended.ended


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Python's own handler would end pid 1
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    jail.hide_memory()
    stdout = os.dup(1)
    os.dup2(2, 1)  # a stray print of ours must not look like a frame
    child.warm_up()
    gc.collect()
    gc.freeze()
    jail.trim()
    try:
        Worker(stdout).run()
    except HostGone:
        jail.sweep(None)
        os._exit(0)


if __name__ == "__main__":
    ctypes.CDLL(None)  # loaded once here, so that each child finds it
    main()
