//! What marks stand for.

use super::{NOTE, text};
use crate::scene::{Anchor, Paint, Shape, Weight};
use crate::text::{shortened, text_width};

const LINE: f64 = 20.0;
const GAP: f64 = 20.0;

/// One mark and what it stands for.
pub(crate) struct Entry<'a> {
    width: f64,
    draw: Box<dyn Fn((f64, f64)) -> Vec<Shape> + 'a>,
    words: String,
}

impl<'a> Entry<'a> {
    /// A drawing `width` wide, given where its left edge is in the middle of the line.
    pub fn new(width: f64, words: impl Into<String>, draw: impl Fn((f64, f64)) -> Vec<Shape> + 'a) -> Self {
        Self { width, draw: Box::new(draw), words: words.into() }
    }
}

/// Entries from the left on as many lines as they need. Gives the shapes, and the height from `top`.
pub(crate) fn legend(entries: &[Entry<'_>], (left, top): (f64, f64), room: f64) -> (Vec<Shape>, f64) {
    if entries.is_empty() {
        return (Vec::new(), 0.0);
    }
    let (mut x, mut y) = (left, top + LINE / 2.0);
    let mut shapes = Vec::new();
    for Entry { width, draw, words } in entries {
        let lead = width + 7.0;
        let words = shortened(words, room - lead, NOTE, Weight::Regular);
        let whole = lead + text_width(&words, NOTE, Weight::Regular);
        if x > left && x + whole > left + room {
            (x, y) = (left, y + LINE);
        }
        shapes.extend(draw((x, y)));
        shapes.push(text((x + lead, y + NOTE * super::MIDDLE), Anchor::Start, NOTE, Paint::Soft, words));
        x += whole + GAP;
    }
    (shapes, y + LINE / 2.0 - top)
}
