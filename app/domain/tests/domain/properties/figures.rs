//! What holds of the figures that any answers give.

use domain::instrument::Instrument;
use domain::scoring::{Status, score, turned};
use domain::statistics::{Frequencies, wilson};
use proptest::prelude::*;

use super::people::{Person, json, people, scored, sheet};

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn figures_stay_on_their_scales(given in people(10)) {
        let scores = scored(&given);
        for construct in &scores.constructs {
            prop_assert_eq!(construct.status == Status::Scored, construct.mean.is_some());
            prop_assert!(construct.mean.is_none_or(|mean| (1.0..=5.0).contains(&mean)));
            prop_assert!(construct.ci95.is_none_or(|ends| 1.0 <= ends.low && ends.low <= ends.high && ends.high <= 5.0));
            let tally = &construct.tally;
            prop_assert_eq!(tally.values.n() + tally.withheld + tally.not_applicable, u32::try_from(given.len()).unwrap());
        }
        for item in &scores.items {
            prop_assert_eq!(item.counts.iter().sum::<u32>(), item.n);
            prop_assert!(item.rwg.is_none_or(|rwg| (0.0..=1.0).contains(&rwg)));
            prop_assert!(item.ad.is_none_or(|ad| (0.0..=2.0).contains(&ad)));
        }
        let maturity = &scores.maturity;
        prop_assert!(maturity.index.is_none_or(|index| (0.0..=100.0).contains(&index)));
        if let (Some(index), Some(ends)) = (maturity.index, maturity.ci95) {
            prop_assert!(0.0 <= ends.low && ends.low <= index && index <= ends.high && ends.high <= 100.0);
        }
        if let Some(attained) = &maturity.level.attained {
            prop_assert!(attained.values().is_sorted_by(|higher, lower| higher >= lower));
        }
        prop_assert!(scores.priorities.is_sorted_by_key(|row| std::cmp::Reverse(row.blocks_next_level)));
        prop_assert!(scores.delivery.index.is_none_or(|index| (0.0..=100.0).contains(&index)));
    }

    #[test]
    fn doubling_everybody_changes_no_mean(given in people(5)) {
        let twice: Vec<Person> = given.iter().chain(&given).cloned().collect();
        let (once, twice) = (scored(&given), scored(&twice));
        let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => (a - b).abs() < 1e-12,
            (a, b) => a == b,
        };
        for (a, b) in once.constructs.iter().zip(&twice.constructs) {
            prop_assert!(close(a.mean, b.mean) && close(a.median, b.median));
        }
        prop_assert_eq!(once.maturity.level.secured_level, twice.maturity.level.secured_level);
    }

    #[test]
    fn turning_twice_changes_nothing(value in 1_u8..=5) {
        prop_assert_eq!(turned(turned(value, true), true), value);
        prop_assert_eq!(turned(value, false), value);
    }

    #[test]
    fn counts_agree_with_the_values_they_count(values in prop::collection::vec(6_u8..=30, 2..40)) {
        let counted = Frequencies::<25, 6, 6>::of(&values);
        let plain: Vec<f64> = values.iter().map(|value| f64::from(*value) / 6.0).collect();
        let close = |a: Option<f64>, b: Option<f64>| (a.unwrap() - b.unwrap()).abs() < 1e-9;
        prop_assert!(close(counted.mean(), domain::statistics::mean(&plain)));
        prop_assert!(close(counted.median(), domain::statistics::median(&plain)));
        prop_assert!(close(counted.sd(), domain::statistics::sd(&plain)));
    }

    #[test]
    fn a_wilson_interval_holds_its_proportion(n in 1_u32..5_000, hits in 0_u32..5_000) {
        let hits = hits % (n + 1);
        let interval = wilson(hits, n).unwrap();
        let proportion = f64::from(hits) / f64::from(n);
        prop_assert!(0.0 <= interval.low && interval.low <= proportion + 1e-12);
        prop_assert!(proportion <= interval.high + 1e-12 && interval.high <= 1.0);
    }

    #[test]
    fn the_score_of_some_is_the_score_of_a_sheet_of_them(given in people(6)) {
        let all = sheet(&given);
        let some: Vec<Person> = given.iter().filter(|person| person.roles.is_empty()).cloned().collect();
        let found = score(Instrument::builtin(), &all.only(|respondent| respondent.roles.is_empty()));
        prop_assert_eq!(serde_json::to_string(&found).unwrap(), json(&some));
    }
}
