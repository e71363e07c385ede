//! Which level is secured, and what blocks the next.

use domain::scoring::{Scores, Status, score};

use crate::support::{close, item, practice_items, practices, scored, sheet};

/// Twenty practice items, the four gates among them, and one respondent who gives 2 to all but the last ones.
fn twenty(low: usize, low_value: &str) -> Scores {
    let gates = ["TE1-1", "TE1-2", "TE3-1", "TE4-1"];
    let others = practice_items().into_iter().filter(|id| !gates.contains(id)).take(16);
    let columns: Vec<&str> = gates.into_iter().chain(others).collect();
    let values: Vec<&str> = (0..20).map(|place| if place < 20 - low { "2" } else { low_value }).collect();
    scored(&columns.join(","), &[&format!(",{}", values.join(","))])
}

#[test]
fn three_readings_of_one_set_of_data() {
    let scores = score(domain::instrument::Instrument::builtin(), &sheet(include_str!("../../samples/levels.csv")));
    let level = &scores.maturity.level;
    assert_eq!((level.secured_level, level.strict_level, level.iso33020_level), (Some(3), Some(2), Some(4)));
    let attained = level.attained.as_ref().unwrap();
    for (stage, percent) in [(2, 100.0), (3, 93.33), (4, 53.33), (5, 6.67)] {
        close(attained.get(&stage).copied(), percent, 5e-3);
    }
    assert_eq!(level.items_needed, Some(10));
}

#[test]
fn more_than_85_percent_means_more() {
    let exactly = twenty(3, "1");
    assert_eq!(exactly.maturity.level.secured_level, Some(1));
    assert_eq!((exactly.maturity.level.items_needed, exactly.maturity.level.blocking.len()), (Some(1), 3));
    assert_eq!(exactly.maturity.level.iso33020_level, Some(2));
    let more = twenty(2, "1");
    assert_eq!((more.maturity.level.secured_level, more.maturity.level.strict_level), (Some(2), Some(1)));
}

#[test]
fn fewer_than_twenty_items_with_a_value_tell_no_level() {
    let nineteen = twenty(1, "DK");
    let level = &nineteen.maturity.level;
    assert_eq!(level.level_status, Status::Withheld);
    assert_eq!((level.secured_level, level.strict_level, level.iso33020_level), (None, None, None));
    assert_eq!((&level.attained, level.blocking.len(), level.items_needed), (&None, 0, None));
    assert_eq!((level.basis.with_value, level.basis.applicable, level.basis.unknown.len()), (19, 20, 1));
}

#[test]
fn a_gate_holds_a_level_back_on_its_own() {
    let scores = practices("4", &[("TE4-1", "3")]);
    let level = &scores.maturity.level;
    assert_eq!((level.secured_level, level.items_needed), (Some(3), Some(1)));
    // 29 of 30 is more than 85 %: only the gate blocks.
    assert_eq!(level.blocking, ["TE4-1"]);
    let gates: Vec<Option<u8>> = level.basis.gates.iter().map(|gate| gate.met_at).collect();
    assert_eq!(gates, [Some(4), Some(4), Some(4), Some(3)]);
}

#[test]
fn where_too_few_items_are_met_all_that_are_not_block_beside_the_gates() {
    let low = ["AD1-1", "TE2-1", "TE4-1", "IS1-1", "IS3-3"].map(|id| (id, "3"));
    let level = practices("4", &low).maturity.level;
    assert_eq!(level.blocking, ["AD1-1", "TE2-1", "TE4-1", "IS1-1", "IS3-3"]);
    // 25 of 30 are met; 26 are more than 85 %.
    assert_eq!(level.items_needed, Some(1));
    let gates = ["TE1-1", "TE1-2", "TE3-1", "TE4-1", "IS1-1"].map(|id| (id, "3"));
    assert_eq!(practices("4", &gates).maturity.level.items_needed, Some(4));
}

#[test]
fn a_gate_that_does_not_apply_is_passed_over_and_one_without_a_value_is_not() {
    assert_eq!(practices("4", &[("TE4-1", "NA")]).maturity.level.secured_level, Some(4));
    assert_eq!(practices("4", &[("TE4-1", "DK")]).maturity.level.level_status, Status::Withheld);
    assert_eq!(practices("4", &[("TE4-1", "")]).maturity.level.level_status, Status::Withheld);
}

#[test]
fn an_item_that_applies_and_has_no_value_is_not_met_and_is_listed_as_unknown() {
    let level = practices("5", &[("IS3-3", "DK")]).maturity.level;
    assert_eq!((level.secured_level, level.strict_level), (Some(5), Some(1)));
    let unknown = &level.basis.unknown;
    let instrument = domain::instrument::Instrument::builtin();
    assert_eq!(unknown.iter().map(|item| instrument[*item].id.as_str()).collect::<Vec<_>>(), ["IS3-3"]);
    assert_eq!(practices("5", &[("IS3-3", "NA")]).maturity.level.strict_level, Some(5));
}

#[test]
fn at_level_five_nothing_blocks() {
    let level = practices("5", &[]).maturity.level;
    assert_eq!((level.secured_level, level.items_needed), (Some(5), None));
    assert!(level.blocking.is_empty());
}

#[test]
fn two_thirds_of_the_values_meet_an_item() {
    let met = |rows: &[&str]| item(&scored("TE1-1", rows), "TE1-1").tally.met_at(4);
    assert!(met(&["DS,4", "DS,5", "DS,1"]));
    assert!(!met(&["DS,4", "DS,5", "DS,1", "DS,1"]));
    assert!(met(&["DS,4", "DS,5", "DS,1", "DS,DK", "DS,NA", "DS,"]));
    assert!(!met(&["DS,DK"]));
    let below = |stage| item(&scored("TE1-1", &["DS,4", "DS,5", "DS,1"]), "TE1-1").below(stage);
    assert_eq!([1, 2, 4, 5].map(below), [0, 1, 1, 2]);
}
