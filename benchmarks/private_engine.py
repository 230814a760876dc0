"""A container engine of the benchmark's own, which it may kill: the machine's is left alone."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

START_S = 60.0


class PrivateEngine:
    """A dockerd with its own folder, socket and containerd. Needs root and Debian's docker.io."""

    def __init__(self) -> None:
        if os.geteuid() != 0 or not shutil.which("dockerd"):
            sys.exit(
                "this benchmark kills an engine, so it starts its own: it needs root and dockerd"
            )
        self.folder = Path(tempfile.mkdtemp(prefix="grader-engine-"))
        self.host = f"unix://{self.folder}/docker.sock"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, or start it again after a kill, and wait until it answers."""
        for stale in ("docker.pid", "exec/containerd/containerd.pid"):  # it died with the daemon
            (self.folder / stale).unlink(missing_ok=True)
        log = (self.folder / "dockerd.log").open("ab")
        self._process = subprocess.Popen(
            ["dockerd", "--bridge=none", "--iptables=false", "--ip-forward=false",
             "--ip-masq=false", "--data-root", str(self.folder / "data"),
             "--exec-root", str(self.folder / "exec"), "--pidfile", str(self.folder / "docker.pid"),
             "--host", self.host],
            stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        log.close()
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline:
            if self._answers():
                return
            time.sleep(0.1)
        sys.exit(f"the private engine does not start: {self.folder}/dockerd.log")

    def _answers(self) -> bool:
        command = ["docker", "--host", self.host, "version", "--format", "{{.Server.Version}}"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    def kill(self) -> None:
        """SIGKILL to the daemon, as the out-of-memory killer would; its containers live on."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """End it, and remove everything it had."""
        with contextlib.suppress(ProcessLookupError, AssertionError):
            assert self._process is not None
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(60)
        for pidfile in self.folder.glob("exec/containerd/*.pid"):
            with contextlib.suppress(ProcessLookupError, ValueError):
                os.kill(int(pidfile.read_text()), signal.SIGTERM)
        time.sleep(1)
        for line in Path("/proc/self/mounts").read_text().splitlines():
            if str(self.folder) in (place := line.split()[1]):
                subprocess.run(["umount", "--lazy", place], check=False, capture_output=True)
        shutil.rmtree(self.folder, ignore_errors=True)
