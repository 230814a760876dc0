#!/usr/bin/env bash
# Makes sure that a container engine answers. A running one is used as it is (DOCKER_HOST and the
# docker context count). If there is none, Debian or Ubuntu as root get the distribution's own;
# anybody else is told what to install. Safe to run again.
set -euo pipefail

LOG=/var/log/grader-dockerd.log

say() { printf 'engine: %s\n' "$*" >&2; }

answers() {
  if command -v docker >/dev/null 2>&1; then
    timeout 20 docker version --format '{{.Server.Version}}' >/dev/null 2>&1
  else
    [ -S /var/run/docker.sock ] &&
      timeout 20 curl -fsS --unix-socket /var/run/docker.sock http://localhost/_ping >/dev/null 2>&1
  fi
}

if answers; then
  exit 0
fi

if [ -n "${DOCKER_HOST:-}" ]; then
  say "DOCKER_HOST is set to $DOCKER_HOST, and no engine answers there: start it, or unset DOCKER_HOST"
  exit 3
fi

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  say "no container engine answers. Install Docker (https://docs.docker.com/engine/install/) and start it,"
  say "or set DOCKER_HOST to a running one. On Debian or Ubuntu this command does it when run as root."
  exit 3
fi

missing=()
command -v dockerd >/dev/null 2>&1 || missing+=(docker.io)
command -v mmdebstrap >/dev/null 2>&1 || missing+=(mmdebstrap) # the image, where no registry answers
if [ ${#missing[@]} -gt 0 ]; then
  say "installing ${missing[*]} (a few minutes on a slow network)"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >&2
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# A package's own service may have been started by the installation.
for _ in 1 2 3 4; do
  answers && exit 0
  pgrep -x dockerd >/dev/null 2>&1 || break
  sleep 1
done

say "starting dockerd, without a bridge: sandboxes have no network (log: $LOG)"
if [ -f /var/run/docker.pid ] && ! kill -0 "$(cat /var/run/docker.pid)" 2>/dev/null; then
  rm -f /var/run/docker.pid # left behind by an engine that was killed
fi
setsid nohup dockerd --bridge=none --iptables=false --ip-forward=false --ip-masq=false \
  >>"$LOG" 2>&1 </dev/null &

for _ in $(seq 120); do
  if answers; then
    exit 0
  fi
  sleep 0.5
done
say "dockerd does not answer; the end of its log:"
tail -n 15 "$LOG" >&2 || true
exit 3
