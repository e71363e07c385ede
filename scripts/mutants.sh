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
# Those that only a mutant is shown that has survived the others: what is slow, and what asks little of the folder.
slow() {
  printf '%s\n' --skip privacy::attack --skip properties --skip statistics::coverage
  if [[ $1 == privacy ]]; then
    printf '%s\n' --skip privacy::alike --skip privacy::importance::no_choice --skip privacy::kept::the_next --skip statistics
  else
    printf '%s\n' --skip privacy
  fi
}

# pass where folder option... -- argument of cargo test...
pass() {
  local where=$1 folder=$2 code=0
  shift 2
  mkdir -p "$where"
  cargo mutants --package domain --file "app/domain/src/$folder/**" --profile mutants --cargo-arg=--test=domain \
    --minimum-test-timeout 30 --no-times --output "$where" "$@" || code=$?
  # Mutants that were missed (2) or ran out of time (3) are a result.
  ((code == 0 || code == 2 || code == 3)) || die "cargo mutants broke down ($code); see $where/mutants.out/log"
}

# One expression for all the mutants that a list names.
exactly() { printf '^(%s)$' "$(sed 's/[][\.*^$(){}?+|]/\\&/g' "$1" | paste -sd '|')"; }

# Lines of one kind of result in the first pass; in the second, of those mutants that it was for: it sees others as well, for
# an expression does not keep away those that delete a field.
first() { wc -l <"$out/quick/mutants.out/$1.txt"; }
second() {
  [[ -d $out/all ]] || return 0
  grep -Fxf "$out/quick/mutants.out/missed.txt" "$out/all/mutants.out/$1.txt" || true
}

table=()
for folder in "${folders[@]}"; do
  out=$target/mutants-found/$folder
  rm -rf "$out"
  say "$folder, with the quick tests: 2 to 6 seconds a mutant"
  mapfile -t left_for_later < <(slow "$folder")
  pass "$out/quick" "$folder" ${part[@]+"${part[@]}"} ${options[@]+"${options[@]}"} -- -- "${beside[@]}" "${left_for_later[@]}"
  if [[ -s $out/quick/mutants.out/missed.txt ]]; then
    say "$folder, what is left of it with all tests: 6 to 12 seconds a mutant"
    pass "$out/all" "$folder" --re "$(exactly "$out/quick/mutants.out/missed.txt")" -- -- "${beside[@]}"
  fi
  caught=$(($(first caught) + $(second caught | wc -l))) endless=$(($(first timeout) + $(second timeout | wc -l)))
  missed=$(second missed | wc -l) unviable=$(first unviable)
  total=$((caught + endless + missed + unviable))
  table+=("$(printf '%-12s %8d %8d %8d %8d %8d' "$folder" "$total" "$unviable" "$caught" "$endless" "$missed")")
done

for folder in "${folders[@]}"; do
  out=$target/mutants-found/$folder
  [[ -z $(second missed) ]] || printf '\nNoticed by no test in %s:\n%s\n' "$folder" "$(second missed)"
done
printf '\n%-12s %8s %8s %8s %8s %8s\n' folder mutants 'no build' caught endless missed
printf '%s\n' "${table[@]}"
