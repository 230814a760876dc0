"""What a child gives up before the candidate's code runs, and what the worker may ask the kernel.

Linux only. A child is in the container's walls already (no network, read-only, no capability);
this adds its own: no processes, no exec, no sockets, no shared memory, no signals to others, no
memory of the worker. Refused calls fail with EPERM, so Python raises a plain PermissionError.
"""

import contextlib
import ctypes
import hashlib
import os
import platform
import resource
import signal
import struct
from collections.abc import Sequence
from typing import Any

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38
PR_SET_MM, PR_SET_CHILD_SUBREAPER, PR_SCHED_CORE, PR_SET_PTRACER = 35, 36, 62, 0x59616D61
SECCOMP_MODE_FILTER = 2
CLONE_THREAD = 0x00010000
EPERM, ENOSYS = 1, 38
F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW = 6, 7, 37, 38
F_SETOWN, F_SETSIG, F_SETOWN_EX, F_SETLEASE, F_NOTIFY, F_SETPIPE_SZ = 8, 10, 15, 1024, 1026, 1031

_libc = ctypes.CDLL(None, use_errno=True)
_libc.prctl.argtypes = (
    ctypes.c_int, ctypes.c_ulong, ctypes.c_char_p, ctypes.c_ulong, ctypes.c_ulong
)  # fmt: skip

# Numbers of the refused system calls: (x86_64, aarch64), None where there is none.
DENIED = {
    "fork": (57, None), "vfork": (58, None), "execve": (59, 221), "execveat": (322, 281),
    "socket": (41, 198), "socketpair": (53, 199),
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "kcmp": (312, 272), "pidfd_open": (434, 434), "pidfd_send_signal": (424, 424),
    "pidfd_getfd": (438, 438), "process_madvise": (440, 440), "process_mrelease": (448, 448),
    "memfd_create": (319, 279), "memfd_secret": (447, 447),
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219),
    "perf_event_open": (298, 241), "bpf": (321, 280), "userfaultfd": (323, 282),
    "unshare": (272, 97), "setns": (308, 268), "personality": (135, 92),
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51),
    "open_tree": (428, 428), "move_mount": (429, 429), "fsopen": (430, 430),
    "fsconfig": (431, 431), "fsmount": (432, 432), "fspick": (433, 433),
    "mount_setattr": (442, 442), "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265),
    "shmget": (29, 194), "shmat": (30, 196), "shmctl": (31, 195),
    "semget": (64, 190), "semop": (65, 193), "semctl": (66, 191), "semtimedop": (220, 192),
    "msgget": (68, 186), "msgsnd": (69, 189), "msgrcv": (70, 188), "msgctl": (71, 187),
    "mq_open": (240, 180), "mq_unlink": (241, 181), "flock": (73, 32),
    "fanotify_init": (300, 262), "rt_sigqueueinfo": (129, 138), "rt_tgsigqueueinfo": (297, 240),
    "tkill": (200, 130), "reboot": (169, 142), "init_module": (175, 105),
    "finit_module": (313, 273), "delete_module": (176, 106), "kexec_load": (246, 104),
    "swapon": (167, 224), "swapoff": (168, 225), "sethostname": (170, 161),
    "setdomainname": (171, 162), "settimeofday": (164, 170), "clock_settime": (227, 112),
    "adjtimex": (159, 171), "clock_adjtime": (305, 266), "syslog": (103, 116), "acct": (163, 89),
    "quotactl": (179, 60), "quotactl_fd": (443, 443), "iopl": (172, None), "ioperm": (173, None),
    "modify_ldt": (154, None), "seccomp": (317, 277),
    # What other processes, or other boxes of the same user, would feel.
    "setpriority": (141, 140), "ioprio_set": (251, 30), "move_pages": (279, 239),
    "migrate_pages": (256, 238), "timer_create": (222, 107), "inotify_init": (253, None),
    "inotify_init1": (294, 26), "io_setup": (206, 0), "io_submit": (209, 2), "sync": (162, 81),
    "syncfs": (306, 267), "fadvise64": (221, 223), "vmsplice": (278, 75),
    # No file is changed. Writing is up to the read-only root; this is for the `process` engine.
    "rename": (82, None), "renameat": (264, 38), "renameat2": (316, 276), "mkdir": (83, None),
    "mkdirat": (258, 34), "rmdir": (84, None), "creat": (85, None), "link": (86, None),
    "linkat": (265, 37), "unlink": (87, None), "unlinkat": (263, 35), "symlink": (88, None),
    "symlinkat": (266, 36), "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53),
    "fchmodat2": (452, 452), "chown": (92, None), "fchown": (93, 55), "lchown": (94, None),
    "fchownat": (260, 54), "truncate": (76, 45), "mknod": (133, None), "mknodat": (259, 33),
    "utime": (132, None), "utimes": (235, None), "futimesat": (261, None), "utimensat": (280, 88),
    "setxattr": (188, 5), "lsetxattr": (189, 6), "fsetxattr": (190, 7),
    "removexattr": (197, 14), "lremovexattr": (198, 15), "fremovexattr": (199, 16),
}  # fmt: skip
# Calls that are refused for some arguments: (x86_64, aarch64).
CLONE, CLONE3, PRCTL, FCNTL = (56, 220), (435, 435), (157, 167), (72, 25)
ON_ITSELF = {  # the first argument is a process: it may name the caller, or be 0 for it
    "kill": (62, 129), "tgkill": (234, 131), "prlimit64": (302, 261),
    "sched_setaffinity": (203, 122), "sched_setscheduler": (144, 119),
    "sched_setparam": (142, 118), "sched_setattr": (314, 274),
}  # fmt: skip
PRCTLS = (
    PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_MM, PR_SET_CHILD_SUBREAPER,
    PR_SCHED_CORE, PR_SET_PTRACER,
)  # fmt: skip
FCNTLS = (
    F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW,  # to signal to another box
    F_SETOWN, F_SETSIG, F_SETOWN_EX,  # to have the kernel send a signal
    F_SETLEASE, F_NOTIFY, F_SETPIPE_SZ,  # the last takes from what all boxes share
)  # fmt: skip
ARCHES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}

