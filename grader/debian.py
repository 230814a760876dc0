"""The sandbox's root filesystem from Debian's packages and a numpy wheel, without a base image.

Packages are only unpacked, never configured: no shell runs, and hardly anything but Python is in
it. What is not needed is deleted before it is packed.
"""

import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from grader.errors import EngineError

SUITE = "trixie"
PYTHON = "3.13"
PACKAGES = ("python3-minimal", "libpython3-stdlib", "libstdc++6", "util-linux")
WHEELS = {"amd64": "x86_64", "arm64": "aarch64"}
MERGED = ("bin", "sbin", "lib", "lib64")
PLACES = ("proc", "sys", "dev", "tmp", "etc")
NEEDED = frozenset(("python3", f"python{PYTHON}", "setarch"))
TIMEOUT_S = 900


def make_root(
    folder: Path, files: Mapping[str, bytes], architecture: str, log: Callable[[str], None]
) -> Path:
    """A tarball of the root filesystem, made in `folder`.

    Raises:
        EngineError: a tool is missing, or the packages or the wheel cannot be had.
    """
    if shutil.which("mmdebstrap") is None:
        raise EngineError("mmdebstrap is missing", fix="install it: apt-get install mmdebstrap")
    if architecture not in WHEELS:
        raise EngineError(f"there is no recipe for the architecture {architecture!r}")
    packed, root = folder / "packages.tar", folder / "root"
    log(f"fetching Python {PYTHON} from Debian {SUITE}")
    _run(
        ["mmdebstrap", "--quiet", "--variant=extract", f"--architectures={architecture}",
         f"--include={','.join(PACKAGES)}", SUITE, str(packed)],
    )  # fmt: skip
    with tarfile.open(packed) as archive:
        archive.extractall(root, members=_plain_members(archive), filter="tar")
    for name in MERGED:  # what the package that merges /usr would have done when configured
        if (root / "usr" / name).is_dir() and not (root / name).exists():
            (root / name).symlink_to(f"usr/{name}")
    for name in PLACES:
        (root / name).mkdir(exist_ok=True)
    _strip(root)
    log("laying numpy over it")
    _add_numpy(folder, root, files["requirements.txt"].decode(), architecture)
    target = root / "grader"
    target.mkdir()
    for name, data in files.items():
        if name.endswith(".py"):
            (target / name).write_bytes(data)
    if Path(sys.executable).exists() and architecture == _own_architecture():
        _compile(root)
    tarball = folder / "root.tar"
    with tarfile.open(tarball, "w") as archive:
        archive.add(root, arcname=".", filter=_as_root)
    return tarball


def _plain_members(archive: tarfile.TarFile) -> list[tarfile.TarInfo]:
    return [member for member in archive if not (member.ischr() or member.isblk())]


def _as_root(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    member.mode |= 0o444 | (0o111 if member.isdir() else 0)
    member.mode &= ~0o6000  # no set-uid, no set-gid
    member.mtime = 0
    return member


def _strip(root: Path) -> None:
    """Delete tools, documentation and package data: fewer things for code to use or read."""
    for place in ("usr/bin", "usr/sbin"):
        for tool in sorted((root / place).glob("*")):
            if tool.name not in NEEDED:
                tool.unlink() if not tool.is_dir() else shutil.rmtree(tool)
    for place in ("usr/share", "var", "usr/lib/python3/dist-packages"):
        shutil.rmtree(root / place, ignore_errors=True)
    (root / "var").mkdir()


def _add_numpy(folder: Path, root: Path, requirements: str, architecture: str) -> None:
    wheels = folder / "wheels"
    machine = WHEELS[architecture]
    platforms = [f"manylinux_2_{minor}_{machine}" for minor in (28, 27, 17)]
    platforms.append(f"manylinux2014_{machine}")
    _run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
         f"--python-version={PYTHON}", "--implementation=cp", f"--dest={wheels}",
         *(f"--platform={name}" for name in platforms), *requirements.split()],
    )  # fmt: skip
    target = root / "usr/lib/python3/dist-packages"
    target.mkdir(parents=True)
    for wheel in sorted(wheels.glob("*.whl")):
        shutil.unpack_archive(wheel, target, "zip")
    for tests in target.glob("numpy/**/tests"):
        shutil.rmtree(tests)


def _compile(root: Path) -> None:
    """Bytecode once, now: the image is read-only, and numpy takes 0.2 s longer without.

    Unchecked, for the files' times are all 0 in the image: every one would be stale.
    """
    places = ["/grader", "/usr/lib/python3/dist-packages", f"/usr/lib/python{PYTHON}"]
    compiler = ["-m", "compileall", "-q", "-f", "--invalidation-mode", "unchecked-hash"]
    command = ["chroot", str(root), f"/usr/bin/python{PYTHON}", *compiler, *places]
    subprocess.run(command, check=False, capture_output=True, timeout=TIMEOUT_S)


def _own_architecture() -> str:
    done = subprocess.run(
        ["dpkg", "--print-architecture"], check=False, capture_output=True, text=True
    )
    return done.stdout.strip()


def _run(command: Sequence[str]) -> None:
    try:
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, timeout=TIMEOUT_S,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EngineError(f"{command[0]} does not work: {error}") from None
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()[-3:]
        raise EngineError(f"{Path(command[0]).name} failed: {' '.join(said)[:300]}")
