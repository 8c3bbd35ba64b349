#!/bin/sh
# Installs what the tests need beside npm packages, on Debian and as root. Anywhere else the tests that need it say so.
set -eu
missing=""
command -v chromium >/dev/null || missing="$missing chromium"
# The tests start servers of their own: whether the packaged service runs does not matter.
command -v redis-server >/dev/null || missing="$missing redis-server"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
else
  echo "Some tests need more: sudo apt-get install$missing" >&2
fi
