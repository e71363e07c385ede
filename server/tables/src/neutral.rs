//! Texts that no spreadsheet takes for a formula.

use std::borrow::Cow;

const MARK: char = '\'';

/// The text, with an apostrophe before it where a spreadsheet could work it out, or where it begins with one already.
pub(crate) fn neutral(text: &str) -> Cow<'_, str> {
    // Spaces and signs that take no room do not keep a program from seeing what comes next.
    let seen = text.trim_start_matches(|sign: char| sign.is_whitespace() || is_unseen(sign));
    let breaks = text.starts_with(['\t', '\r', '\n', MARK]);
    if breaks || seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        Cow::Owned(format!("{MARK}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Signs without width: byte order mark, joiners, marks of direction.
const fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}
