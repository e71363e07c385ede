//! Where figures before and after are not compared.

use super::drawing::Plot;
use super::{Break, Trend};
use crate::parts::{MIDDLE, NOTE, break_mark, text};
use crate::scene::{Anchor, Extent, Paint, Shape, Weight};
use crate::text::{shortened, text_width};

/// Height of a line of words over the plot that says what a break is.
pub(super) const LINE: f64 = 18.0;
/// From the mark to its words.
const OFF: f64 = 9.0;

/// A mark half-way between two times, and beside it the words, each break on a line of its own from `top` on. The dashed
/// lines make room for words that they would cross.
pub(super) fn drawn(trend: &Trend, plot: Plot, top: f64) -> Vec<Shape> {
    let heads: Vec<(f64, f64)> = trend
        .breaks()
        .iter()
        .enumerate()
        .map(|(place, broken)| (middle(broken, plot), top + LINE * (place as f64 + 0.5)))
        .collect();
    let words: Vec<Shape> =
        trend.breaks().iter().zip(&heads).map(|(broken, head)| words(&broken.words, *head, plot)).collect();
    let extents: Vec<Extent> = words.iter().filter_map(Shape::extent).collect();
    let mut shapes: Vec<Shape> =
        heads.iter().flat_map(|(x, y)| break_mark(*x, *y, &pieces(*x, (*y, plot.upright.foot()), &extents))).collect();
    shapes.extend(words);
    shapes
}

/// The breaks whose words do not fit beside their mark, for the notes.
pub(super) fn cut(trend: &Trend, plot: Plot) -> Vec<String> {
    let too_long = trend.breaks().iter().filter(|broken| {
        let (before, after) = room(middle(broken, plot), plot);
        text_width(&broken.words, NOTE, Weight::Regular) > before.max(after)
    });
    too_long.map(|broken| format!("Break before {}: {}.", trend.times()[broken.before], broken.words)).collect()
}

/// Half-way between two times.
fn middle(broken: &Break, plot: Plot) -> f64 {
    plot.x(broken.before as f64 - 0.5)
}

/// How much room there is on the left and on the right of a mark.
fn room(x: f64, plot: Plot) -> (f64, f64) {
    (x - OFF, plot.edge - x - OFF)
}

/// On the right of the mark, or on the left if only there is room enough.
fn words(words: &str, (x, y): (f64, f64), plot: Plot) -> Shape {
    let (before, after) = room(x, plot);
    let words = shortened(words, before.max(after), NOTE, Weight::Regular);
    let on_the_right = text_width(&words, NOTE, Weight::Regular) <= after;
    let (x, anchor) = if on_the_right { (x + OFF, Anchor::Start) } else { (x - OFF, Anchor::End) };
    text((x, y + NOTE * MIDDLE), anchor, NOTE, Paint::Brass, words)
}

/// What is left of an upright line where it does not cross words.
fn pieces(x: f64, (top, foot): (f64, f64), words: &[Extent]) -> Vec<(f64, f64)> {
    let mut pieces = Vec::new();
    let mut from = top;
    // Words stand on lines under one another, so their order is that of the heights.
    for crossed in words.iter().filter(|one| one.left <= x && x <= one.right && one.foot > top) {
        pieces.push((from, crossed.top - 1.0));
        from = crossed.foot + 1.0;
    }
    pieces.push((from, foot));
    pieces
}
