//! Builds what the browser gets into `dist/` at the workspace root, from where
//! the server embeds it: the islands as WebAssembly, one style sheet and the
//! files of `public/`, with compressed siblings.

mod compress;
mod dist;
mod islands;
mod sizes;
mod styles;

use std::path::Path;

use anyhow::{Result, bail};

use dist::Outputs;

use crate::workspace::root;

/// Name of the browser's part; leptos asks for its files under the same one.
const NAME: &str = "plumbline";

/// Builds all assets. `--static` leaves the WebAssembly as it is, `--sizes`
/// builds nothing and prints the table of what is there.
pub fn run(options: &[&str]) -> Result<()> {
    let root = root()?;
    let dist = root.join("dist");
    match options {
        [] => build(&root, &dist, true)?,
        ["--static"] => build(&root, &dist, false)?,
        ["--sizes"] => {}
        _ => bail!("usage: cargo xtask assets [--static | --sizes]"),
    }
    sizes::print(&dist)
}

fn build(root: &Path, dist: &Path, with_islands: bool) -> Result<()> {
    let mut outputs = Outputs::new();
    outputs.insert(format!("{NAME}.css"), styles::bundle(&root.join("style/main.css"))?.into_bytes());
    outputs.insert("team.css".to_owned(), styles::bundle(&root.join("style/team.css"))?.into_bytes());
    dist::collect(&root.join("public"), &mut outputs)?;
    if with_islands {
        dist::collect(&islands::build(root)?, &mut outputs)?;
    } else {
        islands::keep(dist, &mut outputs)?;
    }
    dist::write(dist, &outputs)
}
