//! The maturity index with its interval.

use serde::{Deserialize, Serialize};

use super::composite::{self, Part};
use super::construct::ConstructScore;
use super::level::LevelScore;
use super::standing::Standing;
use super::status::{Detail, Status};
use super::tally::Tally;
use crate::instrument::{ConstructIndex, Feeds, Instrument};
use crate::statistics::{Interval, jackknife_error, t95};

/// The maturity index, and the level that is secured.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MaturityScore {
    /// Whether there is an index: every practice dimension and eight practice constructs have a score.
    pub status: Status,
    /// Unweighted mean of the indices of the practice constructs, 0 to 100.
    pub index: Option<f64>,
    /// 95 % interval by the jackknife over respondents, clipped to 0 to 100; from three respondents on.
    pub ci95: Option<Interval>,
    /// Unweighted mean of the indices of the practice dimensions: how much the choice of weights matters.
    pub equal_dimension_index: Option<f64>,
    /// The level.
    #[serde(flatten)]
    pub level: LevelScore,
    /// How many respondents have a score of at least one practice construct.
    #[serde(skip)]
    pub n: u32,
    /// How many practice constructs have a score.
    #[serde(skip)]
    pub constructs_scored: usize,
}

impl MaturityScore {
    pub(super) fn of(instrument: &Instrument, tally: &Tally, constructs: &[ConstructScore], level: LevelScore) -> Self {
        let part = |place: usize| Part::of(constructs[place].status, constructs[place].mean);
        let whole = composite::maturity(instrument, part);
        let left_out = LeftOut::of(instrument, tally, constructs);
        let practices = instrument.constructs_feeding(Feeds::Maturity);
        Self {
            status: if whole.is_some() { Status::Scored } else { Status::Withheld },
            index: whole.map(|whole| whole.index),
            ci95: whole.and_then(|whole| left_out.interval(whole.index)),
            equal_dimension_index: whole.map(|whole| whole.equal_dimension_index),
            level,
            n: left_out.n,
            constructs_scored: practices.filter(|place| constructs[place.get()].n > 0).count(),
        }
    }
}

/// The index with one respondent left out at a time, of those who have a practice score.
struct LeftOut {
    n: u32,
    /// `None` if it does not exist without one of them.
    indices: Option<Vec<f64>>,
}

impl LeftOut {
    /// What is not published of the constructs does not enter.
    fn of(instrument: &Instrument, tally: &Tally, constructs: &[ConstructScore]) -> Self {
        let width = instrument.constructs.len();
        let told = |place: usize| constructs[place].detail != Detail::Suppressed;
        let practices: Vec<ConstructIndex> =
            instrument.constructs_feeding(Feeds::Maturity).filter(|place| told(place.get())).collect();
        let (mut n, mut indices) = (0, Some(Vec::new()));
        for row in tally.standings.chunks_exact(width.max(1)) {
            if !practices.iter().any(|place| matches!(row[place.get()], Standing::Scored(_))) {
                continue;
            }
            n += 1;
            let without = composite::maturity(instrument, |place| {
                if told(place) { part_without(tally, place, row[place]) } else { Part::Absent }
            });
            match (without, &mut indices) {
                (Some(without), Some(indices)) => indices.push(without.index),
                _ => indices = None,
            }
        }
        Self { n, indices }
    }

    fn interval(&self, index: f64) -> Option<Interval> {
        let indices = self.indices.as_deref().filter(|_| self.n >= 3)?;
        let reach = t95(self.n - 1)? * jackknife_error(indices)?;
        Some(Interval::around(index, reach).clipped(0.0, 100.0))
    }
}

/// What is known of a construct without the respondent who says `standing` about it.
fn part_without(tally: &Tally, place: usize, standing: Standing) -> Part {
    let counted = &tally.constructs[place];
    let (own_sum, own_n, own_withheld) = match standing {
        Standing::Scored(sixths) => (u64::from(sixths), 1, 0),
        Standing::Withheld => (0, 0, 1),
        Standing::NotApplicable => (0, 0, 0),
    };
    let n = counted.values.n() - own_n;
    if n > 0 {
        Part::Mean((counted.values.sum() - own_sum) as f64 / (6.0 * f64::from(n)))
    } else if counted.withheld > own_withheld {
        Part::Absent
    } else {
        Part::Beside
    }
}
