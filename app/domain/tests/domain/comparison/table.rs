//! Rounds beside each other, in words.

use domain::comparison::{Cell, Comparison, Contrast, Group, Side, compare_rounds};
use domain::instrument::{Files, Instrument};
use domain::scoring::Scores;

use super::team;
use crate::privacy::rounds::{Person, person, published};

const LOW: [u8; 10] = [1, 2, 2, 3, 1, 2, 3, 3, 2, 1];
const HIGH: [u8; 10] = [3, 4, 2, 4, 3, 3, 4, 2, 3, 4];

fn side(scores: &Scores) -> Side<'_> {
    Side { instrument: Some(Instrument::builtin()), scores: Some(scores), follows: false }
}

fn rounds(sides: &[Side<'_>]) -> Comparison {
    compare_rounds(Instrument::builtin(), sides)
}

fn contrast(comparison: &Comparison, id: &str) -> Contrast {
    comparison.rows.iter().find(|row| row.id == id).unwrap().contrast.clone().unwrap()
}

fn cells<'c>(comparison: &'c Comparison, id: &str) -> &'c [Cell] {
    &comparison.rows.iter().find(|row| row.id == id).unwrap().cells
}

/// What a confidential round of so many people publishes who give `stage` to everything.
fn confidential(n: usize, stage: &str) -> Scores {
    let cells = vec![stage; Instrument::builtin().items.len()];
    let people: Vec<Person> = (0..n).map(|key| person(key, None, &cells)).collect();
    published(Instrument::builtin(), 5, &people).published().scores.clone()
}

#[test]
fn rows_come_in_groups_with_index_and_level_on_top() {
    let (low, high) = (team(&LOW), team(&HIGH));
    let comparison = rounds(&[side(&low), side(&high)]);
    let rows: Vec<(&str, Group)> = comparison.rows.iter().map(|row| (row.id.as_str(), row.group)).collect();
    assert_eq!(rows[..3], [("index", Group::Maturity), ("level", Group::Maturity), ("AD1", Group::Practices)]);
    assert_eq!(rows[13], ("CH1", Group::Challenges));
    assert_eq!(rows[17], ("BE1", Group::Benefits));
    assert_eq!(rows.len(), 22);
    assert_eq!(comparison.caution, None, "two teams");
}

#[test]
fn two_rounds_have_a_difference_a_size_and_a_chance() {
    let (low, high) = (team(&LOW), team(&HIGH));
    let comparison = rounds(&[side(&low), side(&high)]);
    let te1 = contrast(&comparison, "TE1");
    // The second less the first: 1.2 on the scale from 1 to 5; t(18) 3.343, p .0036 alone, two constructs are compared.
    assert_eq!(te1.difference, "+30");
    assert_eq!(te1.range, "likely +11 to +49");
    assert_eq!(te1.size, "large (g 1.43)");
    assert_eq!(te1.chance, "More than chance (p .007)");
    assert_eq!(te1.short(), "+30 · more than chance");
    let back = contrast(&rounds(&[side(&high), side(&low)]), "TE1");
    assert_eq!((back.difference.as_str(), back.range.as_str()), ("−30", "likely −49 to −11"));
    assert_eq!(contrast(&rounds(&[side(&high), side(&high)]), "TE1").chance, "Could be chance (p 1)");
    let none = cells(&comparison, "TE1");
    assert!(none.iter().all(|cell| cell.change.is_none()));
    assert_eq!(none[1].figure.as_ref().unwrap().text(), "55");
}

#[test]
fn few_people_have_no_p_but_what_would_show() {
    let (few, high) = (team(&LOW[..8]), team(&HIGH));
    let te1 = contrast(&rounds(&[side(&few), side(&high)]), "TE1");
    assert!(te1.size.starts_with("large (g "), "{te1:?}");
    assert_eq!(te1.chance, "The likely range leaves out 0; too few for a test", "{te1:?}");
    // Squares of 4.875 and 6 about the means, so 0.824 in common; 1.51 of these on a scale of 25 points each.
    let alike = contrast(&rounds(&[side(&few), side(&team(&LOW))]), "TE1");
    assert_eq!(alike.chance, "Too few to tell; it would mostly show from 32 points on");
    assert_eq!(te1.short(), "+27 · the likely range leaves out 0");
    let alone = contrast(&rounds(&[side(&team(&[2])), side(&team(&[3]))]), "TE1");
    assert_eq!((alone.difference.as_str(), alone.chance.as_str()), ("+25", "Too few to tell"));
    assert_eq!((alone.size.as_str(), alone.range.as_str()), ("", ""));
}

