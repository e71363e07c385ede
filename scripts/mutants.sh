#!/usr/bin/env bash
# Breaks privacy, scoring and statistics in every small way that cargo-mutants knows, and sees whether a test notices. It takes
# hours and is no part of the tests; docs/mutants.md says what was found. One part of eight (0/8 to 7/8), of one folder:
#   scripts/mutants.sh 3/8 scoring
# Options of cargo-mutants may be given too:  MUTANTS_OPTIONS='--re complementary' scripts/mutants.sh
set -euo pipefail
source "$(dirname "$0")/lib.sh"
scripts/toolchain.sh

part=()
if [[ ${1:-} == */* ]]; then
  part=(--shard "$1" --sharding round-robin)
  shift
fi
folders=("$@")
((${#folders[@]})) || folders=(privacy scoring statistics)
read -ra options <<<"${MUTANTS_OPTIONS:-}"

if ! cargo mutants --version >/dev/null 2>&1; then
  say "Installing cargo-mutants (about 2 minutes)"
  cargo install --locked cargo-mutants@27.1.0 || die "cargo-mutants could not be installed. Once on line, type:  scripts/mutants.sh"
fi

# One folder to build in, or every pass would build the dependencies anew.
target=$(target_dir)
export CARGO_TARGET_DIR=$target
# The same numbers in every run, and nothing written where the next mutant would find it.
export PROPTEST_RNG_SEED=1 PROPTEST_DISABLE_FAILURE_PERSISTENCE=1 PROPTEST_MAX_SHRINK_ITERS=0 INSTA_UPDATE=no
export PLUMBLINE_ATTACK_ROUNDS=1000
# A mutant that takes memory without end must not take the machine with it.
ulimit -v 8388608

# Tests that are slow and ask nothing of the three folders.
beside=(--skip privacy::attack::the_same --skip privacy::attack::the_solver --skip answers_files::too_many --skip answers_files::a_file)
# Those that only a mutant is shown that has survived the others.
slow=(--skip privacy::attack --skip properties)

# pass where folder option... -- argument of cargo test...
pass() {
  local where=$1 folder=$2 code=0
  shift 2
  mkdir -p "$where"
  cargo mutants --package domain --file "app/domain/src/$folder/**" --profile mutants --cargo-arg=--test=domain \
    --minimum-test-timeout 10 --no-times --output "$where" "$@" || code=$?
  # Mutants that were missed (2) or ran out of time (3) are a result.
  ((code == 0 || code == 2 || code == 3)) || die "cargo mutants broke down ($code); see $where/mutants.out/log"
}

# One expression for all the mutants that a list names.
exactly() { printf '^(%s)$' "$(sed 's/[][\.*^$(){}?+|]/\\&/g' "$1" | paste -sd '|')"; }

# Lines of one kind of result in all passes over a folder.
count() { { cat "$out"/"$1"/mutants.out/"$2".txt 2>/dev/null || true; } | wc -l; }

table=()
for folder in "${folders[@]}"; do
  out=$target/mutants-found/$folder
  rm -rf "$out"
  say "$folder, with the quick tests: 3 to 6 seconds a mutant"
  pass "$out/quick" "$folder" ${part[@]+"${part[@]}"} ${options[@]+"${options[@]}"} -- -- "${beside[@]}" "${slow[@]}"
  missed=$(count quick missed) caught=$(count quick caught)
  if ((missed > 0)); then
    say "$folder, what is left of it with all tests: 6 to 12 seconds a mutant"
    pass "$out/all" "$folder" --re "$(exactly "$out/quick/mutants.out/missed.txt")" -- -- "${beside[@]}"
    missed=$(count all missed) caught=$((caught + $(count all caught)))
  fi
  unviable=$(count quick unviable) endless=$(($(count quick timeout) + $(count all timeout)))
  viable=$((caught + endless + missed))
  table+=("$(printf '%-12s %8d %8d %8d %8d %8d' "$folder" $((viable + unviable)) "$unviable" "$caught" "$endless" "$missed")")
done

for folder in "${folders[@]}"; do
  out=$target/mutants-found/$folder
  ((! $(count quick missed))) || printf '\nNoticed by no test in %s:\n%s\n' "$folder" "$(cat "$out/all/mutants.out/missed.txt")"
done
printf '\n%-12s %8s %8s %8s %8s %8s\n' folder mutants 'no build' caught endless missed
printf '%s\n' "${table[@]}"
