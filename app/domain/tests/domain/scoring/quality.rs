//! Odd answers are flagged.

use domain::answer::AnswerSheet;
use domain::instrument::Instrument;
use domain::scoring::{Flag, Scores, score};

use crate::support::scored;

fn flags(scores: &Scores) -> Vec<Flag> {
    scores.quality.first().map_or_else(Vec::new, |flagged| flagged.flags.clone())
}

/// One respondent with these answers to the items from the first on.
fn from_first(answers: &[&str]) -> Scores {
    let items = &Instrument::builtin().items[..answers.len()];
    let columns: Vec<&str> = items.iter().map(|item| item.id.as_str()).collect();
    scored(&columns.join(","), &[&format!("DS,{}", answers.join(","))])
}

#[test]
fn more_than_fifteen_of_one_value_in_a_row_are_a_straight_line() {
    assert_eq!(flags(&from_first(&["3"; 15])), []);
    assert_eq!(flags(&from_first(&["3"; 16])), [Flag::StraightLine]);
    // What is not answered is skipped; another value ends the run.
    let skipped = [&["3"; 10][..], &["DK", "NA", ""], &["3"; 6]].concat();
    assert_eq!(flags(&from_first(&skipped)), [Flag::StraightLine]);
    let ended = [&["3"; 10][..], &["4"], &["3"; 10]].concat();
    assert_eq!(flags(&from_first(&ended)), []);
}

#[test]
fn a_reversed_item_at_the_same_end_as_its_mates_is_a_contradiction() {
    let one = |answers: &str| flags(&scored("CH1-1,CH1-2,CH1-3", &[&format!("DS,{answers}")]));
    assert_eq!(one("1,1,1"), [Flag::Contradiction]);
    assert_eq!(one("5,5,5"), [Flag::Contradiction]);
    for honest in ["5,5,1", "3,3,3", "5,5,4", "5,DK,5"] {
        assert_eq!(one(honest), [], "{honest}");
    }
    // No item of CH2 is reversed.
    assert_eq!(flags(&scored("CH2-1,CH2-2,CH2-3", &["DS,5,5,5"])), []);
}

#[test]
fn more_than_half_unknown_is_flagged() {
    assert_eq!(flags(&from_first(&["DK", "DK", "3", "4"])), []);
    assert_eq!(flags(&from_first(&["DK", "DK", "DK", "4", ""])), [Flag::MostlyDontKnow]);
    assert_eq!(flags(&from_first(&["DK", "DK", "", "", ""])), []);
}

#[test]
fn a_fast_answer_bears_its_flag() {
    let instrument = Instrument::builtin();
    let mut builder = AnswerSheet::builder(instrument);
    builder.respondent("quick", &[]).fast(true).answer("TE1-1", "3").unwrap();
    builder.respondent("slow", &[]).answer("TE1-1", "3").unwrap();
    let scores = score(instrument, &builder.build());
    assert_eq!(scores.quality.len(), 1);
    assert_eq!((scores.quality[0].respondent.as_str(), flags(&scores)), ("quick", vec![Flag::Fast]));
}

#[test]
fn the_flagged_stand_in_the_order_of_their_names_with_numbers_by_value() {
    let instrument = Instrument::builtin();
    let mut builder = AnswerSheet::builder(instrument);
    for id in ["r10", "b", "r2", "r02", "a", "r2b", "9", "100"] {
        builder.respondent(id, &[]).fast(true);
    }
    let scores = score(instrument, &builder.build());
    let ids: Vec<&str> = scores.quality.iter().map(|flagged| flagged.respondent.as_str()).collect();
    assert_eq!(ids, ["9", "100", "a", "b", "r02", "r2", "r2b", "r10"]);
}