MEMORY_FILES = [
    (f"/sys/fs/cgroup/{use}", f"/sys/fs/cgroup/{most}")
    for use, most in (
        ("memory.current", "memory.peak"),
        ("memory/memory.usage_in_bytes", "memory/memory.max_usage_in_bytes"),
    )
]
OOM_FILES = ("/sys/fs/cgroup/memory.events", "/sys/fs/cgroup/memory/memory.oom_control")
"""Of cgroup v2 and v1, as a container sees them."""
_open: dict[str, int | None] = {}

_LOAD, _JEQ, _JSET, _RET = 0x20, 0x15, 0x45, 0x06  # BPF: word at, equal?, any bit?, return
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
Step = tuple[int, int, int, int]
_NR, _ARCH, _ARGS = 0, 4, 16  # offsets in struct seccomp_data
_ME = 0xFFFFFFFF  # no process has this number
FARTHEST = 200  # a jump goes over 255 steps at most
OPERAND = struct.Struct("I")


WRITABLE = ("/dev/shm", "/dev/mqueue", "/tmp", "/var/tmp", "/run", "/run/lock")
"""Where files could be, should an engine's idea of a read-only box be another than ours."""


def hide_memory() -> None:
    """Nobody but root may read or write this process, nor its files in /proc."""
    _prctl(PR_SET_DUMPABLE, 0)
    if os.getpid() != 1:
        _prctl(PR_SET_CHILD_SUBREAPER, 1)  # as pid 1 would, adopt what a child leaves behind
        _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def volunteer_for_oom() -> None:
    """Be the first that the out-of-memory killer takes, before the worker. Then wait."""
    _prctl(PR_SET_DUMPABLE, 1)  # else this file, and clear_refs for the worker, are root's
    os.setsid()
    _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    with contextlib.suppress(OSError):  # as root in the `process` engine, or no Linux's /proc
        score = os.open("/proc/self/oom_score_adj", os.O_WRONLY)
        try:
            os.write(score, b"1000")
        finally:  # whoever has it open can take the score back
            os.close(score)


