#!/usr/bin/env bash
# Makes sure that the store's tests run on PostgreSQL too: Debian as root gets the distribution's.
# Elsewhere they are skipped where there is none, and this says so. The tests start a server of their
# own, so no other is started.
set -euo pipefail

say() { printf 'postgres: %s\n' "$*" >&2; }

command -v initdb >/dev/null 2>&1 && exit 0
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null && exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  say "there is none: tests of the store on PostgreSQL are skipped (Debian: apt-get install postgresql)"
  exit 0
fi

say "installing postgresql"
export DEBIAN_FRONTEND=noninteractive
mkdir -p /etc/postgresql-common
[ -e /etc/postgresql-common/createcluster.conf ] ||
  echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
apt-get -o DPkg::Lock::Timeout=300 update -qq >&2 </dev/null
apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends postgresql >/dev/null </dev/null
