//! What a change of the answers can do to the scores, and what it cannot.

use domain::answer::Cell;
use domain::instrument::{Instrument, ItemIndex, Scale};
use domain::report::{Context, ReportData};
use domain::scoring::Scores;
use proptest::prelude::*;

use super::people::{Person, people, scored};

/// A practice item that this person answered with less than 5, if there is one, chosen by `pick`.
fn can_rise(person: &Person, pick: prop::sample::Index) -> Option<ItemIndex> {
    let instrument = Instrument::builtin();
    let rising: Vec<ItemIndex> = instrument
        .item_indices()
        .filter(|item| instrument[*item].scale == Scale::M5)
        .filter(|item| matches!(person.items[item.get()], Cell::Value(value) if value < 5))
        .collect();
    (!rising.is_empty()).then(|| rising[pick.index(rising.len())])
}

fn report(scores: &Scores) -> ReportData {
    let [team, round, subject, date] = ["Team", "Round", "", ""].map(str::to_owned);
    ReportData::new(Instrument::builtin(), scores, Context { team, round, subject, date, erased: None })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_respondents_never_shows(
        (given, mixed) in people(12).prop_flat_map(|given| (Just(given.clone()), Just(given).prop_shuffle()))
    ) {
        let (given, mixed) = (scored(&given), scored(&mixed));
        // Written this way two numbers are the same only if they are so to the bit, and nothing is left out.
        prop_assert_eq!(format!("{given:?}"), format!("{mixed:?}"));
        prop_assert_eq!(report(&given), report(&mixed));
    }

    #[test]
    fn a_higher_practice_answer_never_lowers_index_or_level(
        given in people(8), who in any::<prop::sample::Index>(), what in any::<prop::sample::Index>()
    ) {
        let who = who.index(given.len());
        let Some(item) = can_rise(&given[who], what) else { return Ok(()) };
        let mut raised = given.clone();
        if let Cell::Value(value) = &mut raised[who].items[item.get()] {
            *value += 1;
        }
        let (before, after) = (scored(&given), scored(&raised));
        for (a, b) in before.frameworks.ladders.iter().zip(&after.frameworks.ladders) {
            prop_assert!(a.level <= b.level, "{a:?} {b:?}");
        }
        for (a, b) in before.frameworks.coverages.iter().zip(&after.frameworks.coverages) {
            prop_assert!(a.coverage <= b.coverage, "{a:?} {b:?}");
        }
        let (before, after) = (before.maturity, after.maturity);
        prop_assert_eq!(before.status, after.status);
        // Raising one answer by a stage raises the index by 25 / 3 / 11 / n at least, or leaves it to the bit.
        prop_assert!(after.index >= before.index, "{:?} {:?}", before.index, after.index);
        prop_assert_eq!(before.level.level_status, after.level.level_status);
        prop_assert!(after.level.secured_level >= before.level.secured_level);
        prop_assert!(after.level.strict_level >= before.level.strict_level);
        prop_assert!(after.level.iso33020_level >= before.level.iso33020_level);
    }

    #[test]
    fn saying_dont_know_instead_of_nothing_changes_no_score(given in people(6)) {
        // Of people without a job role, who are asked everything.
        let mut given = given;
        for person in &mut given {
            person.roles.clear();
        }
        let mut honest = given.clone();
        for cell in honest.iter_mut().flat_map(|person| &mut person.items) {
            if *cell == Cell::Blank {
                *cell = Cell::DontKnow;
            }
        }
        let strip = |scores: Scores| {
            let kept = (&scores.constructs, &scores.dimensions, &scores.maturity, &scores.frameworks, &scores.priorities);
            serde_json::to_string(&kept).unwrap()
        };
        prop_assert_eq!(strip(scored(&given)), strip(scored(&honest)));
    }
}
