"""The worker: pid 1 of a box. It never holds a candidate's code; its children do.

Theory of operation. The host writes frames to our stdin and reads frames from our stdout:

    hello        who we are                      → facts
    begin        a case: payload is for the child → the child's reply, and its cost
    call         payload is for the child         → the child's reply, and its cost
    keep         payload waits here for calls that say `kept`, so that repeats send it once
    end          kill the child, sweep            → what it printed, how many strays

A child is forked before its case begins (the *spare*), so that it inherits nothing of any case.
Payloads lie in memory that a fork does not copy. A child's reply is bytes to us: we wrap it in a
frame of our own and add what we measured from outside: CPU clock, wall clock, peak memory and how
the child ended. After each case everything but us is killed and reaped, and only then we answer.
"""

import ctypes
import gc
import mmap
import os
import select
import signal
import struct
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.environ.get("GRADER_WIRE", HERE)]  # -I leaves our own folder out

import child  # noqa: E402
import jail  # noqa: E402
import wire  # noqa: E402

PRINTED_BYTES = 16 * 1024
LENGTH = struct.Struct(">Q")
TICK_S = 0.002
CHUNK = 1 << 20


class HostGone(Exception):
    """The host closed our stdin: nothing is left to do."""


def read_exactly(size, into=None):
    """`size` bytes from the host, in `into` (a writable buffer) or new bytes."""
    buffer = memoryview(into if into is not None else bytearray(size))
    done = 0
    while done < size:
        count = os.readv(0, [buffer[done:size]])
        if not count:
            raise HostGone
        done += count
    return buffer[:size]


class Payload:
    """The last payload from the host, in memory that no child inherits."""

    def __init__(self):
        self.memory = None
        self.size = 0

    def read(self, size):
        if self.memory is None or len(self.memory) < size:
            self.memory = mmap.mmap(-1, max(size, CHUNK), flags=mmap.MAP_PRIVATE)
            self.memory.madvise(mmap.MADV_DONTFORK)
        self.size = size
        read_exactly(size, self.memory)

    def view(self):
        return memoryview(self.memory)[: self.size] if self.memory else memoryview(b"")


class Child:
    """One forked process, from before its case to its end; all we know of it is from outside."""

    def __init__(self):
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
            self.clear_refs = os.open(f"/proc/{self.pid}/clear_refs", os.O_WRONLY | os.O_CLOEXEC)
        except OSError:
            self.clear_refs = None
        for fd in (self.requests, self.replies, self.output):
            os.set_blocking(fd, False)
        self.clock = (~self.pid << 3) | 2  # the kernel's name for the CPU clock of a process
        self.printed = bytearray()
        self.ended = None

    def cpu(self):
        return time.clock_gettime(self.clock)

    def memory(self, field):
        """VmRSS or VmHWM in bytes; 0 where it cannot be read."""
        try:
            with open(f"/proc/{self.pid}/status", "rb") as status:
                for line in status:
                    if line.startswith(field):
                        return int(line.split()[1]) * 1024
        except OSError:
            pass
        return 0

    def reset_peak(self):
        if self.clear_refs is not None:
            os.write(self.clear_refs, b"5")

    def drain(self):
        """Take what was printed: the first bytes are kept, the rest is read and dropped."""
        try:
            while data := os.read(self.output, 1 << 16):
                self.printed += data[: PRINTED_BYTES - len(self.printed)]
        except BlockingIOError:
            pass

    def ask(self, payload, limits):
        """Send `payload`, wait for one reply within `limits`; what it cost and how it ended."""
        early = self.read_reply(1)
        self.reset_peak()
        rss = self.memory(b"VmRSS:")
        start, cpu_before = time.monotonic(), self.cpu()
        state = {"limit": "early" if early else None, "reply": bytearray()}
        if not early:
            self.exchange(payload, limits, start, cpu_before, state)
        cost = {"wall_s": time.monotonic() - start, "cpu_s": self.cpu() - cpu_before}
        cost["peak_bytes"] = max(0, self.memory(b"VmHWM:") - rss)
        if state["limit"] is None and cost["cpu_s"] > limits["cpu_s"]:
            state["limit"] = "cpu"
        return state, cost

    def exchange(self, payload, limits, start, cpu_before, state):
        reply, waiting, most = state["reply"], [LENGTH.pack(len(payload)), payload], None
        poller = select.poll()
        poller.register(self.replies, select.POLLIN)
        poller.register(self.output, select.POLLIN)
        poller.register(self.requests, select.POLLOUT)
        poller.register(0, 0)  # only hang-up: the host is gone
        while most is None or len(reply) < most:
            cpu_left = limits["cpu_s"] - (self.cpu() - cpu_before)
            wall_left = limits["wall_s"] - (time.monotonic() - start)
            if cpu_left <= 0 or wall_left <= 0:
                state["limit"] = "cpu" if cpu_left <= 0 else "wall"
                return
            wait_s = max(TICK_S, min(cpu_left, wall_left) / max(1, limits.get("cores", 1)))
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
                elif fd == self.replies:
                    data = self.read_reply(CHUNK)
                    if data == b"":
                        return  # its end of the pipe is closed: it died, or might as well have
                    reply += data or b""
            if most is None and len(reply) >= LENGTH.size:
                most = LENGTH.size + LENGTH.unpack_from(reply)[0]
                if most > limits["output_bytes"] + (1 << 16):
                    state["limit"] = "output"
                    return
        state["limit"] = "trailing" if len(reply) > most else None
        state["reply"] = reply[LENGTH.size :]
        state["whole"] = True

    def send(self, waiting):
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

    def read_reply(self, size):
        """Bytes of the reply pipe; None when there are none yet, b"" when it is closed."""
        try:
            return os.read(self.replies, size)
        except BlockingIOError:
            return None

    def end(self):
        """Kill and reap it and whatever it left behind; only we remain. Counts the strays."""
        strays = jail.sweep(self.pid)
        self.ended, strays = strays
        self.drain()
        for fd in (self.requests, self.replies, self.output, self.clear_refs):
            if fd is not None:
                os.close(fd)
        return strays


