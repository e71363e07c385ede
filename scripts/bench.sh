#!/usr/bin/env bash
# Measures, each figure beside its limit; best on a machine that does nothing else. No test: nothing fails by being slow.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
scripts/build.sh
scripts/test-tools.sh

say "Scoring, on one core: a minute to build the first time, then half a minute"
cargo bench --quiet --package domain --bench scoring
say "Pages and saves over HTTP, pages of a large organisation, five minutes of a crowd: 5 minutes to build the first time, then 6"
cargo bench --quiet --package web --bench speed
say "Pages with a thousand responses and with a million: five minutes, and 3 GB of the disk meanwhile"
cargo bench --quiet --package web --bench speed -- million
say "Reports, beside WeasyPrint: two minutes"
scripts/bench-reports.sh
say "A page in the browser: under a minute"
PLUMBLINE_BINARY=$(target_dir)/release/plumbline
export PLUMBLINE_BINARY
npm --prefix end2end run --silent bench
