#!/bin/sh
# Installs what the tests need beside npm packages, on Debian and as root. Anywhere else the tests that need it say so.
set -eu
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium
else
  echo "The browser tests need Chromium: sudo apt-get install chromium" >&2
fi
