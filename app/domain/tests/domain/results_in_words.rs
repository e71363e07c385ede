//! What a result says beyond its figures: what people do not know, and which practice acts on what.

use domain::instrument::Instrument;
use domain::report::{Context, ReportData};
use domain::sample::sample;

use crate::privacy::rounds::{Person, person, published};
use crate::support::{practices, scored};

fn words(columns: &str, rows: &[&str]) -> ReportData {
    let empty = String::new;
    let context = Context { team: empty(), round: empty(), subject: empty(), date: empty(), erased: None };
    ReportData::new(Instrument::builtin(), &scored(columns, rows), context)
}

#[test]
fn what_is_not_known_is_listed_the_least_known_first() {
    let report = words("TE1-1,TE1-2,TE1-3", &["DS,DK,3,4", "DS,DK,DK,4", "DS,3,4,NA"]);
    let rows: Vec<(&str, &str)> = report.unknown.iter().map(|row| (row.id.as_str(), row.text.as_str())).collect();
    assert_eq!(rows, [("TE1-1", "2 of 3 people who answered: 67 %."), ("TE1-2", "1 of 3 people who answered: 33 %.")]);
    assert!(words("TE1-1", &["DS,3"]).unknown.is_empty());
}

#[test]
fn of_a_small_confidential_round_it_is_not_told_what_is_not_known() {
    let known = |n: usize| {
        let mut cells = vec!["3"; Instrument::builtin().items.len()];
        let people: Vec<Person> = (0..n)
            .map(|key| {
                cells[0] = if key < 5 { "DK" } else { "3" };
                person(key, None, &cells)
            })
            .collect();
        let published = published(Instrument::builtin(), 5, &people).published().clone();
        let empty = String::new;
        let context = Context { team: empty(), round: empty(), subject: empty(), date: empty(), erased: None };
        ReportData::of(Instrument::builtin(), &published, context).unknown.len()
    };
    assert_eq!([known(9), known(20)], [0, 1]);
}

#[test]
fn a_practice_stands_where_its_challenge_and_its_benefit_meet() {
    let crossing = sample().report.crossing.as_ref().unwrap();
    let names = |challenge: &str, benefit: &str| -> Vec<&str> {
        let row = crossing.rows.iter().find(|row| row.challenge.id == challenge).unwrap();
        let column = crossing.benefits.iter().position(|one| one.id == benefit).unwrap();
        row.cells[column].iter().map(|one| one.id.as_str()).collect()
    };
    assert_eq!(names("CH3", "BE1"), ["CE2"]);
    assert!(names("CH3", "BE5").is_empty());
    // TE2, TE3 and TE4 act on both; the weakest comes first.
    let index = |id: &str| sample().report.practices.iter().find(|row| row.id == id).unwrap().figure.value.unwrap();
    let between = names("CH2", "BE2");
    assert_eq!(between.len(), 3);
    assert!(between.is_sorted_by(|one, next| index(one) <= index(next)), "{between:?}");
}

/// The first sentence where each question has the stage 3 but these.
fn sentence(others: &[(&str, &str)]) -> String {
    let empty = String::new;
    let context = Context { team: empty(), round: empty(), subject: empty(), date: empty(), erased: None };
    ReportData::new(Instrument::builtin(), &practices("3", others), context).summary
}

#[test]
fn the_first_sentence_names_what_stands_out_and_nothing_that_others_equal() {
    let high = [("TE1-1", "5"), ("TE3-1", "5"), ("TE3-2", "5")];
    let low = [("TE4-1", "1"), ("TE4-2", "1"), ("IS3-1", "1")];
    let both = [high, low].concat();
    assert_eq!(
        sentence(&both),
        "Tests and rebuilds as well as pipelines carry the score; monitoring and return on investment hold it back."
    );
    assert_eq!(sentence(&[high[0], low[0]]), "The score rests on pipelines; it is held back by monitoring.");
    assert_eq!(sentence(&high[..1]), "The score rests on pipelines; no practice stands out below the others.");
    assert_eq!(sentence(&low[..1]), "The score is held back by monitoring; no practice stands out above the others.");
    assert_eq!(sentence(&[]), "The practices score much the same: none stands out.");
}

#[test]
fn practices_that_lie_far_apart_are_not_said_to_score_the_same() {
    let of = |constructs: &[&'static str], value| -> Vec<(&'static str, &'static str)> {
        let items = Instrument::builtin().items.iter();
        let own = items.filter(|item| constructs.iter().any(|id| item.id.starts_with(id)));
        own.map(|item| (item.id.as_str(), value)).collect()
    };
    let others = [of(&["TE1", "TE2", "TE3"], "5"), of(&["CE1", "IS2", "IS3"], "1")].concat();
    let found = sentence(&others);
    assert_eq!(found, "Several practices share the highest score and several the lowest: none stands out.");
}
