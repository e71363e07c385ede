//! How far one answer has come: the steps up to it filled, the rest empty.

use crate::scene::{Paint, Scene, Shape};

const WIDTH: f64 = 200.0;
const HEIGHT: f64 = 12.0;
const GAP: f64 = 3.0;
const RADIUS: f64 = 2.0;
/// Thinnest piece that is drawn, so that 1 % can still be seen.
const THINNEST: f64 = 2.0;

/// A bar of `steps` cells of which `filled` are full; a fraction fills a part of its cell. One step alone is a bar for a
/// share. What is out of range is moved to the nearer end, what is no number is left out. It repeats what stands beside
/// it, so it has no words of its own.
pub fn step_bar(filled: Option<f64>, steps: u8, attention: bool) -> Scene {
    let steps = steps.max(1);
    let filled = filled.filter(|filled| filled.is_finite()).map_or(0.0, |filled| filled.clamp(0.0, f64::from(steps)));
    let cell = (WIDTH - GAP * f64::from(steps - 1)) / f64::from(steps);
    let paint = if attention { Paint::Warn } else { Paint::Deep };
    let piece = |x, width, paint| Shape::Rect { at: (x, 0.0), size: (width, HEIGHT), radius: RADIUS, paint };
    let mut shapes = Vec::new();
    for step in 0..steps {
        let x = f64::from(step) * (cell + GAP);
        shapes.push(piece(x, cell, Paint::Line));
        let part = (filled - f64::from(step)).clamp(0.0, 1.0);
        if part > 0.0 {
            shapes.push(piece(x, (cell * part).max(THINNEST), paint));
        }
    }
    Scene { width: WIDTH, height: HEIGHT, title: String::new(), shapes }
}
