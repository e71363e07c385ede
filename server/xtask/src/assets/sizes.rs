//! The table of what a browser has to fetch.

use std::fmt::Display;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Result, bail};

use super::compress::Encoding;
use super::dist;

/// Prints size as it is and compressed by brotli, in bytes, for every file.
pub fn print(dist: &Path) -> Result<()> {
    let table = table(dist)?;
    std::io::stdout().write_all(table.as_bytes())?;
    Ok(())
}

fn table(dist: &Path) -> Result<String> {
    let files = dist::files(dist)?;
    if files.is_empty() {
        bail!("nothing is built yet: cargo xtask assets");
    }
    let mut rows = vec![row("file", "bytes", "brotli")];
    let (mut sum, mut compressed_sum) = (0, 0);
    for path in files.iter().filter(|path| !is_sibling(path)) {
        let bytes = fs::metadata(dist.join(path))?.len();
        let sibling = dist.join(format!("{path}{}", Encoding::Brotli.suffix()));
        let compressed = fs::metadata(sibling).map_or(bytes, |sibling| sibling.len());
        rows.push(row(path, bytes, compressed));
        sum += bytes;
        compressed_sum += compressed;
    }
    rows.push(row("all", sum, compressed_sum));
    Ok(rows.concat())
}

fn row(file: &str, bytes: impl Display, brotli: impl Display) -> String {
    format!("{file:<32}{bytes:>10}{brotli:>10}\n")
}

fn is_sibling(path: &str) -> bool {
    Encoding::ALL.iter().any(|encoding| path.ends_with(encoding.suffix()))
}

#[cfg(test)]
mod tests;
