"""Servers of this machine for tests: PostgreSQL, where its binaries are."""

import contextlib
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


def _binaries() -> Path | None:
    """The folder of `initdb`: Debian keeps it out of the PATH."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: p.parent.name)
    return places[-1] if places else None


def _run(command: list[str]) -> None:
    subprocess.run(
        command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT, cwd="/"
    )


@contextlib.contextmanager
def postgres_server(folder: Path) -> Iterator[str]:
    """A server of its own in `folder`; the URL of it, without a database. Skips without one."""
    binaries = _binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL on this machine: see scripts/postgres.sh")
    pytest.importorskip("psycopg", reason="pip install 'grader[postgres]'")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    prefix = []
    if os.geteuid() == 0:  # it refuses to run as root
        shutil.chown(folder, "postgres")
        for above in folder.parents[:2]:  # pytest's folders are for their owner alone
            above.chmod(0o711)
        prefix = ["runuser", "-u", "postgres", "--"]
    data = str(folder / "data")
    _run(
        [*prefix, str(binaries / "initdb"), "-D", data, "-A", "trust", "-U", "grader", "--no-sync"],
    )
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    control = [*prefix, str(binaries / "pg_ctl"), "-D", data, "-w"]
    _run([*control, "-o", options, "-l", str(folder / "log"), "start"])
    try:
        yield f"postgresql+psycopg://grader@127.0.0.1:{port}"
    finally:
        _run([*control, "-m", "immediate", "stop"])
