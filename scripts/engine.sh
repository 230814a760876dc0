#!/usr/bin/env bash
# Makes sure that a container engine answers. A running one is used as it is (DOCKER_HOST and the
# docker context count). If there is none, Debian or Ubuntu as root get the distribution's own;
# anybody else is told what to install. Safe to run again, and twice at once.
set -euo pipefail

LOG=/var/log/grader-dockerd.log
RUN=/var/run
LOCK=$RUN/grader-engine.lock

say() { printf 'engine: %s\n' "$*" >&2; }

ping_by_curl() { timeout 20 curl -fsS "$@" >/dev/null 2>&1; }

# The docker command knows hosts, contexts and TLS; newer Debian packages the engine without it.
answers() {
  local host=${DOCKER_HOST:-unix://$RUN/docker.sock}
  if command -v docker >/dev/null 2>&1; then
    timeout 20 docker version --format '{{.Server.Version}}' >/dev/null 2>&1 </dev/null
    return
  fi
  case $host in
    unix://*) ping_by_curl --unix-socket "${host#unix://}" http://localhost/_ping ;;
    tcp://*) ping_by_curl "http://${host#tcp://}/_ping" ;;
    *) return 1 ;;
  esac
}

# Whether the process whose id is in file $1 really is $2: after a restart of the machine the
# number may belong to anything.
is_running() {
  local pid
  pid=$(cat "$1" 2>/dev/null) && [ -n "$pid" ] &&
    [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = "$2" ]
}

if answers; then
  exit 0
fi

if [ -n "${DOCKER_HOST:-}" ]; then
  say "DOCKER_HOST is set to $DOCKER_HOST, and no engine answers there: start it, or unset DOCKER_HOST"
  exit 3
fi

context=${DOCKER_CONTEXT:-$(docker context inspect --format '{{.Name}}' 2>/dev/null || true)}
if [ "${context:-default}" != default ]; then
  say "the docker context is $context, and no engine answers there: start it, or: docker context use default"
  exit 3
fi

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  say "no container engine answers. Install Docker (https://docs.docker.com/engine/install/) and start it,"
  say "or set DOCKER_HOST to a running one. On Debian or Ubuntu this command does it when run as root."
  exit 3
fi

exec 9>"$LOCK"
flock -w 900 9 || say "another run still prepares the engine; going on without waiting for it"
if answers; then
  exit 0
fi

missing=()
command -v dockerd >/dev/null 2>&1 || missing+=(docker.io)
command -v docker >/dev/null 2>&1 || command -v curl >/dev/null 2>&1 || missing+=(curl) # to ask it
command -v mmdebstrap >/dev/null 2>&1 || missing+=(mmdebstrap) # the image, where no registry answers
[ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || missing+=(debian-archive-keyring)
if [ ${#missing[@]} -gt 0 ]; then
  say "installing ${missing[*]} (a few minutes on a slow network)"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -o DPkg::Lock::Timeout=300 update -qq >&2 </dev/null 9>&-
  # Without the lock's descriptor: what the packages start must not keep it.
  apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${missing[@]}" \
    >/dev/null </dev/null 9>&-
fi

# A package's own service may have been started by the installation.
for _ in 1 2 3 4; do
  if answers; then
    exit 0
  fi
  is_running "$RUN/docker.pid" dockerd || break
  sleep 1
done

if ! is_running "$RUN/docker.pid" dockerd; then
  # Left behind by engines that were killed: dockerd believes any live process with that number.
  rm -f "$RUN/docker.pid"
  is_running "$RUN/docker/containerd/containerd.pid" containerd ||
    rm -f "$RUN/docker/containerd/containerd.pid"
  # Nothing mounted at all (a bare machine): one mount gives every controller.
  if [ -d /sys/fs/cgroup ] && ! grep -qE ' cgroup2? ' /proc/self/mounts; then
    mount -t cgroup2 cgroup2 /sys/fs/cgroup || say "cgroups could not be mounted"
  fi
  say "starting dockerd, without a bridge: sandboxes have no network (log: $LOG)"
  setsid nohup dockerd --bridge=none --iptables=false --ip-forward=false --ip-masq=false \
    >>"$LOG" 2>&1 </dev/null 9>&- &
fi

for _ in $(seq 120); do
  if answers; then
    exit 0
  fi
  sleep 0.5
done
say "dockerd does not answer; the end of its log:"
tail -n 15 "$LOG" >&2 || true
exit 3
