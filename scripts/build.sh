#!/usr/bin/env bash
# The release binary. The browser's part comes first: the server embeds it.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
scripts/toolchain.sh

say "Building the browser's part: 3 to 5 minutes the first time, seconds afterwards"
cargo xtask assets
say "Building the server: 8 to 15 minutes the first time, under a minute after an edit"
cargo build --release --package plumbline
say "Built $(target_dir)/release/plumbline"
