//! One style sheet out of many. `style/main.css` is only the order of the
//! layers and one `@import "file.css" layer(name);` a line; each file is put in
//! its place, so that the browser fetches one file and the layers stay.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// Reads `main` and what it imports; the result has no comments, no
/// indentation and no empty lines.
pub fn bundle(main: &Path) -> Result<String> {
    let mut sheet = String::new();
    for (number, line) in without_comments(&read(main)?)?.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || (line.starts_with("@layer ") && line.ends_with(';')) {
            sheet.extend([line, "\n"]);
        } else if let Some((file, layer)) = import(line) {
            let content = without_comments(&read(&main.with_file_name(file))?).with_context(|| file.to_owned())?;
            if content.contains("@import") {
                bail!("{file}: only {} may import", main.display());
            }
            sheet.extend(["@layer ", layer, " {\n", &content, "\n}\n"]);
        } else {
            bail!(
                "{}:{}: expected `@layer a, b;` or `@import \"file.css\" layer(name);`, found: {line}",
                main.display(),
                number + 1
            );
        }
    }
    Ok(compact(&sheet))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// File and layer of an import line.
fn import(line: &str) -> Option<(&str, &str)> {
    let (file, rest) = line.strip_prefix("@import \"")?.split_once('"')?;
    let layer = rest.trim_start().strip_prefix("layer(")?;
    Some((file, layer.strip_suffix(");")?))
}

/// Removes `/* */` but neither inside strings nor the line breaks inside
/// comments, so that line numbers in messages stay right.
fn without_comments(sheet: &str) -> Result<String> {
    let mut kept = String::with_capacity(sheet.len());
    let mut quote = None;
    let mut rest = sheet.chars().peekable();
    while let Some(character) = rest.next() {
        match (quote, character) {
            (None, '/') if rest.peek() == Some(&'*') => {
                rest.next();
                kept.push_str(&skip_comment(&mut rest).context("a comment is not closed")?);
                continue;
            }
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            (Some(_), '\\') => {
                kept.push(character);
                kept.extend(rest.next());
                continue;
            }
            _ => {}
        }
        kept.push(character);
    }
    Ok(kept)
}

/// Moves behind `*/` and returns the comment's line breaks, or a space, since
/// a comment separates words; `None` at the end of the text.
fn skip_comment(rest: &mut std::iter::Peekable<std::str::Chars>) -> Option<String> {
    let mut breaks = String::new();
    while let Some(character) = rest.next() {
        match character {
            '*' if rest.peek() == Some(&'/') => {
                rest.next();
                return Some(if breaks.is_empty() { " ".into() } else { breaks });
            }
            '\n' => breaks.push('\n'),
            _ => {}
        }
    }
    None
}

fn compact(sheet: &str) -> String {
    let lines = sheet.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests;
