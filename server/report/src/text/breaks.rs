//! Words longer than any column.

use crate::fonts::clusters;

/// Up to this many characters a word fits the narrowest column.
const LIMIT: usize = 24;
/// Allows a break and shows nothing.
const BREAK: char = '\u{200B}';

/// After these a line may break anyway.
const BREAKING: [&str; 5] = [" ", "-", "/", "–", "—"];

/// The text, where a longer word may be broken after each of its characters. Others stay as they are, so that a search
/// in the finished file finds them.
pub(super) fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut word = Vec::new();
    for cluster in clusters(text) {
        word.push(cluster);
        if BREAKING.contains(&cluster) {
            finish(&mut out, &mut word);
        }
    }
    finish(&mut out, &mut word);
    out
}

fn finish(out: &mut String, word: &mut Vec<&str>) {
    for (i, cluster) in word.iter().enumerate() {
        if i > 0 && word.len() > LIMIT && !BREAKING.contains(cluster) {
            out.push(BREAK);
        }
        out.push_str(cluster);
    }
    word.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_words_are_touched() {
        for short in ["one  two, sixty-eight-characters-in-parts", "https://example.org/a/long/address/of/a/page"] {
            assert_eq!(breakable(short), short);
        }
        let long = "e\u{301}".repeat(30);
        let broken = breakable(&format!("a {long} b"));
        assert_eq!(broken.replace(BREAK, ""), format!("a {long} b"));
        assert_eq!(broken.matches(BREAK).count(), 29, "between letters, never between a letter and its accent");
    }
}
