#!/usr/bin/env bash
# Everything that can be tested; a stage that fails does not stop the others. The last line is the count.
set -euo pipefail
source "$(dirname "$0")/lib.sh"
scripts/toolchain.sh
scripts/test-tools.sh

target=$(target_dir)
logs=$target/test-logs
rm -rf "$logs"
mkdir -p "$logs"
passed=0 failed=0 table=() broken=()

# "passed failed" of a stage, from cargo's and Playwright's own results.
counts() {
  if [[ $1 == browser ]]; then
    node end2end/support/count.mjs end2end/test-results/result.json
  else
    awk '/^test result:/ { p += $4; f += $6 } END { print p + 0, f + 0 }' "$logs/$1.log"
  fi
}

# stage name "what it does and how long" command...
stage() {
  local name=$1 began=$SECONDS result=ok p f
  say "$2"
  shift 2
  "$@" 2>&1 | tee "$logs/$name.log" || result=FAILED
  read -r p f < <(counts "$name")
  # A stage that broke without a failed test (a lint, a build) counts as one failure.
  [[ $result == ok || $f -gt 0 ]] || f=1
  passed=$((passed + p)) failed=$((failed + f))
  [[ $result == ok ]] || broken+=("$name")
  table+=("$(printf '%-12s %6d s %8d %8d  %s' "$name" $((SECONDS - began)) "$p" "$f" "$result")")
  [[ $result == ok ]]
}

export PLUMBLINE_BINARY=$target/release/plumbline
export PLUMBLINE_TEST_PYTHON=$target/test-python/bin/python
slow=(--package report --package plumbline)
not_slow=(--workspace --exclude report --exclude plumbline)

# What failed in a stage, a line each, for whoever sees the end of the output only.
failures() {
  if [[ $1 == browser ]]; then
    node end2end/support/failures.mjs end2end/test-results/result.json
  else
    grep -E '^(test .* \.\.\. FAILED|error(\[|:)|Diff in)|panicked at' "$logs/$1.log" || true
  fi
}

rm -rf end2end/test-results
stage format "Format" cargo fmt --all --check || true
stage markup "Forbidden markup" scripts/refuse-raw-markup.sh || true
stage assets "The browser's part: 3 to 5 minutes the first time" cargo xtask assets || true
stage lints "Lints: 5 to 8 minutes the first time, seconds after an edit" \
  cargo clippy --workspace --all-targets -- -D warnings || true
stage lints-wasm "Lints of the browser's part: 1 minute the first time" \
  cargo clippy --package islands --target wasm32-unknown-unknown --no-default-features --features hydrate -- -D warnings || true
stage tests "Tests on SQLite and PostgreSQL: 4 to 6 minutes the first time" \
  cargo xtask postgres -- cargo test --no-fail-fast "${not_slow[@]}" || true
stage statements "SQL statements against both engines: 1 minute" \
  cargo xtask postgres -- cargo xtask prepare --check || true
if stage server "The server: 8 to 15 minutes the first time, under a minute after an edit" \
  cargo build --release --package plumbline; then
  stage release "Tests of the PDF and the command line: 1 to 3 minutes" \
    cargo test --release --no-fail-fast "${slow[@]}" || true
  stage browser "Browser tests, with scripting and without: 1 to 3 minutes" \
    npm --prefix end2end test || true
fi

say "What a browser fetches, in bytes"
cargo xtask assets --sizes
has cargo-deny || echo "(not checked: licences and known faults of the dependencies; make deny says how)"
printf '\n%-12s %8s %8s %8s\n' stage time passed failed
printf '%s\n' "${table[@]}"
for name in ${broken[@]+"${broken[@]}"}; do
  printf '\nFailed in %s (all of it: %s):\n' "$name" "$logs/$name.log"
  failures "$name" | head -20
done
printf '\n%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
