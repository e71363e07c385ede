#!/usr/bin/env bash
set -euo pipefail
source "$(dirname "$0")/lib.sh"
cargo deny --version >/dev/null 2>&1 || die "cargo-deny is not there, so nothing was checked. To install it (about 5 minutes):" "  cargo install cargo-deny --locked"
exec cargo deny check
