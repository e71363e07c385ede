#!/usr/bin/env bash
# Installs what is missing of the toolchain that rust-toolchain.toml names.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

channel=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
wasm=wasm32-unknown-unknown

# A distribution's own Rust is as good, if it has all the parts.
has_all_parts() {
  has cargo && cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 &&
    [[ -d $(rustc --print target-libdir --target "$wasm" 2>/dev/null) ]]
}

has cc || apt_need "linking Rust programs" gcc libc6-dev
has_all_parts && exit 0

has rustup || die "Rust $channel with rustfmt, clippy and the target $wasm is needed, and rustup is not there to install it." \
  "See https://rustup.rs, or install Debian's package:  apt-get install rustup"
say "Installing Rust $channel with rustfmt, clippy and $wasm (about a minute)"
rustup toolchain install "$channel" --profile minimal -c rustfmt -c clippy -t "$wasm" ||
  die "Rust $channel could not be installed. Once on line, type:" \
    "  rustup toolchain install $channel --profile minimal -c rustfmt -c clippy -t $wasm"
has_all_parts || die "Rust $channel is installed but $(type -P cargo) does not use it; put rustup's folder (~/.cargo/bin) first in PATH."