def lock(limits: dict[str, Any]) -> None:
    """Give up, for good, whatever a solution does not need."""
    _prctl(PR_SET_DUMPABLE, 0)
    cpu = int(limits["cpu_s"] + limits["import_s"]) + 3
    hard = {
        resource.RLIMIT_CORE: 0, resource.RLIMIT_FSIZE: 0, resource.RLIMIT_NOFILE: 64,
        resource.RLIMIT_CPU: cpu, resource.RLIMIT_MEMLOCK: 0, resource.RLIMIT_MSGQUEUE: 0,
    }  # fmt: skip
    if limits["data_bytes"]:  # no cgroup guards the `process` engine
        hard[resource.RLIMIT_DATA] = _data_bytes() + limits["data_bytes"]
    held_elsewhere = (resource.RLIMIT_CORE, resource.RLIMIT_MSGQUEUE)  # by the box, by the filter
    for what, limit in hard.items():
        try:
            resource.setrlimit(what, (limit, limit))
        except ValueError:  # gVisor's kernel does not know these two
            if what not in held_elsewhere:
                raise
    _prctl(PR_SET_NO_NEW_PRIVS, 1)
    code = bytearray(FILTER)
    for place in OWN_PID:
        OPERAND.pack_into(code, place, os.getpid())
    program = struct.pack(
        "HxxxxxxQ", len(code) // 8, ctypes.addressof(ctypes.c_char.from_buffer(code))
    )
    _prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, program)


def trim() -> None:
    """Give free memory back: who finds it on the heap would seem to need less than it does."""
    if hasattr(_libc, "malloc_trim"):  # glibc's
        _libc.malloc_trim(0)


def _prctl(option: int, value: int, extra: bytes | None = None) -> None:
    if _libc.prctl(option, value, extra, 0, 0):
        code = ctypes.get_errno()
        raise OSError(code, f"prctl {option}: {os.strerror(code)}")


def _data_bytes() -> int:
    with open("/proc/self/status", "rb") as status:
        for line in status:
            if line.startswith(b"VmData:"):
                return int(line.split()[1]) * 1024
    return 0


def _filter() -> bytes:
    """The BPF program: every instruction is (code, jump if true, jump if false, operand).

    Where a process's own number belongs, it has `_ME`.
    """
    column, arch = ARCHES[platform.machine()]
    program = [(_LOAD, 0, 0, _ARCH), (_JEQ, 1, 0, arch), (_RET, 0, 0, _KILL), (_LOAD, 0, 0, _NR)]
    allow, refuse = (_RET, 0, 0, _ALLOW), (_RET, 0, 0, _ERRNO | EPERM)
    if arch == ARCHES["x86_64"][1]:
        program += [(_JSET, 0, 1, 0x40000000), refuse]  # the x32 names of the same calls

    def among(values: Sequence[int], listed: Step) -> list[Step]:
        """`listed` where what was loaded is one of `values`; else what follows."""
        last = len(values) - 1
        return [(_JEQ, last - i, int(i == last), v) for i, v in enumerate(values)] + [listed]

    def when(call: tuple[int, int], argument: int, values: Sequence[int], listed: Step) -> None:
        """For `call`: `listed` where the low word of an argument is one of `values`."""
        other = refuse if listed == allow else allow
        checks = [(_LOAD, 0, 0, _ARGS + 8 * argument), *among(values, listed), other]
        program.extend([(_JEQ, 0, len(checks), call[column]), *checks])

    denied = [n for numbers in DENIED.values() if (n := numbers[column]) is not None]
    for start in range(0, len(denied), FARTHEST):
        program += among(denied[start : start + FARTHEST], refuse)

    threads = [(_LOAD, 0, 0, _ARGS), (_JSET, 0, 1, CLONE_THREAD), allow, refuse]
    program.extend([(_JEQ, 0, len(threads), CLONE[column]), *threads])
    program.extend([(_JEQ, 0, 1, CLONE3[column]), (_RET, 0, 0, _ERRNO | ENOSYS)])
    for name, call in ON_ITSELF.items():
        when(call, 0, [_ME] if name in ("kill", "tgkill") else [0, _ME], allow)
    when(PRCTL, 0, PRCTLS, refuse)
    when(FCNTL, 1, FCNTLS, refuse)
    program.append(allow)
    return b"".join(struct.pack("HBBI", *step) for step in program)


FILTER = _filter()
"""Made once, in the worker: each child only puts its own number in."""
OWN_PID = [at for at in range(4, len(FILTER), 8) if OPERAND.unpack_from(FILTER, at) == (_ME,)]


