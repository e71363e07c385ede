//! "Not applicable" in place of a blank or a "don't know".
//!
//! That this never lowers a score holds, and for most figures more than that:
//!
//! - No item's figures change, for they are over given values.
//! - Nobody's construct score changes. Constructs have three items, and of two or three that apply two have to be
//!   answered: who has a score keeps it, who has none gets none. (With four items it would not hold: two answered of
//!   four are too few, of three they are enough, so that a low score could come up and draw the team's mean down.) So
//!   means, intervals, severity, realisation and the values of priorities stay, and ladders and delivery too.
//! - A construct, dimension or index that was withheld may become "not applicable", or appear; none disappears.
//! - Levels and their percentages only rise: what applies and is unknown counts as not met until it does not apply.
//!
//! What it can lower, and what can get worse by it, is shown in the tests at the end of this file.

use domain::answer::Cell;
use domain::scoring::{PriorityScore, Scores, Status};
use domain::statistics::Interval;
use proptest::prelude::*;
use serde::Serialize;

use super::people::{Person, people, scored};
use crate::support::{close, practice_items, practices, scored as scored_file};

/// Some blanks and "don't know"s of people, as `turn` chooses, turned into "not applicable".
fn turned_away(given: &[Person], turn: &[bool]) -> Vec<Person> {
    let mut turned = given.to_vec();
    let cells = turned.iter_mut().flat_map(|person| &mut person.items);
    for (cell, turn) in cells.zip(turn.iter().cycle()) {
        if *turn && matches!(cell, Cell::Blank | Cell::DontKnow) {
            *cell = Cell::NotApplicable;
        }
    }
    turned
}

/// People who leave most of it open, so that scores hang by a thread.
fn sparse(most: usize) -> impl Strategy<Value = Vec<Person>> {
    (people(most), prop::collection::vec(0_u8..4, 1..240)).prop_map(|(mut given, keep)| {
        let cells = given.iter_mut().flat_map(|person| &mut person.items);
        for (cell, keep) in cells.zip(keep.iter().cycle()) {
            match keep {
                0 => *cell = Cell::DontKnow,
                1 => *cell = Cell::Blank,
                _ => {}
            }
        }
        given
    })
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

/// The same to the bit, or new.
fn kept<T: Copy + PartialEq>(before: Option<T>, after: Option<T>) -> bool {
    before.is_none() || before == after
}

fn worth(scores: &Scores) -> Vec<(&str, u64)> {
    let row = |row: &'_ PriorityScore| row.priority.to_bits();
    let mut rows: Vec<_> = scores.priorities.iter().map(|one| (one.practice.as_str(), row(one))).collect();
    rows.sort_unstable();
    rows
}

fn check(before: &Scores, after: &Scores) -> Result<(), TestCaseError> {
    for (a, b) in before.items.iter().zip(&after.items) {
        prop_assert_eq!(a.tally.values, b.tally.values);
    }
    for (a, b) in before.constructs.iter().zip(&after.constructs) {
        prop_assert_eq!(a.tally.values, b.tally.values);
        prop_assert_eq!((a.mean, a.ci95, a.role_balanced_mean), (b.mean, b.ci95, b.role_balanced_mean));
        prop_assert!(a.status == b.status || (a.status, b.status) == (Status::Withheld, Status::NotApplicable));
    }
    for (a, b) in before.dimensions.iter().zip(&after.dimensions) {
        prop_assert!(kept(a.index, b.index) && kept(a.band, b.band), "{:?} {:?}", a, b);
    }
    prop_assert_eq!(json(&(&before.challenges, &before.benefits)), json(&(&after.challenges, &after.benefits)));
    prop_assert_eq!(json(&(&before.frameworks, &before.delivery)), json(&(&after.frameworks, &after.delivery)));
    prop_assert_eq!(worth(before), worth(after));
    let (a, b) = (&before.maturity, &after.maturity);
    let bits = |range: Interval| [range.low.to_bits(), range.high.to_bits()];
    prop_assert!(kept(a.index.map(f64::to_bits), b.index.map(f64::to_bits)));
    prop_assert!(kept(a.equal_dimension_index.map(f64::to_bits), b.equal_dimension_index.map(f64::to_bits)));
    prop_assert!(kept(a.ci95.map(bits), b.ci95.map(bits)));
    let (a, b) = (&a.level, &b.level);
    prop_assert!(a.secured_level <= b.secured_level && a.strict_level <= b.strict_level);
    prop_assert!(a.iso33020_level <= b.iso33020_level);
    if let Some(attained) = &a.attained {
        let now = b.attained.as_ref().unwrap();
        prop_assert!(attained.iter().all(|(level, percent)| *percent <= now[level]));
    }
    prop_assert!(after.visibility.dont_know_rate <= before.visibility.dont_know_rate);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn not_applicable_instead_of_missing_lowers_no_score(
        given in prop_oneof![people(5), sparse(3)], turn in prop::collection::vec(any::<bool>(), 1..200)
    ) {
        check(&scored(&given), &scored(&turned_away(&given, &turn)))?;
    }
}

/// The first of what the plain sentence hides: the rate of "don't know" is a figure as well, and does fall.
#[test]
fn the_rate_of_dont_know_falls() {
    let rate =
        |answer: &str| scored_file("TE1-1,TE1-2,TE1-3", &[&format!("DS,3,4,{answer}")]).visibility.dont_know_rate;
    close(rate("DK"), 1.0 / 3.0, 1e-12);
    close(rate("NA"), 0.0, 0.0);
}

/// A score that appears may be lower than all those that were there: whoever takes the mean of what is shown, or looks
/// for the lowest figure, sees a fall.
#[test]
fn a_dimension_that_appears_may_be_the_lowest() {
    let dimension = |answer: &str| {
        let row = format!(
            "DS,1,1,1,1,1,1,{answer},{answer},{answer},{answer},{answer},{answer},{answer},{answer},{answer},5,5,5"
        );
        let columns = "TE1-1,TE1-2,TE1-3,TE2-1,TE2-2,TE2-3,TE3-1,TE3-2,TE3-3,TE4-1,TE4-2,TE4-3,TE5-1,TE5-2,TE5-3,AD1-1,AD1-2,AD1-3";
        let scores = scored_file(columns, &[&row]);
        ["TE", "AD"].map(|id| scores.dimensions.iter().find(|dimension| dimension.id == id).unwrap().index)
    };
    assert_eq!(dimension("DK"), [None, Some(100.0)], "two of five constructs are too few");
    assert_eq!(dimension("NA"), [Some(0.0), Some(100.0)], "two of two are all that apply");
}

/// The level rises, and with it what the next one asks for: more items to go than before, and a practice that blocked
/// the next level and came first among the priorities may come later.
#[test]
fn the_next_level_may_be_further_away() {
    let unknown = ["AD1-3", "TE2-3", "TE5-1", "TE5-2", "TE5-3"];
    let level = |first: &str| {
        let others: Vec<(&str, &str)> =
            unknown.iter().map(|id| (*id, if *id == unknown[0] { first } else { "DK" })).collect();
        practices("2", &others).maturity.level
    };
    let (before, after) = (level("DK"), level("NA"));
    // 25 of 30 are 83 %, of 29 they are 86 %.
    assert_eq!((before.secured_level, before.items_needed), (Some(1), Some(1)));
    assert_eq!((after.secured_level, after.items_needed), (Some(2), Some(25)));
    assert_eq!((before.blocking.len(), after.blocking.len()), (5, practice_items().len() - 1));
}
