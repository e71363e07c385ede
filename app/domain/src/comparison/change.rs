//! One team in two rounds.

use super::difference::{Compared, Difference};
use super::teams::{ConstructComparison, adjusted};
use super::{Wording, compare_constructs};
use crate::scoring::ConstructScore;
use crate::statistics::{Summary, paired};

/// Whether it is known who answered both times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The same people, each compared with their own earlier answers.
    Linked,
    /// Two groups of people, as if they were different ones.
    Apart,
}

impl Basis {
    /// What has to be said beside a change, if anything.
    #[must_use]
    pub const fn caution(self) -> Option<&'static str> {
        match self {
            Self::Linked => None,
            Self::Apart => Some(
                "The answers of different rounds cannot be linked person by person. Part of a change may come from \
                 who answered.",
            ),
        }
    }
}

/// What changed between two rounds: the later scores less the earlier.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// How it was worked out.
    pub basis: Basis,
    /// The constructs that are shown.
    pub constructs: Vec<ConstructComparison>,
}

/// The scores of a construct, 1 to 5, of those who have one in both rounds: earlier and later.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkedScores<'s> {
    /// The construct.
    pub id: &'s str,
    /// A pair for each person.
    pub pairs: Vec<(f64, f64)>,
}

/// The change of people whose answers can be linked: the paired t test, and Holm over all constructs. `wording` is that
/// of the later round and the earlier.
#[must_use]
pub fn change_linked(wording: &Wording<'_>, shown: &[LinkedScores<'_>]) -> Change {
    let constructs = shown.iter().map(|scores| ConstructComparison {
        id: scores.id.to_owned(),
        compared: if wording.keeps_construct(scores.id) { linked(&scores.pairs) } else { Compared::Reworded },
    });
    Change { basis: Basis::Linked, constructs: adjusted(constructs.collect()) }
}

/// The change where answers cannot be linked: Welch's test as of two teams, to be shown with the caution of
/// [`Basis::Apart`]. `wording` is that of the later round and the earlier.
#[must_use]
pub fn change_apart(wording: &Wording<'_>, later: &[ConstructScore], earlier: &[ConstructScore]) -> Change {
    Change { basis: Basis::Apart, constructs: compare_constructs(wording, later, earlier) }
}

fn linked(pairs: &[(f64, f64)]) -> Compared<Difference> {
    let (earlier, later): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let moved: Vec<(f64, f64)> = pairs.iter().map(|(earlier, later)| (*later, *earlier)).collect();
    match (Summary::of(&later), Summary::of(&earlier)) {
        (Some(later), Some(earlier)) => {
            // The table of detectable differences is for different people.
            Compared::Found(Difference::of([later, earlier], paired(&moved), |_| None))
        }
        _ => Compared::Unknown,
    }
}
