#!/usr/bin/env bash
# Installs what only the tests need: a browser, PostgreSQL, a reader of PDF text, strace, a mail server and the packages of end2end/.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

missing=()
has chromium || missing+=(chromium)
has pdftotext || missing+=(poppler-utils)
has strace || missing+=(strace)
has initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
# The mail server of the mail test: a Python package in an environment of its own.
has python3 || missing+=(python3)
python3 -c 'import venv, ensurepip' 2>/dev/null || missing+=(python3-venv)
apt_need "make test" ${missing[@]+"${missing[@]}"}

python=$(target_dir)/test-python
if [[ ! -x $python/bin/python ]] || ! "$python/bin/python" -c 'import aiosmtpd' 2>/dev/null; then
  say "Installing a mail server for the tests (a few seconds)"
  python3 -m venv "$python"
  "$python/bin/pip" install --quiet --disable-pip-version-check aiosmtpd==1.4.6 ||
    die "aiosmtpd could not be installed from PyPI. Once on line, type:  make test"
fi

has npm || die "The browser tests need Node 20 with npm, from https://nodejs.org or by:  apt-get install nodejs npm"
cd end2end
# npm writes this file at the end of an installation.
[[ node_modules/.package-lock.json -nt package-lock.json ]] && exit 0
say "Installing the packages of end2end/ (half a minute)"
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error ||
  die "The packages of end2end/ could not be installed. Once on line, type:  (cd end2end && npm ci)"
