//! Constructs of two sides that consist of different people.

use super::Wording;
use super::difference::{Compared, Difference, adjust};
use crate::scoring::ConstructScore;
use crate::statistics::{Summary, detectable_difference, welch};

/// A construct of two sides.
#[derive(Clone, Debug, PartialEq)]
pub struct ConstructComparison {
    /// The construct.
    pub id: String,
    /// The first side less the second.
    pub compared: Compared<Difference>,
}

/// Compares the constructs of two teams that are shown: Welch's interval and test, Hedges' g, and Holm over all of
/// them. In the order of the first team, of those that both have.
#[must_use]
pub fn compare_constructs(
    wording: &Wording<'_>,
    one: &[ConstructScore],
    other: &[ConstructScore],
) -> Vec<ConstructComparison> {
    let both = one.iter().filter_map(|first| Some((first, other.iter().find(|second| second.id == first.id)?)));
    let compared = both.map(|(first, second)| ConstructComparison {
        id: first.id.clone(),
        compared: if wording.keeps_construct(&first.id) { apart(first, second) } else { Compared::Reworded },
    });
    adjusted(compared.collect())
}

fn apart(one: &ConstructScore, other: &ConstructScore) -> Compared<Difference> {
    match (summary(one), summary(other)) {
        (Some(one), Some(other)) => {
            Compared::Found(Difference::of([one, other], welch(&one, &other), detectable_difference))
        }
        _ => Compared::Unknown,
    }
}

fn summary(score: &ConstructScore) -> Option<Summary> {
    Summary::new(score.n, score.mean?, score.sd?)
}

/// With p adjusted for all of them.
pub(super) fn adjusted(mut comparisons: Vec<ConstructComparison>) -> Vec<ConstructComparison> {
    adjust(comparisons.iter_mut().filter_map(|comparison| match &mut comparison.compared {
        Compared::Found(difference) => Some(difference),
        Compared::Reworded | Compared::Unknown => None,
    }));
    comparisons
}
