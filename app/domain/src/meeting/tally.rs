//! The votes on a question.

use crate::statistics::{Agreement, Frequencies};

/// The votes on a question, counted: who gave which is not in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    values: Frequencies<5, 1, 1>,
    /// Votes for don't know.
    pub dont_know: u32,
    /// Votes for not applicable.
    pub not_applicable: u32,
}

impl Tally {
    /// Counts votes, each value with how often it was given; what is no vote is left out.
    #[must_use]
    pub fn of<'v>(votes: impl IntoIterator<Item = (&'v str, u32)>) -> Self {
        let mut tally = Self::default();
        for (value, count) in votes {
            match (value, value.parse()) {
                ("DK", _) => tally.dont_know += count,
                ("NA", _) => tally.not_applicable += count,
                (_, Ok(value)) => (0..count).for_each(|_| tally.values.add(value)),
                (_, Err(_)) => {}
            }
        }
        tally
    }

    /// How many chose each point of the scale, 1 to 5, as it was worded.
    #[must_use]
    pub const fn counts(&self) -> &[u32; 5] {
        self.values.counts()
    }

    /// How many chose a point of the scale.
    #[must_use]
    pub fn n(&self) -> u32 {
        self.values.n()
    }

    /// Agreement by the rule of scoring; of two points or more. An item that is worded as the opposite makes no
    /// difference: turned round, the points lie as far apart.
    #[must_use]
    pub fn agreement(&self) -> Option<Agreement> {
        self.values.agreement()
    }

    /// What to begin with when the team agrees on its answer: the lower median; where nobody chose a point, what more
    /// chose of don't know and not applicable. `None` without votes.
    #[must_use]
    pub fn proposal(&self) -> Option<String> {
        match (self.values.lower_median(), self.dont_know, self.not_applicable) {
            (Some(value), ..) => Some(value.to_string()),
            (None, 0, 0) => None,
            (None, dont_know, not_applicable) => Some(if dont_know >= not_applicable { "DK" } else { "NA" }.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tally_counts_points_apart_from_the_rest() {
        let tally = Tally::of([("1", 2), ("4", 3), ("DK", 1), ("NA", 2), ("", 5), ("9", 1)]);
        assert_eq!((tally.counts(), tally.n()), (&[2, 0, 0, 3, 0], 5));
        assert_eq!((tally.dont_know, tally.not_applicable), (1, 2));
    }

    #[test]
    fn agreement_is_that_of_scoring() {
        let word = |votes: &[(&str, u32)]| Tally::of(votes.iter().copied()).agreement();
        assert_eq!(word(&[("3", 4), ("4", 1)]), Some(Agreement::Agree));
        assert_eq!(word(&[("3", 1), ("4", 1)]), Some(Agreement::Differ));
        assert_eq!(word(&[("1", 2), ("5", 3)]), Some(Agreement::Disagree));
        assert_eq!(word(&[("3", 1), ("DK", 7)]), None, "one alone agrees with nobody");
    }

    #[test]
    fn the_proposal_is_the_lower_median() {
        let proposal = |votes: &[(&str, u32)]| Tally::of(votes.iter().copied()).proposal();
        assert_eq!(proposal(&[("2", 1), ("4", 1)]).as_deref(), Some("2"));
        assert_eq!(proposal(&[("2", 1), ("4", 2), ("DK", 9)]).as_deref(), Some("4"));
        assert_eq!(proposal(&[("DK", 2), ("NA", 2)]).as_deref(), Some("DK"));
        assert_eq!(proposal(&[("DK", 1), ("NA", 2)]).as_deref(), Some("NA"));
        assert_eq!(proposal(&[]), None);
    }
}
