//! How much room a shape takes.

use super::{Anchor, Shape, Weight};
use crate::text::text_width;

/// How far letters reach above and below their base line, in sizes of the type.
const ABOVE: f64 = 0.78;
const BELOW: f64 = 0.22;

/// A rectangle with its sides along the axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub foot: f64,
}

impl Extent {
    /// Around a point, `reach` to each side.
    pub fn around((x, y): (f64, f64), reach: f64) -> Self {
        Self { left: x - reach, top: y - reach, right: x + reach, foot: y + reach }
    }

    /// The least that holds all points; `None` of none.
    pub fn of(points: impl IntoIterator<Item = (f64, f64)>) -> Option<Self> {
        points.into_iter().map(|point| Self::around(point, 0.0)).reduce(Self::with)
    }

    /// The least that holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            foot: self.foot.max(other.foot),
        }
    }

    /// Whether it holds the other wholly.
    pub fn holds(self, other: Self) -> bool {
        self.left <= other.left && self.top <= other.top && self.right >= other.right && self.foot >= other.foot
    }

    /// How far a point is from its nearest edge; 0 inside.
    pub fn distance(self, (x, y): (f64, f64)) -> f64 {
        let beside = (self.left - x).max(x - self.right).max(0.0);
        let apart = (self.top - y).max(y - self.foot).max(0.0);
        beside.hypot(apart)
    }

    /// The area that both cover; 0 if they only touch.
    pub fn overlap(self, other: Self) -> f64 {
        let wide = self.right.min(other.right) - self.left.max(other.left);
        let high = self.foot.min(other.foot) - self.top.max(other.top);
        if wide > 0.0 && high > 0.0 { wide * high } else { 0.0 }
    }
}

impl Shape {
    /// The room it takes, without the thickness of lines. Of words it is an upper estimate. `None` of an empty group or
    /// path.
    pub fn extent(&self) -> Option<Extent> {
        match self {
            Self::Line { from, to, .. } => Extent::of([*from, *to]),
            Self::Rect { at, size, .. } => Extent::of([*at, (at.0 + size.0, at.1 + size.1)]),
            Self::Circle { centre, radius, .. } => Some(Extent::around(*centre, *radius)),
            Self::Polygon { points, .. } | Self::Path { points, .. } => Extent::of(points.iter().copied()),
            Self::Group { shapes, .. } => shapes.iter().filter_map(Self::extent).reduce(Extent::with),
            Self::Upright { at: (x, y), size, text, .. } => Some(Extent {
                left: x - size * ABOVE,
                top: y - text_width(text, *size, Weight::Regular),
                right: x + size * BELOW,
                foot: *y,
            }),
            Self::Text { at: (x, y), anchor, size, weight, text, .. } => {
                let width = text_width(text, *size, *weight);
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - width / 2.0,
                    Anchor::End => x - width,
                };
                Some(Extent { left, top: y - size * ABOVE, right: left + width, foot: y + size * BELOW })
            }
        }
    }
}