# --------------------------------------------------------------------------- for the worker


def sweep(pid: int | None) -> tuple[int | None, int]:
    """Kill and reap every process but this one: (wait status of `pid`, how many others)."""
    status, others = None, 0
    while True:
        for victim in _everyone(pid):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(victim, signal.SIGKILL)
        try:
            done, ended, *_ = os.wait4(-1, 0)
        except ChildProcessError:
            return status, others
        if done == pid:
            status = os.waitstatus_to_exitcode(ended)
        else:
            others += 1


def _everyone(pid: int | None) -> list[int]:
    """-1 as pid 1 of a box; elsewhere our own children only, for the user's are not ours."""
    if os.getpid() == 1:
        return [-1]
    try:
        with open("/proc/thread-self/children") as children:
            return [int(word) for word in children.read().split()]
    except OSError:
        return [pid] if pid else []


def left_over(spare: int) -> list[str]:
    """What is in this box but us and the child that waits: processes, files, open files of ours."""
    in_box = os.getpid() == 1
    pids = [int(n) for n in os.listdir("/proc") if n.isdigit()] if in_box else _everyone(None)
    found = [f"process {pid}" for pid in pids if pid not in (os.getpid(), spare)]
    for place in WRITABLE if in_box else ():
        with contextlib.suppress(OSError):
            found += [f"file {place}/{name}" for name in os.listdir(place)]
    return found[:20]


def code_digest(modules: Sequence[Any]) -> str:
    """Changes when a function of these modules was replaced, or its code was."""
    whole = hashlib.sha256()
    for module in modules:
        for owner in (module, *(v for v in vars(module).values() if isinstance(v, type))):
            for name, value in sorted(vars(owner).items(), key=lambda item: item[0]):
                if code := getattr(value, "__code__", None):
                    whole.update(f"{name}{code.co_names}".encode() + code.co_code)
    return whole.hexdigest()


def memory_use() -> tuple[int, int] | None:
    """(bytes in use now, the most there ever were) of the box; None where not to be read."""
    if os.getpid() != 1:
        return None  # the cgroup is the user's session, or the machine
    for use, most in MEMORY_FILES:
        now, peak = _read(use), _read(most)
        if now.strip().isdigit() and peak.strip().isdigit():
            return int(now), int(peak)
    return None


def _read(path: str) -> bytes:
    """A file of the kernel's, kept open for the next time; b"" where there is none."""
    if path not in _open:
        try:
            _open[path] = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            _open[path] = None
    fd = _open[path]
    try:
        return os.pread(fd, 4096, 0) if fd is not None else b""
    except OSError:
        return b""


def pin(cpus: list[int], children: list[int]) -> list[int]:
    """Run this process and `children` on `cpus` alone; on which they run now."""
    for pid in (0, *children):
        with contextlib.suppress(OSError, ValueError):  # the answer tells
            os.sched_setaffinity(pid, cpus)
    found = [sorted(os.sched_getaffinity(pid)) for pid in (0, *children)]
    return found[0] if all(one == found[0] for one in found) else []


def oom_kills() -> int:
    """How often the kernel's out-of-memory killer struck in this cgroup; 0 where unreadable."""
    for path in OOM_FILES:
        for line in _read(path).splitlines():
            if line.startswith(b"oom_kill "):
                return int(line.split()[1])
    return 0


def facts() -> dict[str, Any]:
    """What the host reports of the box."""
    import numpy

    version2 = os.path.exists("/sys/fs/cgroup/cgroup.controllers")
    version1 = os.path.exists("/sys/fs/cgroup/memory/memory.limit_in_bytes")
    return {
        "python": platform.python_version(),
        "numpy": numpy.__version__,
        "cgroup": "v2" if version2 else "v1" if version1 else "",
        "machine": platform.machine(),
        "cpus": sorted(os.sched_getaffinity(0)),
        "boot": _boot(),
        "peak": memory_use() is not None,
        "pid": os.getpid(),
    }


def _boot() -> str:
    """Which running kernel this is, so that whoever measures on it can agree on its cores."""
    try:
        with open("/proc/sys/kernel/random/boot_id") as file:
            return file.read().strip()
    except OSError:
        return ""
