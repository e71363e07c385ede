#!/usr/bin/env bash
set -euo pipefail
source "$(dirname "$0")/lib.sh"
scripts/build.sh

mkdir -p dist-package
cp "$(target_dir)/release/plumbline" LICENSE dist-package/
if cargo deb --version >/dev/null 2>&1; then
  say "Making the Debian package (under a minute)"
  cargo deb --package plumbline --no-build --output dist-package/
else
  say "No Debian package: cargo-deb is not there. To have one too:  cargo install cargo-deb --locked"
fi
say "In dist-package/:"
ls -lh dist-package
