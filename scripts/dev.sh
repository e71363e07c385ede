#!/usr/bin/env bash
# Serves a development build and builds it again on every change.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
scripts/toolchain.sh

loop='cargo xtask assets && cargo run --package plumbline -- serve'
watch=()
for folder in app server style public migrations; do watch+=(-w "$folder"); done
if has watchexec; then
  exec watchexec --restart "${watch[@]}" --shell=bash -- "$loop"
elif cargo watch --version >/dev/null 2>&1; then
  exec cargo watch "${watch[@]}" -s "$loop"
fi
die "Building again on a change needs watchexec or cargo-watch. Type one of these (a few minutes), then make dev:" \
  "  cargo install watchexec-cli --locked" "  cargo install cargo-watch --locked" "Or without: make run, and again after a change."
