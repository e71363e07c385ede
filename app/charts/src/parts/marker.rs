//! Marks of points and series, told apart by shape and dash as well as by colour.

use crate::scene::{Dash, Paint, Shape};

/// How the marks and lines of one series look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    /// Colour of line and mark.
    pub paint: Paint,
    /// How the line is broken.
    pub dash: Dash,
    form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Circle,
    Square,
    Triangle,
    Diamond,
}

/// Whether a mark stands for an exact figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// An exact figure.
    Filled,
    /// A rounded one.
    Hollow,
}

impl Look {
    /// Of a figure that may be rounded.
    pub fn of(reading: crate::Reading) -> Self {
        if reading.is_coarse() { Self::Hollow } else { Self::Filled }
    }
}

impl Style {
    /// Of the first, second and third series. A chart has no more.
    pub const SERIES: [Self; 3] = [
        Self { paint: Paint::Deep, dash: Dash::Solid, form: Form::Circle },
        Self { paint: Paint::Brass, dash: Dash::Dashed, form: Form::Square },
        Self { paint: Paint::Soft, dash: Dash::Dotted, form: Form::Triangle },
    ];
    /// Of what needs attention.
    pub const ATTENTION: Self = Self { paint: Paint::Warn, dash: Dash::Solid, form: Form::Diamond };

    /// The same in another colour.
    pub const fn painted(self, paint: Paint) -> Self {
        Self { paint, ..self }
    }

    /// The mark, in a circle of radius `reach`.
    pub fn mark(self, centre: (f64, f64), reach: f64, look: Look) -> Vec<Shape> {
        let mut shapes = vec![self.outline(centre, reach, self.paint)];
        if look == Look::Hollow {
            shapes.push(self.outline(centre, reach * 0.6, Paint::Paper));
        }
        shapes
    }

    fn outline(self, centre: (f64, f64), reach: f64, paint: Paint) -> Shape {
        let (x, y) = centre;
        let corners = |corners: &[(f64, f64)]| Shape::Polygon {
            points: corners.iter().map(|(right, down)| (x + right * reach, y + down * reach)).collect(),
            paint,
        };
        match self.form {
            Form::Circle => Shape::Circle { centre, radius: reach, paint },
            Form::Square => corners(&[(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)]),
            Form::Triangle => corners(&[(0.0, -1.0), (1.0, 0.8), (-1.0, 0.8)]),
            Form::Diamond => corners(&[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]),
        }
    }
}
