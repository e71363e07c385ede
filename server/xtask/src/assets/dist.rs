//! The output folder. A file whose content is unchanged is not touched, since
//! the server embeds the folder and cargo would build it again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::compress::{Encoding, is_compressible};

/// What shall be in the folder: relative path (with `/`) to content.
pub type Outputs = BTreeMap<String, Vec<u8>>;

/// Reads every file below `folder` into `outputs`; dot files are left out.
pub fn collect(folder: &Path, outputs: &mut Outputs) -> Result<()> {
    for path in files(folder)? {
        let bytes = fs::read(folder.join(&path)).with_context(|| path.clone())?;
        outputs.insert(path, bytes);
    }
    Ok(())
}

/// Makes `folder` hold exactly `outputs` and their compressed siblings.
pub fn write(folder: &Path, outputs: &Outputs) -> Result<()> {
    let mut wanted = BTreeSet::new();
    for (path, bytes) in outputs {
        wanted.insert(path.clone());
        let target = folder.join(path);
        let unchanged = fs::read(&target).is_ok_and(|present| present == *bytes);
        if is_compressible(path) {
            for encoding in Encoding::ALL {
                wanted.extend(sibling(folder, path, bytes, encoding, unchanged)?);
            }
        }
        // Last, so that an interrupted build is seen as changed the next time.
        if !unchanged {
            put(&target, bytes)?;
        }
    }
    remove_others(folder, &wanted)
}

/// Writes one compressed sibling and returns its path, or `None` if it would
/// not be smaller.
fn sibling(folder: &Path, path: &str, bytes: &[u8], encoding: Encoding, unchanged: bool) -> Result<Option<String>> {
    let name = format!("{path}{}", encoding.suffix());
    let target = folder.join(&name);
    if unchanged && target.exists() {
        return Ok(Some(name));
    }
    let encoded = encoding.encode(bytes)?;
    if encoded.len() >= bytes.len() {
        return Ok(None);
    }
    put(&target, &encoded)?;
    Ok(Some(name))
}

fn put(target: &Path, bytes: &[u8]) -> Result<()> {
    let folder = target.parent().context("a file is in a folder")?;
    fs::create_dir_all(folder)?;
    fs::write(target, bytes).with_context(|| format!("cannot write {}", target.display()))
}

fn remove_others(folder: &Path, wanted: &BTreeSet<String>) -> Result<()> {
    for path in files(folder)? {
        if !wanted.contains(&path) {
            fs::remove_file(folder.join(&path))?;
        }
    }
    Ok(())
}

/// Relative paths of the files below `folder`; none if it does not exist.
pub fn files(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut pending = vec![String::new()];
    while let Some(prefix) = pending.pop() {
        let Ok(entries) = fs::read_dir(folder.join(&prefix)) else {
            continue;
        };
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().into_string().unwrap_or_default();
            if name.is_empty() || name.starts_with('.') {
                continue;
            }
            if entry.file_type()?.is_dir() {
                pending.push(format!("{prefix}{name}/"));
            } else {
                found.push(format!("{prefix}{name}"));
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests;
