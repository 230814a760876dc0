"""The `docker` engine: the docker SDK is imported here and nowhere else.

One container is one box. Stdin and stdout are attached before it starts (works with remote engines,
where a shared socket would not); the stream is demultiplexed here, with a deadline on every read.
"""

import contextlib
import os
import select
import socket
import struct
import tarfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import docker
from docker.errors import APIError, DockerException, ImageNotFound, NotFound
from requests.exceptions import RequestException

from grader import images
from grader.boxes import OVERHEAD_BYTES, PYTHON_OPTIONS, ROOM_FOR_A_KERNEL
from grader.errors import EngineError, SandboxFault, UsageError
from grader.model import Limits, SandboxFacts
from grader.resources import resource

LABEL = "grader.box"
OWNER_LABEL = "grader.owner"
DEADLINE_LABEL = "grader.deadline"
LIFETIME_S = 3600
"""A container older than this has been forgotten by its owner; the sweeper may take it."""
API_TIMEOUT_S = 120
_HEADER = struct.Struct(">BxxxI")
_STDERR_KEPT = 4096
ENDING_TRIES = 40
FIXED = ("setarch", "--addr-no-randomize")
"""Every box lies at the same addresses. Where they are drawn, one box now and then runs the same
code up to 1.4 times slower for as long as it lives (docs/measuring.md). They are no secret from a
child of the worker's in any case."""
SYSCTLS = {"fs.mqueue.queues_max": "0", "kernel.shmmni": "0", "kernel.msgmni": "0"}
NO_ENGINE = (
    "install Docker (https://docs.docker.com/engine/install/) and start it, or set DOCKER_HOST; "
    "for code that you trust: --engine process"
)


def connect() -> docker.DockerClient:
    """A client for the engine that the docker CLI would use: DOCKER_HOST, else the context.

    Raises:
        EngineError: none answers.
    """
    try:
        if os.environ.get("DOCKER_HOST"):
            client = docker.from_env(timeout=API_TIMEOUT_S)
        else:
            name = os.environ.get("DOCKER_CONTEXT") or None
            context = docker.ContextAPI.get_context(name)
            host = context.Host if context is not None else None
            tls = (context.TLSConfig or False) if context is not None else False
            client = docker.DockerClient(
                base_url=host, tls=tls, timeout=API_TIMEOUT_S,
                use_ssh_client=str(host or "").startswith("ssh://"),
            )  # fmt: skip
        client.ping()
    except (DockerException, RequestException, OSError, ValueError) as error:
        raise EngineError(f"no container engine answers: {_short(error)}", fix=NO_ENGINE) from None
    return client


def _short(error: BaseException) -> str:
    return " ".join(str(error).split())[:600]


class Images:
    """The engine's images, as `grader.images` needs them."""

    def __init__(self, client: docker.DockerClient) -> None:
        self._client = client

    def image_id(self, tag: str) -> str | None:
        try:
            return str(self._client.images.get(tag).id)
        except ImageNotFound:
            return None

    def architecture(self) -> str:
        names = {"x86_64": "amd64", "aarch64": "arm64"}
        machine = str(self._client.info().get("Architecture", ""))
        return names.get(machine, machine)

    def build(
        self, context: Path, tag: str, labels: Mapping[str, str], log: Callable[[str], None]
    ) -> None:
        try:
            stream = self._client.api.build(
                path=str(context), tag=tag, rm=True, forcerm=True, labels=dict(labels), decode=True,
            )  # fmt: skip
            for entry in stream:
                if "error" in entry:
                    raise EngineError(" ".join(str(entry["error"]).split())[:500])
                if text := str(entry.get("stream", "")).strip():
                    log(text)
        except (DockerException, RequestException) as error:
            raise EngineError(_short(error)) from None

    def import_root(self, tarball: Path, tag: str, changes: Sequence[str]) -> None:
        repository, _, version = tag.partition(":")
        try:
            with tarball.open("rb") as data:
                self._client.api.import_image_from_data(
                    data, repository=repository, tag=version, changes=list(changes)
                )
        except (DockerException, RequestException, OSError, tarfile.TarError) as error:
            raise EngineError(f"the image could not be imported: {_short(error)}") from None
        if self.image_id(tag) is None:
            raise EngineError("the engine took the image but does not have it")

    def list_tags(self) -> list[str]:
        return sorted({tag for image in self._client.images.list() for tag in image.tags})

    def remove(self, tag: str) -> None:
        with contextlib.suppress(ImageNotFound):
            self._client.images.remove(tag, force=True)


