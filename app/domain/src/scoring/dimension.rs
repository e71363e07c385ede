//! Dimensions, among them two of the dials: severity of challenges and realisation of benefits.

use serde::{Deserialize, Serialize};

use super::composite::{self, Part};
use super::construct::ConstructScore;
use super::ratio::Ratio;
use super::status::{Band, Status, index};
use crate::instrument::{Dimension, Feeds, Instrument};

/// The score of a dimension: the mean of its constructs.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DimensionScore {
    /// The dimension.
    pub id: String,
    /// Whether there is a score: at least two thirds of the constructs that apply have one.
    pub status: Status,
    /// The score as an index, 0 to 100.
    pub index: Option<f64>,
    /// What the index is called; for challenges and benefits.
    pub band: Option<Band>,
}

impl DimensionScore {
    pub(super) fn all(instrument: &Instrument, constructs: &[ConstructScore]) -> Vec<Self> {
        let scored = instrument.dimensions.iter().filter(|dimension| dimension.feeds != Feeds::Delivery);
        scored.map(|dimension| Self::of(dimension, constructs)).collect()
    }

    fn of(dimension: &Dimension, constructs: &[ConstructScore]) -> Self {
        let own = || dimension.constructs.iter().map(|construct| &constructs[construct.get()]);
        let (status, mean) = composite::dimension(own().map(|score| Part::of(score.status, score.mean)));
        let banded = matches!(dimension.feeds, Feeds::Severity | Feeds::Realisation);
        let band = mean.filter(|_| banded).map(|mean| band(own(), mean));
        Self { id: dimension.id.clone(), status, index: mean.map(index), band }
    }
}

/// The band of the constructs' mean, decided on fractions where these fit, else on `mean`.
fn band<'s>(constructs: impl Iterator<Item = &'s ConstructScore>, mean: f64) -> Band {
    let scored: Vec<&ConstructScore> = constructs.filter(|score| score.n > 0).collect();
    let exact = scored.iter().try_fold(Ratio::ZERO, |sum, score| sum.plus(Ratio::mean(&score.tally.values)?));
    let exact = exact.and_then(|sum| sum.times(Ratio::new(1, scored.len() as i128)?));
    Band::by(|limit| match exact {
        // Limit 25 is the mean 2, 50 is 3, 75 is 4.
        Some(exact) => Ratio::new(i128::from(limit) + 25, 25).is_some_and(|least| exact >= least),
        None => index(mean) >= f64::from(limit),
    })
}
