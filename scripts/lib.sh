# shellcheck shell=bash
# Sourced by the scripts beside it, never run.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

say() { printf '\n== %s\n' "$*"; }

die() {
  printf '\n%s\n' "$@" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# The folder cargo builds into, wherever CARGO_TARGET_DIR or a configuration file puts it.
target_dir() {
  cargo metadata --format-version 1 --no-deps --offline 2>/dev/null | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p'
}

# apt_need "why" package...: installs Debian packages; with none named, nothing is done.
apt_need() {
  local why=$1
  shift
  (($#)) || return 0

  local root=() by_hand="apt-get install --no-install-recommends $*"
  if ((EUID)); then
    root=(sudo)
    # Without a terminal nobody can type a password.
    [[ -t 0 ]] || root+=(-n)
    if ! has sudo || ! "${root[@]}" true; then
      die "$why needs $*, and this user may not install packages. As root, type:" "  $by_hand"
    fi
  fi
  has apt-get || die "$why needs $* (names of Debian's packages); install them with this system's package manager."

  say "Installing $* for $why (one to three minutes)"
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" 2>/dev/null && return 0
  # The lists of a fresh machine are empty or old: only now are they fetched.
  "${root[@]}" apt-get update -q || die "The package lists could not be fetched. $why needs $*; once on line, type:" "  $by_hand"
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" ||
    die "Installing failed. $why needs $*; to see why, type:" "  $by_hand"
}