class ContainerBox:
    """A running container and the stream to its worker."""

    case_data_bytes = 0  # the cgroup limits memory

    def __init__(self, container: Any, attached: Any, facts: SandboxFacts) -> None:
        self.facts = facts
        self._container = container
        self._attached = attached
        self._stream = _socket_of(attached)
        self._stream.setblocking(False)
        self._out = bytearray()
        self._stderr = bytearray()
        self._frame_left = 0
        self._frame_is_stderr = False
        self._raw = bytearray()
        self._closed = False

    def send(self, chunks: Sequence[bytes | memoryview], deadline: float) -> None:
        for chunk in chunks:
            view = memoryview(chunk)
            while view:
                self._wait(select.POLLOUT, deadline)
                try:
                    view = view[self._stream.send(view[: 1 << 20]) :]
                except BlockingIOError:
                    continue
                except OSError as error:
                    raise self._fault(error.strerror or "") from None

    def receive(self, size: int, deadline: float) -> bytearray:
        data = bytearray()
        while True:
            take = min(size - len(data), len(self._out))
            data += self._out[:take]
            del self._out[:take]
            if len(data) == size:
                return data
            self._wait(select.POLLIN, deadline)
            try:
                got = self._stream.recv(1 << 18)
            except BlockingIOError:
                continue
            except OSError as error:
                raise self._fault(error.strerror or "") from None
            if not got:
                raise self._fault("its stream ended")
            self._raw += got
            self._demultiplex()

    def _demultiplex(self) -> None:
        """Sort the engine's frames (kind, length, bytes) into stdout and the tail of stderr."""
        raw, at = self._raw, 0
        while True:
            if self._frame_left:
                piece = raw[at : at + self._frame_left]
                if not piece:
                    break
                at += len(piece)
                self._frame_left -= len(piece)
                if self._frame_is_stderr:
                    self._stderr = (self._stderr + piece)[-_STDERR_KEPT:]
                else:
                    self._out += piece
            elif len(raw) - at >= _HEADER.size:
                kind, self._frame_left = _HEADER.unpack_from(raw, at)
                self._frame_is_stderr = kind == 2
                at += _HEADER.size
            else:
                break
        del raw[:at]

    def _wait(self, events: int, deadline: float) -> None:
        poller = select.poll()
        poller.register(self._stream, events)
        if not poller.poll(max(0.0, deadline - time.monotonic()) * 1000):
            raise self._fault("it did not answer in time")

    def _fault(self, why: str) -> SandboxFault:
        said = self._stderr.decode("utf-8", "replace").strip().splitlines()
        return SandboxFault(
            f"the sandbox is gone: {why}" + (f" ({said[-1][:200]})" if said else "")
        )

    def out_of_memory(self) -> bool:
        try:
            for _ in range(ENDING_TRIES):  # the stream ends a moment before the engine knows why
                self._container.reload()
                state = self._container.attrs["State"]
                if not state.get("Running"):
                    break
                time.sleep(0.05)
        except (DockerException, RequestException, KeyError):
            return False
        # The flag is also set when only a child died: the box itself must be gone, by SIGKILL.
        return bool(state.get("OOMKilled") and state.get("ExitCode") == 137)

    def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        with contextlib.suppress(OSError):
            self._stream.close()
            self._attached.close()  # a second reference to the same socket
        with contextlib.suppress(EngineError):  # a dead engine: the sweeper takes it later
            remove(self._container)


