//! How answers spread over five values.

use crate::scene::{Anchor, Paint, Scene, Shape, Weight};

const CELL: (f64, f64) = (30.0, 18.0);
const GAP: f64 = 3.0;

/// Five cells, 1 to 5 from the left, with how many gave each value. A cell with a third of the answers or more is dark,
/// one without answers is empty.
pub fn spread(counts: &[u32; 5]) -> Scene {
    let n: u64 = counts.iter().copied().map(u64::from).sum();
    let mut shapes = Vec::new();
    for (i, &count) in counts.iter().enumerate() {
        let x = i as f64 * (CELL.0 + GAP);
        let dark = count > 0 && u64::from(count) * 3 >= n;
        let (fill, text) = match (count, dark) {
            (0, _) => (Paint::Line, Paint::Soft),
            (_, true) => (Paint::Deep, Paint::Paper),
            (_, false) => (Paint::DeepSoft, Paint::Ink),
        };
        shapes.push(Shape::Rect { at: (x, 0.0), size: CELL, radius: 3.0, paint: fill });
        if count > 0 {
            shapes.push(Shape::Text {
                at: (x + CELL.0 / 2.0, CELL.1 - 5.0),
                anchor: Anchor::Middle,
                size: 12.0,
                weight: Weight::Strong,
                paint: text,
                text: count.to_string(),
            });
        }
    }
    Scene { width: CELL.0 * 5.0 + GAP * 4.0, height: CELL.1, title: in_words(counts, n), shapes }
}

fn in_words(counts: &[u32; 5], n: u64) -> String {
    if n == 0 {
        return "No answers.".to_owned();
    }
    let parts: Vec<String> = counts.iter().zip(1..).map(|(count, value)| format!("{value}: {count}")).collect();
    format!("Answers on each value from 1 to 5. {}.", parts.join(", "))
}
