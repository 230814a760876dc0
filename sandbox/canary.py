"""A submission of our own: it tries, from inside, what no submission may do, and tells."""

import ctypes
import fcntl
import os
import resource
import socket
import threading
from collections.abc import Callable
from typing import NoReturn

PR_GET_NO_NEW_PRIVS = 39


def probe() -> dict[str, str]:
    """Name of a denial → "" where it holds, else what was possible."""
    return {
        "not root": "" if os.getuid() and os.geteuid() else f"uid {os.getuid()}",
        "no capabilities": _capabilities(),
        "no new privileges": _no_new_privileges(),
        "system calls are filtered": _status("Seccomp", "2"),
        "nothing is writable": _writable(),
        "no network": _network(),
        "no processes": _tried(os.fork),
        "no sockets": _tried(lambda: socket.socket(socket.AF_INET)),
        "no vsock": _tried(lambda: socket.socket(40, socket.SOCK_STREAM)),
        "no shared memory": _tried(lambda: os.memfd_create("canary")),
        "no locks on shared files": _tried(_lock),
        "the worker's limits are its own": _tried(
            lambda: resource.prlimit(os.getppid(), resource.RLIMIT_CORE, (0, 0))
        ),
        "the worker's memory is closed": _tried(lambda: open("/proc/1/mem", "rb").read(1)),
        "no host paths are mounted": _mounts(),
        "no engine socket": _engine_socket(),
    }


def limits() -> dict[str, int]:
    """The limits in force, as the kernel tells them; -1 where it does not."""
    return {
        "memory_bytes": _number("/sys/fs/cgroup/memory.max", "memory/memory.limit_in_bytes"),
        "swap_bytes": _number(
            "/sys/fs/cgroup/memory.swap.max", "memory/memory.memsw.limit_in_bytes"
        ),
        "pids": _number("/sys/fs/cgroup/pids.max", "pids/pids.max"),
        "uid": os.getuid(),
    }


def hog() -> NoReturn:
    """Touch memory until something stops it."""
    held = []
    while True:
        held.append(b"x" * (16 << 20))


def spin() -> NoReturn:
    """Never return."""
    while True:
        pass


def crowd() -> int:
    """How many threads could be started, of 10,000."""
    gate = threading.Event()
    started = 0
    try:
        for _ in range(10_000):
            threading.Thread(target=gate.wait, daemon=True).start()
            started += 1
    except RuntimeError:
        pass
    gate.set()
    return started


def _lock() -> None:
    with open("/proc/self/status") as file:
        fcntl.flock(file, fcntl.LOCK_SH)


def _tried(action: Callable[[], object]) -> str:
    try:
        action()
    except OSError:
        return ""
    return "it was allowed"


def _status(field: str, wanted: str) -> str:
    with open("/proc/self/status") as lines:
        for line in lines:
            if line.startswith(field + ":"):
                found = line.split()[1]
                return "" if found == wanted else f"{field} is {found}"
    return f"{field} is unknown"


def _no_new_privileges() -> str:
    held = ctypes.CDLL(None).prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0)
    return "" if held == 1 else f"PR_GET_NO_NEW_PRIVS says {held}"


def _capabilities() -> str:
    with open("/proc/self/status") as lines:
        held = [line for line in lines if line.startswith("Cap") and int(line.split()[1], 16)]
    # The bounding set may list more, but no_new_privs keeps it from ever being used.
    held = [line.split()[0] for line in held if not line.startswith("CapBnd")]
    return ", ".join(held)


def _writable() -> str:
    for place in ("/", "/tmp", "/dev/shm", "/var/tmp", "/run", "/dev/mqueue", "/proc/sys/kernel"):
        path = os.path.join(place, "grader-canary")
        try:
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY))
        except OSError:
            continue
        return place
    return ""


def _network() -> str:
    try:
        with open("/proc/net/dev") as lines:
            names = [line.split(":")[0].strip() for line in list(lines)[2:]]
    except OSError:
        return ""
    # Tunnels that the kernel makes in every namespace lead nowhere; an address would.
    with open("/proc/net/route") as lines:
        routes = len(list(lines)) - 1
    return f"{routes} routes over {', '.join(names)}" if routes > 0 else ""


def _mounts() -> str:
    engines_own = ("/", "/etc/hostname", "/etc/hosts", "/etc/resolv.conf")
    kernel = {"proc", "sysfs", "cgroup", "cgroup2", "tmpfs", "devpts", "mqueue", "overlay"}
    with open("/proc/self/mountinfo") as lines:
        for line in lines:
            fields = line.split()
            kind = fields[fields.index("-") + 1]
            if kind not in kernel and fields[4] not in engines_own:
                return fields[4]
    return ""


def _engine_socket() -> str:
    found = [p for p in ("/var/run/docker.sock", "/run/docker.sock") if os.path.exists(p)]
    return ", ".join(found)


def _number(version2: str, version1: str) -> int:
    for path in (version2, "/sys/fs/cgroup/" + version1):
        try:
            with open(path) as file:
                text = file.read().strip()
        except OSError:
            continue
        return -1 if text == "max" else int(text)
    return -1
