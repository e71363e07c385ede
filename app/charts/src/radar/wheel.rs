//! Places on the wheel.

use std::f64::consts::TAU;

use crate::scene::Anchor;

/// A wheel of axes, the first pointing upwards and the others following clockwise.
#[derive(Clone, Copy)]
pub(super) struct Wheel {
    pub centre: (f64, f64),
    pub radius: f64,
    pub axes: usize,
}

impl Wheel {
    /// Where a value on 0 to 100 lies on an axis.
    pub fn at(self, axis: usize, value: f64) -> (f64, f64) {
        let (right, up) = self.direction(axis);
        let reach = self.radius * value / 100.0;
        (self.centre.0 + right * reach, self.centre.1 - up * reach)
    }

    /// All axes at the same value, closed.
    pub fn ring(self, value: f64) -> Vec<(f64, f64)> {
        (0..=self.axes).map(|axis| self.at(axis % self.axes, value)).collect()
    }

    /// On which side of the end of its axis a label stands.
    pub fn anchor(self, axis: usize) -> Anchor {
        match self.direction(axis).0 {
            right if right > 0.1 => Anchor::Start,
            right if right < -0.1 => Anchor::End,
            _ => Anchor::Middle,
        }
    }

    /// How far the axis points to the right and upwards, each -1 to 1.
    pub fn direction(self, axis: usize) -> (f64, f64) {
        let angle = TAU * axis as f64 / self.axes as f64;
        (angle.sin(), angle.cos())
    }
}
