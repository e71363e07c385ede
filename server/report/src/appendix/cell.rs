//! Figures as the appendix shows them. What is told in full is rounded for the eye; what is told coarsely is whole already
//! and stands as it was published.

use charts::Absence;
use domain::scoring::{Detail, Status};
use domain::statistics::Interval;

/// What stands where a figure has no value of its own.
pub(super) const NONE: &str = "–";

/// An index from 0 to 100: "46.9", or "45" of a coarse figure.
pub(super) fn index(detail: Detail, value: Option<f64>) -> String {
    value.map_or(NONE.to_owned(), |value| places(value, usize::from(detail.is_full())))
}

/// The range of an index: "29.4 to 64.4", or "30 to 65" of a coarse figure.
pub(super) fn range(detail: Detail, range: Option<Interval>) -> String {
    range.map_or(NONE.to_owned(), |range| {
        format!("{} to {}", index(detail, Some(range.low)), index(detail, Some(range.high)))
    })
}

/// A figure on the scale of the answers, or a standard deviation: "3.37".
pub(super) fn points(value: Option<f64>) -> String {
    value.map_or(NONE.to_owned(), |value| places(value, 2))
}

/// The range of a mean: "2.37 to 4.36".
pub(super) fn points_range(range: Option<Interval>) -> String {
    range.map_or(NONE.to_owned(), |range| format!("{} to {}", places(range.low, 2), places(range.high, 2)))
}

/// A share from 0 to 1 in per cent: "66.7".
pub(super) fn percent(share: Option<f64>) -> String {
    share.map_or(NONE.to_owned(), |share| places(100.0 * share, 1))
}

/// A number of people that is told only with full figures: "8"; of a coarse one "5 or more".
pub(super) fn people(detail: Detail, n: usize) -> String {
    match detail {
        Detail::Full => n.to_string(),
        Detail::Coarse => format!("{n} or more"),
        Detail::Suppressed => NONE.to_owned(),
    }
}

/// A number that only full figures have.
pub(super) fn count(detail: Detail, n: u32) -> String {
    if detail.is_full() { n.to_string() } else { NONE.to_owned() }
}

/// Why there is no figure; `None` where there is one.
pub(super) const fn absent(detail: Detail, status: Status) -> Option<&'static str> {
    let absence = match (detail, status) {
        (Detail::Suppressed, _) | (_, Status::Suppressed) => Absence::NotShown,
        (_, Status::NotApplicable) => Absence::NotAsked,
        (_, Status::Withheld) => Absence::TooFew,
        (Detail::Full | Detail::Coarse, Status::Scored) => return None,
    };
    Some(absence.words())
}

/// With so many digits after the point, and never "-0".
fn places(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    match text.strip_prefix('-') {
        Some(rest) if rest.chars().all(|c| c == '0' || c == '.') => rest.to_owned(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coarse_figures_stand_as_they_were_published() {
        let fives = Some(Interval { low: 30.0, high: 65.0 });
        assert_eq!([index(Detail::Coarse, Some(47.0)), range(Detail::Coarse, fives)], ["47", "30 to 65"]);
        assert_eq!([index(Detail::Full, Some(46.875)), range(Detail::Full, fives)], ["46.9", "30.0 to 65.0"]);
        assert_eq!([index(Detail::Full, Some(-0.01)), points(Some(1.0)), percent(Some(0.5))], ["0.0", "1.00", "50.0"]);
    }

    #[test]
    fn numbers_of_people_are_told_only_in_full() {
        let shown =
            [Detail::Full, Detail::Coarse, Detail::Suppressed].map(|detail| (people(detail, 7), count(detail, 7)));
        assert_eq!(shown.map(|(people, count)| format!("{people}, {count}")), ["7, 7", "7 or more, –", "–, –"]);
    }
}
