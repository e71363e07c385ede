//! Where the helper works.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

/// Keeps from a command what cargo says of this package. Some crates (`ring`) look at such variables when they are built: with
/// them they would be built again, and everything above them, whenever cargo is asked from here and from a shell by turns.
pub fn apart(command: &mut Command) -> &mut Command {
    let of_package = |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(of_package) {
            command.env_remove(name);
        }
    }
    command
}

/// The workspace's folder. Asked when run, not when compiled: a target folder may be shared by several clones.
pub fn root() -> Result<PathBuf> {
    let here = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").context("start this as cargo xtask")?);
    Ok(here.ancestors().nth(2).context("xtask lies two folders deep")?.to_owned())
}
