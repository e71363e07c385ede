//! Where the helper works.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

/// The workspace's folder. Asked when run, not when compiled: a target folder may be shared by several clones.
pub fn root() -> Result<PathBuf> {
    let here = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").context("start this as cargo xtask")?);
    Ok(here.ancestors().nth(2).context("xtask lies two folders deep")?.to_owned())
}
