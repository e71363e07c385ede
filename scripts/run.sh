#!/usr/bin/env bash
set -euo pipefail
source "$(dirname "$0")/lib.sh"
scripts/build.sh
exec "$(target_dir)/release/plumbline" serve