#[test]
fn of_rounded_figures_only_their_ranges_are_compared() {
    let (low, high, hidden) = (confidential(6, "2"), confidential(7, "4"), confidential(3, "4"));
    for id in ["TE1", "index"] {
        let apart = contrast(&rounds(&[side(&low), side(&high)]), id);
        assert_eq!((apart.difference.as_str(), apart.range.as_str()), ("Too few to tell", ""));
        assert_eq!(apart.size, "");
        let nothing = contrast(&rounds(&[side(&low), side(&hidden)]), id);
        assert_eq!((nothing.difference.as_str(), nothing.chance.as_str()), ("Too few to tell", ""));
    }
    let te1 = |one: &Scores, other: &Scores| contrast(&rounds(&[side(one), side(other)]), "TE1").chance;
    assert_eq!(te1(&low, &high), "The ranges do not overlap");
    assert_eq!(te1(&high, &high), "The ranges overlap");
    assert_eq!(contrast(&rounds(&[side(&low), side(&high)]), "level").difference, "2 levels higher");
}

#[test]
fn a_team_changes_from_round_to_round_and_others_do_not() {
    let (low, high) = (team(&LOW), team(&HIGH));
    let later = |scores| Side { follows: true, ..side(scores) };
    let comparison = rounds(&[side(&low), later(&high), side(&high)]);
    let [first, second, other] = cells(&comparison, "TE1") else { unreachable!("three rounds") };
    assert_eq!((&first.change, &other.change), (&None, &None));
    assert_eq!(second.change.as_ref().unwrap().difference, "+30");
    assert!(comparison.rows.iter().all(|row| row.contrast.is_none()));
    assert!(comparison.caution.unwrap().contains("cannot be linked"));
}

#[test]
fn a_round_that_has_published_nothing_has_empty_cells() {
    let high = team(&HIGH);
    let nothing = Side { scores: None, ..side(&high) };
    let comparison = rounds(&[side(&high), nothing]);
    assert_eq!(cells(&comparison, "TE1")[1].figure, None);
    assert_eq!(contrast(&comparison, "TE1").difference, "Too few to tell");
}

#[test]
fn what_was_asked_in_another_way_is_a_break() {
    let files = Files::builtin();
    let from = "question = \"";
    let reworded = Files { instrument: &files.instrument.replacen(from, "question = \"Really: ", 1), ..files };
    let reworded = Instrument::parse_with(reworded).unwrap();
    let changed = &reworded[reworded.items[0].construct].id;
    let high = team(&HIGH);
    let comparison = rounds(&[side(&high), Side { instrument: Some(&reworded), ..side(&high) }]);
    for id in [changed.as_str(), "index", "level"] {
        let broken = contrast(&comparison, id);
        assert_eq!(broken.difference, "Asked in another way: not compared", "{id}");
        assert!(broken.is_break() && !broken.is_number());
        assert_eq!((broken.range, broken.size, broken.chance), <(String, String, String)>::default());
    }
    assert_eq!(contrast(&comparison, "TE2").difference, "0");
}

#[test]
fn a_version_that_is_not_known_is_compared_with_itself_only() {
    let (low, high) = (team(&LOW), team(&HIGH));
    let mut old = high.clone();
    old.instrument.version = "0.9.0".to_owned();
    let unknown = |scores| Side { instrument: None, ..side(scores) };
    let apart = contrast(&rounds(&[side(&low), unknown(&old)]), "TE1");
    assert_eq!(apart.difference, "Asked in another way: not compared");
    assert_eq!(contrast(&rounds(&[unknown(&old), unknown(&old)]), "TE1").difference, "0");
}
