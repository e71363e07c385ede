//! The fonts that are compiled in, and which text they can draw.

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;
use unicode_segmentation::UnicodeSegmentation as _;

/// The fonts the design asks for; the others only stand in for scripts that these lack. Each under the name of its
/// whole family, since some weights call themselves a family of their own.
const OWN: [(&str, &[u8]); 4] = [
    ("IBM Plex Sans", include_bytes!("../fonts/IBMPlexSans-Regular.ttf")),
    ("IBM Plex Sans", include_bytes!("../fonts/IBMPlexSans-SemiBold.ttf")),
    ("IBM Plex Sans", include_bytes!("../fonts/IBMPlexSans-Italic.ttf")),
    ("IBM Plex Serif", include_bytes!("../fonts/IBMPlexSerif-Medium.ttf")),
];

/// Han, kana and Hangul, in one weight. Tried last: it has hardly any Latin.
const EAST_ASIAN: &[u8] = include_bytes!("../fonts/DroidSansFallback.ttf");

/// All fonts in the order in which they are tried.
pub(crate) struct Fonts {
    /// What typst chooses from.
    pub book: LazyHash<FontBook>,
    faces: Vec<Font>,
    /// How many of the first fonts are the design's own.
    own: usize,
}

/// Which fonts a text may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Every embedded font.
    All,
    /// The design's own fonts and the East Asian one, and nothing but single characters, none of which joins another:
    /// Latin, Greek, Cyrillic, Han, kana and Hangul.
    Own,
}

impl Fonts {
    /// Parses the embedded fonts.
    pub fn embedded() -> Self {
        let mut book = FontBook::new();
        let mut faces = Vec::new();
        for (family, data) in OWN {
            for font in Font::iter(Bytes::new(data)) {
                book.push(FontInfo { family: family.to_owned(), ..font.info().clone() });
                faces.push(font);
            }
        }
        let own = faces.len();
        let others = typst_assets::fonts().chain([EAST_ASIAN]);
        for font in others.flat_map(|data| Font::iter(Bytes::new(data))) {
            book.push(font.info().clone());
            faces.push(font);
        }
        Self { book: LazyHash::new(book), faces, own }
    }

    /// The font with this index in the book.
    pub fn get(&self, index: usize) -> Option<Font> {
        self.faces.get(index).cloned()
    }

    /// Whether one font can draw all of a cluster. A letter and its accents come from one font or not at all: that is
    /// how text is set, so two fonts with half the cluster each do not help.
    pub fn covers(&self, cluster: &str, reach: Reach) -> bool {
        match reach {
            Reach::All => self.faces.iter().any(|font| covers(font, cluster)),
            // All of the design's own fonts, since the caller does not know which of them will set the text.
            Reach::Own => {
                let own = |font: &Font| covers(font, cluster);
                let drawn = self.faces.iter().take(self.own).all(own) || self.faces.last().is_some_and(own);
                cluster.chars().count() == 1 && drawn
            }
        }
    }
}

fn covers(font: &Font, cluster: &str) -> bool {
    cluster.chars().all(|c| font.info().coverage.contains(u32::from(c)))
}

/// What a reader takes for one character: a letter with its accents, an emoji with its modifiers.
pub(crate) fn clusters(text: &str) -> impl Iterator<Item = &str> {
    text.graphemes(true)
}
