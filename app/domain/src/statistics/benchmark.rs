//! Where one organisation stands among others.

use std::collections::BTreeMap;

use serde::Serialize;

/// Fewest organisations from which a quarter is named.
pub const MIN_FOR_QUARTERS: u32 = 10;

/// Fewest organisations from which a percentile is given.
pub const MIN_FOR_PERCENTILES: u32 = 20;

/// Figures of which each comes from another organisation, whatever the number of its teams, as they were on a day. Among
/// the teams of one organisation each team has one vote instead.
#[derive(Clone, Debug, PartialEq)]
pub struct Benchmark<Day> {
    as_of: Day,
    figures: Vec<f64>,
}

/// A quarter of the organisations, by percentile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Quarter {
    /// Below 25.
    Lowest,
    /// 25 to below 50.
    Second,
    /// 50 to below 75.
    Third,
    /// 75 and above.
    Highest,
}

impl Quarter {
    /// "lowest quarter"
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Lowest => "lowest quarter",
            Self::Second => "second quarter",
            Self::Third => "third quarter",
            Self::Highest => "highest quarter",
        }
    }
}

/// Where a figure stands, and what has to be shown with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing<Day> {
    /// Among how many organisations: 10 or more.
    pub organisations: u32,
    /// On which day.
    pub as_of: Day,
    /// Where, as exactly as the number of organisations allows.
    pub place: Place,
}

/// A place among organisations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// Of fewer than 20.
    Quarter(Quarter),
    /// Of 20 or more: 0 to 100.
    Percentile(f64),
}

impl<Day: Copy> Benchmark<Day> {
    /// One figure an organisation, as of a day. Figures that are not finite do not count.
    #[must_use]
    pub fn of<Organisation: Ord>(as_of: Day, votes: &BTreeMap<Organisation, f64>) -> Self {
        Self { as_of, figures: votes.values().copied().filter(|figure| figure.is_finite()).collect() }
    }

    /// Where `figure` stands; `None` among fewer than [`MIN_FOR_QUARTERS`] organisations.
    #[must_use]
    pub fn standing(&self, figure: f64) -> Option<Standing<Day>> {
        let organisations = u32::try_from(self.figures.len()).ok()?;
        let rank = Rank::of(figure, &self.figures);
        let place = match organisations {
            MIN_FOR_PERCENTILES.. => Place::Percentile(rank.percent()?),
            MIN_FOR_QUARTERS.. => Place::Quarter(rank.quarter()),
            _ => return None,
        };
        Some(Standing { organisations, as_of: self.as_of, place })
    }
}

/// The percentile rank of a figure among others, 0 to 100: (below + half of the equal ones)/N. `None` among none.
#[must_use]
pub fn percentile_rank(figure: f64, among: &[f64]) -> Option<f64> {
    Rank::of(figure, among).percent()
}

/// A rank as whole numbers, so that a quarter is not decided by rounding.
struct Rank {
    /// Twice those below, and the equal ones.
    twice: usize,
    all: usize,
}

impl Rank {
    fn of(figure: f64, among: &[f64]) -> Self {
        let below = among.iter().filter(|other| **other < figure).count();
        let up_to = among.iter().filter(|other| **other <= figure).count();
        Self { twice: below + up_to, all: among.len() }
    }

    fn percent(&self) -> Option<f64> {
        (self.all > 0).then(|| 100.0 * self.twice as f64 / (2 * self.all) as f64)
    }

    const fn quarter(&self) -> Quarter {
        match (2 * self.twice).checked_div(self.all) {
            None | Some(0) => Quarter::Lowest,
            Some(1) => Quarter::Second,
            Some(2) => Quarter::Third,
            Some(_) => Quarter::Highest,
        }
    }
}
