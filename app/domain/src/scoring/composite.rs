//! From construct scores to dimensions and the maturity index, with one rule for the team and for the team without
//! one respondent.

use crate::instrument::{Feeds, Instrument};

use super::status::{Status, index};

/// Practice constructs that the maturity index needs at least.
pub const CONSTRUCTS_NEEDED: usize = 8;

/// What a composite reads of a construct.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// The team's mean, 1 to 5.
    Mean(f64),
    /// It applies and has no score.
    Absent,
    /// It does not apply.
    Beside,
}

impl Part {
    pub(super) fn of(status: Status, mean: Option<f64>) -> Self {
        match (status, mean) {
            (Status::NotApplicable, _) => Self::Beside,
            (_, Some(mean)) => Self::Mean(mean),
            (_, None) => Self::Absent,
        }
    }
}

/// Mean of the constructs of a dimension, 1 to 5, if at least two thirds of those that apply have a score.
pub(super) fn dimension(parts: impl Iterator<Item = Part>) -> (Status, Option<f64>) {
    let (mut applicable, mut present, mut sum) = (0, 0, 0.0);
    for part in parts {
        match part {
            Part::Mean(mean) => {
                applicable += 1;
                present += 1;
                sum += mean;
            }
            Part::Absent => applicable += 1,
            Part::Beside => {}
        }
    }
    if applicable == 0 {
        (Status::NotApplicable, None)
    } else if 3 * present >= 2 * applicable {
        (Status::Scored, Some(sum / f64::from(present)))
    } else {
        (Status::Withheld, None)
    }
}

/// The maturity index, and beside it the mean of the dimensions' indices.
#[derive(Clone, Copy, Debug)]
pub(super) struct Maturity {
    pub(super) index: f64,
    pub(super) equal_dimension_index: f64,
}

/// The maturity index: needs every practice dimension, and eight practice constructs. `part` gives what is known of
/// the construct at a place.
pub(super) fn maturity(instrument: &Instrument, part: impl Fn(usize) -> Part) -> Option<Maturity> {
    let (mut dimensions, mut of_dimensions) = (0_u32, 0.0);
    let (mut constructs, mut of_constructs) = (0_usize, 0.0);
    for practice in instrument.dimensions.iter().filter(|dimension| dimension.feeds == Feeds::Maturity) {
        let parts = practice.constructs.iter().map(|construct| part(construct.get()));
        of_dimensions += dimension(parts.clone()).1?;
        dimensions += 1;
        for part in parts {
            if let Part::Mean(mean) = part {
                of_constructs += mean;
                constructs += 1;
            }
        }
    }
    (constructs >= CONSTRUCTS_NEEDED).then(|| Maturity {
        index: index(of_constructs / constructs as f64),
        equal_dimension_index: index(of_dimensions / f64::from(dimensions)),
    })
}
