//! What can be drawn stays; what cannot be drawn becomes a mark that can be seen.

use super::ignorable::ignorable;
use crate::fonts::{Fonts, Reach, clusters};

/// Stands for what no font has. The design's own fonts all have it.
const MARK: char = char::REPLACEMENT_CHARACTER;

/// The text as the fonts can draw it: white space of any kind is a plain space, control characters and what shows
/// nothing are gone, and a character without a glyph is a mark.
pub(super) fn visible(text: &str, fonts: &Fonts, reach: Reach) -> String {
    let text: String = text.chars().filter_map(plain).collect();
    let mut out = String::with_capacity(text.len());
    for cluster in clusters(&text) {
        if fonts.covers(cluster, reach) {
            out.push_str(cluster);
            continue;
        }
        // The letter without its accents says more than a mark alone.
        let mut chars = cluster.chars();
        let base = chars.next().filter(|c| fonts.covers(c.encode_utf8(&mut [0; 4]), reach));
        out.extend(base);
        if base.is_none() || chars.next().is_some() {
            out.push(MARK);
        }
    }
    out
}

/// The character as it may stand in a line.
fn plain(c: char) -> Option<char> {
    match c {
        // Narrow and non-breaking spaces carry meaning between a number and its unit.
        '\u{A0}' | '\u{202F}' => Some(c),
        _ if c.is_whitespace() => Some(' '),
        _ if c.is_control() || ignorable(c) => None,
        // A private character means nothing outside its font, and archives refuse it.
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => Some(MARK),
        _ => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        visible(text, &Fonts::embedded(), Reach::All)
    }

    #[test]
    fn words_stay_and_what_shows_nothing_goes() {
        assert_eq!(shown("Größe, naïve, Ωμέγα, Привет → 85\u{202F}%"), "Größe, naïve, Ωμέγα, Привет → 85\u{202F}%");
        assert_eq!(shown("a\0b\u{200D}c\u{FEFF}d\re\nf\tg\u{2028}h\u{202E}i"), "abcd e f g hi");
    }

    #[test]
    fn what_no_font_has_is_seen_to_be_missing() {
        assert_eq!(shown("\u{1F600}\u{E000}\u{FFFF}"), "\u{FFFD}\u{FFFD}\u{FFFD}");
        assert_eq!(shown("q\u{1E94A}"), "q\u{FFFD}", "an accent without a glyph leaves its letter");
    }

    #[test]
    fn east_asian_scripts_stay() {
        let text = "支払いリスク 模型ok 결제 위험、（団隊）！";
        assert_eq!(shown(text), text);
        assert_eq!(visible(text, &Fonts::embedded(), Reach::Own), text, "each of their characters is drawn by itself");
    }

    #[test]
    fn the_narrow_reach_keeps_to_fonts_that_join_nothing() {
        let fonts = Fonts::embedded();
        assert_eq!(visible("Größe مرحبا", &fonts, Reach::Own), format!("Größe {}", "\u{FFFD}".repeat(5)));
    }

    #[test]
    fn every_own_font_has_the_mark() {
        assert!(Fonts::embedded().covers(&MARK.to_string(), Reach::Own));
    }
}