def remove(container: Any) -> None:
    """Kill and remove; a container that is gone already is as good."""
    try:
        container.remove(force=True, v=True)
    except NotFound:
        pass
    except APIError as error:
        if error.status_code != 409:  # a removal of it is under way
            raise EngineError(f"a container cannot be removed: {_short(error)}") from None
    except (DockerException, RequestException) as error:
        raise EngineError(f"a container cannot be removed: {_short(error)}") from None


def owner() -> str:
    """This process, so that a sweeper can tell a forgotten container from one in use."""
    return f"{socket.gethostname()}/{os.getpid()}/{_start_time(os.getpid())}"


def _start_time(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def _forgotten(labels: Mapping[str, str]) -> bool:
    host, pid, start = (labels.get(OWNER_LABEL, "") + "//").split("/")[:3]
    if float(labels.get(DEADLINE_LABEL) or 0) < time.time():
        return True
    return host == socket.gethostname() and (not pid.isdigit() or _start_time(int(pid)) != start)


class DockerEngine:
    """Makes containers from the sandbox image."""

    name = "docker"

    def __init__(
        self,
        runtime: str = "",
        hash_seed: str = "0",
        log: Callable[[str], None] = lambda _: None,
        client: docker.DockerClient | None = None,
    ) -> None:
        self.runtime = runtime
        self.hash_seed = hash_seed
        self._log = log
        self._client = client
        self._client_of = os.getpid()
        self._image = ""

    @property
    def client(self) -> docker.DockerClient:
        """The connection, made when first needed; a forked process has one of its own."""
        if self._client is None or self._client_of != os.getpid():
            self._client, self._client_of = connect(), os.getpid()
        return self._client

    def prepare(self) -> None:
        if not self._image:
            self._known_runtime()
            self._image = images.ensure(Images(self.client), self._log)
            self.sweep()

    def _known_runtime(self) -> None:
        known = self._info.get("Runtimes") or {}
        if self.runtime and self.runtime not in known:
            raise UsageError(
                f"--runtime {self.runtime[:60]}: the engine has no such runtime; "
                f"it has {', '.join(sorted(known))}",
                fix="install it and name it in the engine's daemon.json",
            )

    def open(self, limits: Limits) -> ContainerBox:
        self.prepare()
        memory = limits.memory_bytes + OVERHEAD_BYTES
        try:
            container, stream = self._started(memory, limits.threads)
        except ImageNotFound:
            self._image = ""
            raise EngineError(
                "the sandbox image disappeared", fix="run: grader sandbox build"
            ) from None
        except (DockerException, RequestException, OSError) as error:
            raise EngineError(
                f"the sandbox does not start: {_short(error)}", fix="run: grader doctor"
            ) from None
        facts = SandboxFacts(
            engine="docker",
            image=self._image,
            runtime=self.runtime_name,
            machine=str(self._info.get("Architecture", "")),
            limits={"memory_bytes": memory, "threads": limits.threads, "cpus": 1},
        )
        return ContainerBox(container, stream, facts)

    def _started(self, memory: int, threads: int) -> tuple[Any, Any]:
        """A container that runs and the stream to it; nothing at all if that is interrupted."""
        container = self._create(memory, threads)
        try:
            stream = _attach(self.client, container.id)
            container.start()
        except BaseException:
            with contextlib.suppress(EngineError):
                remove(container)
            raise
        return container, stream

    def _create(self, memory: int, threads: int) -> Any:
        own_kernel = self.has_own_kernel  # gVisor refuses what setarch asks
        worker = ["python3", *PYTHON_OPTIONS, "/grader/worker.py"]
        return self.client.containers.create(
            self._image,
            entrypoint=worker if own_kernel else [*FIXED, *worker],
            detach=True,
            stdin_open=True,
            tty=False,
            network_mode="none",
            network_disabled=True,  # beside the mode: spares the engine's network hook
            read_only=True,
            user="65534:65534",
            working_dir="/",
            hostname="box",
            cap_drop=["ALL"],
            security_opt=["no-new-privileges", f"seccomp={_profile()}"],
            ipc_mode="none",
            mem_limit=memory,
            memswap_limit=memory,
            nano_cpus=1_000_000_000,
            pids_limit=threads + 8 + (ROOM_FOR_A_KERNEL if own_kernel else 0),
            # gVisor puts a writable /tmp where there is none: state from one case to the next.
            tmpfs={"/tmp": "ro,nosuid,nodev,noexec,size=4096"} if own_kernel else None,
            ulimits=[
                docker.types.Ulimit(name="core", soft=0, hard=0),
                docker.types.Ulimit(name="nofile", soft=256, hard=256),
            ],
            sysctls=SYSCTLS,
            log_config=docker.types.LogConfig(type="none"),
            environment={"PYTHONHASHSEED": self.hash_seed},
            runtime=self.runtime or None,
            labels={
                LABEL: "1",
                OWNER_LABEL: owner(),
                DEADLINE_LABEL: str(int(time.time()) + LIFETIME_S),
            },
        )

    def sweep(self, *, own: bool = False) -> int:
        """Remove containers whose owner is gone or whose time is over; how many there were.

        With `own` also those of this process, which is about to end.
        """
        swept, me = 0, owner() if own else None
        try:
            for container in self.client.containers.list(
                all=True, filters={"label": LABEL}, ignore_removed=True
            ):
                if _forgotten(container.labels) or container.labels.get(OWNER_LABEL) == me:
                    remove(container)
                    swept += 1
        except (DockerException, RequestException) as error:
            raise EngineError(f"the engine stopped answering: {_short(error)}") from None
        return swept

    def describe(self) -> dict[str, str]:
        info = self._info
        options = [str(option).split(",")[0] for option in info.get("SecurityOptions") or ()]
        remapped = "name=userns" in options
        rootless = "name=rootless" in options
        return {
            "image": self._image,
            "version": str(info.get("ServerVersion", "")),
            "cgroup": f"v{info.get('CgroupVersion', '?')}, by {info.get('CgroupDriver', '?')}",
            "runtime": self.runtime_name,
            "runtimes": ", ".join(sorted(info.get("Runtimes") or ())),
            "user namespace": "remapped: a box's users are nobody on the host"
            if remapped or rootless
            else "not remapped (dockerd --userns-remap=default would be one wall more)",
            "rootless": "yes" if rootless else "no",
        }

    @property
    def runtime_name(self) -> str:
        """The OCI runtime's name, the engine's default where none is asked for."""
        return self.runtime or str(self._info.get("DefaultRuntime") or "default")

    @property
    def has_own_kernel(self) -> bool:
        """Whether a box's kernel is gVisor's, by the runtime's name or that of its program."""
        known = (self._info.get("Runtimes") or {}).get(self.runtime_name) or {}
        names = f"{self.runtime_name} {known.get('path', '')}".lower()
        return "runsc" in names or "gvisor" in names

    @cached_property
    def _info(self) -> dict[str, Any]:
        try:
            return dict(self.client.info())
        except (DockerException, RequestException) as error:
            raise EngineError(f"the engine stopped answering: {_short(error)}") from None

    def close(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None


@cache
def _profile() -> str:
    """The system calls that anything in the box may make, the worker included."""
    return (resource("sandbox") / "seccomp.json").read_text(encoding="utf-8")


def _attach(client: docker.DockerClient, container_id: str) -> Any:
    """The container's stdin and stdout as one stream, opened before it starts: nothing is lost."""
    return client.api.attach_socket(
        container_id, params={"stdin": 1, "stdout": 1, "stderr": 1, "stream": 1}
    )


def _socket_of(attached: Any) -> socket.socket:
    """The socket below an attached stream: what can be polled, and read with a deadline."""
    inner = getattr(attached, "_sock", attached)
    if not hasattr(inner, "recv") or not hasattr(inner, "fileno"):
        raise EngineError("this connection to the engine cannot be attached to")
    return inner  # type: ignore[no-any-return]
