//! Sentences under a chart.

use super::{NOTE, text};
use crate::scene::{Anchor, Paint, Shape, Weight};
use crate::text::wrapped;
use crate::values::Reading;

const LINE: f64 = 17.0;
/// More lines than this are cut: the table has it all.
const MOST: usize = 4;

/// What hollow marks mean, if one of these is drawn as one.
pub(crate) fn rounded<'a>(readings: impl IntoIterator<Item = &'a Reading>) -> Option<String> {
    let any = readings.into_iter().any(|reading| reading.is_coarse());
    any.then(|| "A hollow mark stands for a rounded figure, to protect a small group.".to_owned())
}

/// Each note in lines that fit; gives the shapes, and the height from `top`.
pub(crate) fn notes(notes: &[String], (left, top): (f64, f64), room: f64) -> (Vec<Shape>, f64) {
    let lines = notes.iter().flat_map(|note| wrapped(note, room, NOTE, Weight::Regular, MOST));
    let mut y = top;
    let shapes = lines
        .map(|line| {
            y += LINE;
            text((left, y - LINE + NOTE), Anchor::Start, NOTE, Paint::Soft, line)
        })
        .collect();
    (shapes, y - top)
}
