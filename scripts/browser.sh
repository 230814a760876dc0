#!/usr/bin/env bash
# Makes sure that there is a Chromium for the tests of the pages. CHROMIUM may name one; if there is
# none, Debian as root gets the distribution's; anybody else is told what to install.
set -euo pipefail

say() { printf 'browser: %s\n' "$*" >&2; }

found=${CHROMIUM:-$(command -v chromium || command -v google-chrome || true)}
if [ -n "$found" ]; then
  command -v "$found" >/dev/null 2>&1 && exit 0
  say "CHROMIUM is set to $found, and that is no program: mend or unset it"
  exit 3
fi

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  say "the tests open every page in Chromium, and there is none. Install it (Debian: apt-get install chromium),"
  say "or set CHROMIUM to the program. On Debian this command does it when run as root."
  exit 3
fi

say "installing chromium (a few minutes on a slow network)"
export DEBIAN_FRONTEND=noninteractive
apt-get -o DPkg::Lock::Timeout=300 update -qq >&2 </dev/null
apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends chromium fonts-dejavu-core \
  >/dev/null </dev/null
command -v chromium >/dev/null 2>&1 && exit 0
say "the distribution's package brings no chromium program (Ubuntu's is a snap): install one, set CHROMIUM"
exit 3
