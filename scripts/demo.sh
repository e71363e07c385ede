#!/usr/bin/env bash
# Serves an invented organisation from a database of its own, data/demo.db; removing that file makes it fresh.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
scripts/build.sh
exec "$(target_dir)/release/plumbline" serve --demo