class Worker:
    """The loop: frames in, frames out, at most one child in a case and one spare."""

    def __init__(self, stdout):
        self.stdout = stdout
        self.payload = Payload()
        self.spare = None
        self.case = None
        self.last = {"printed": b"", "strays": 0}

    def run(self):
        while True:
            if self.spare is None and self.case is None:
                self.spare = Child()
            header_size, payload_size = wire.FRAME.unpack(read_exactly(wire.FRAME.size))
            header = wire.unpack_header(bytes(read_exactly(header_size)))
            if not header.get("kept"):
                self.payload.read(payload_size)
            getattr(self, f"on_{header['op']}")(header)

    def answer(self, header, payload=b""):
        data = memoryview(wire.pack_frame(header, len(payload)) + bytes(payload))
        while data:
            data = data[os.write(self.stdout, data) :]

    def on_hello(self, header):
        self.answer({"nonce": header["nonce"], **jail.facts()})

    def on_keep(self, _header):
        self.answer({})

    def on_begin(self, header):
        self.finish()
        self.case, self.spare = self.spare or Child(), None
        self.on_call(header)

    def on_call(self, header):
        if self.case is None:
            self.answer({"ended": {"kind": "gone"}})
            return
        ooms = jail.oom_kills()
        state, cost = self.case.ask(self.payload.view(), header["limits"])
        ended = None
        if state["limit"] or not state.get("whole"):
            pid_status = self.finish()
            oom = max(0, jail.oom_kills() - ooms)
            ended = {"limit": state["limit"], "oom": oom, "status": pid_status}
        self.answer({"cost": cost, "ended": ended}, b"" if ended else state["reply"])

    def on_end(self, _header):
        self.finish()
        printed = bytes(self.last["printed"])
        self.answer({"strays": self.last["strays"]}, printed)
        self.last = {"printed": b"", "strays": 0}

    def finish(self):
        """End the case, if there is one; the wait status of its child."""
        if self.case is None:
            return None
        ended, self.case = self.case, None
        if self.spare is not None:  # never two at once, but a sweep would take it along
            self.spare = None
        strays = ended.end()
        self.last = {"printed": ended.printed, "strays": strays}
        return ended.ended


def main():
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Python's own handler would end pid 1
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    jail.hide_memory()
    stdout = os.dup(1)
    os.dup2(2, 1)  # a stray print of ours must not look like a frame
    child.warm_up()
    gc.collect()
    gc.freeze()
    try:
        Worker(stdout).run()
    except HostGone:
        jail.sweep(None)
        os._exit(0)


if __name__ == "__main__":
    ctypes.CDLL(None)  # loaded once here, so that each child finds it
    main()
