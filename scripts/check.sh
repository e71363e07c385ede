#!/usr/bin/env bash
# The quick inner loop: no browser, no PostgreSQL, no typst (so not report and plumbline).
set -euo pipefail
source "$(dirname "$0")/lib.sh"
scripts/toolchain.sh

slow=(--exclude report --exclude plumbline)
say "Format and forbidden markup"
cargo fmt --all --check
scripts/refuse-raw-markup.sh
say "Style sheet and files of public/"
cargo xtask assets --static
say "Lints: about 3 minutes the first time, seconds after an edit"
cargo clippy --workspace "${slow[@]}" --all-targets -- -D warnings
say "Tests: about 4 minutes the first time, seconds after an edit"
cargo test --workspace "${slow[@]}" --exclude mail -- --skip postgres::
say "Checked. Left out: PostgreSQL, mail, PDF, command line and browser; make test has them."
