//! One bar, and the scale that all bars of a chart share.

use crate::parts::{MIDDLE, NOTE, strong};
use crate::scene::{Anchor, Paint, Shape, Weight};
use crate::text::text_width;
use crate::values::Step;

/// Height of a bar.
pub(super) const HEIGHT: f64 = 20.0;
const GAP: f64 = 1.5;

/// Where the middle of the 3s lies, and how long all answers of one question are.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    middle: f64,
    whole: f64,
}

/// Shares of the five values; `None` without answers.
pub(super) fn shares(values: &[u32; 5]) -> Option<[f64; 5]> {
    let n: u64 = values.iter().copied().map(u64::from).sum();
    (n > 0).then(|| values.map(|count| f64::from(count) / n as f64))
}

/// How much of a bar lies left of the middle of its 3s, 0 to 1.
fn left(shares: &[f64; 5]) -> f64 {
    shares[0] + shares[1] + shares[2] / 2.0
}

impl Scale {
    /// The largest with which all bars fit between `start` and `start + room`.
    pub fn of(bars: &[[f64; 5]], start: f64, room: f64) -> Self {
        let most = bars.iter().map(left).fold(0.0, f64::max);
        let least = bars.iter().map(left).fold(1.0, f64::min);
        // All bars together reach from `most` on the left to `1 - least` on the right.
        let whole = room / (most + 1.0 - least).max(1.0);
        Self { middle: start + whole * most, whole }
    }

    /// Where the middle of the 3s lies.
    pub const fn middle(self) -> f64 {
        self.middle
    }

    /// The pieces of one bar around the height `y`, each with its count where there is room.
    pub fn bar(self, values: &[u32; 5], shares: &[f64; 5], y: f64) -> Vec<Shape> {
        let mut x = self.middle - self.whole * left(shares);
        let end = x + self.whole;
        let mut pieces = Vec::new();
        for ((&count, share), step) in values.iter().zip(shares).zip(Step::ALL) {
            let length = self.whole * share;
            if count > 0 {
                let size = ((length - GAP).max(1.0), HEIGHT);
                // The thinnest piece that can be seen may not reach over the bar's end.
                let x = x.min(end - size.0);
                pieces.push(Shape::Rect { at: (x, y - HEIGHT / 2.0), size, radius: 2.0, paint: Paint::Step(step) });
                let words = count.to_string();
                if text_width(&words, NOTE, Weight::Strong) + 6.0 <= length {
                    let at = (x + size.0 / 2.0, y + NOTE * MIDDLE);
                    pieces.push(strong(at, Anchor::Middle, NOTE, Paint::on(step), words));
                }
            }
            x += length;
        }
        pieces
    }
}
