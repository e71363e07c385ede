//! What fifteen answers say, and what they do not.

use domain::instrument::{Column, Instrument, Scale};
use domain::quick_check::{Answers, CheckData, CheckRow, WHOLE, read};

/// Nine practices, three challenges, a benefit and two metrics, in the instrument's order.
const ANSWERED: [(&str, &str); 15] = [
    ("AD1-1", "3"),
    ("TE1-1", "4"),
    ("TE1-2", "4"),
    ("TE2-2", "2"),
    ("TE3-1", "4"),
    ("TE4-1", "2"),
    ("TE5-3", "2"),
    ("CE1-1", "3"),
    ("IS2-1", "NA"),
    ("CH1-1", "2"),
    ("CH2-2", "4"),
    ("CH3-1", "5"),
    ("BE1-2", "4"),
    ("PM1", "3"),
    ("PM4", "12.5"),
];

fn answers(given: &[(&str, &str)]) -> Answers {
    given.iter().map(|(id, value)| ((*id).to_owned(), (*value).to_owned())).collect()
}

fn check(given: &[(&str, &str)]) -> CheckData {
    CheckData::new(Instrument::builtin(), &answers(given), "25 November 2026".to_owned())
}

fn row<'r>(rows: &'r [CheckRow], id: &str) -> &'r CheckRow {
    rows.iter().find(|row| row.id == id).unwrap()
}

#[test]
fn every_answer_stands_there_in_words() {
    let data = check(&ANSWERED);
    assert_eq!(data.answered, "15 of 15 questions answered");
    let (training, watching) = (row(&data.practices, "TE1-1"), row(&data.practices, "TE4-1"));
    assert_eq!((training.text.as_str(), training.filled, training.steps), ("Automated", Some(4.0), 5));
    assert_eq!((watching.text.as_str(), watching.detail.as_str()), ("Emerging", "We hear of problems from users."));
    let skills = row(&data.challenges, "CH3-1");
    assert_eq!(skills.text, "Strongly agree");
    assert!(skills.detail.ends_with('.'), "the statement itself: {}", skills.detail);
    let (often, fixes) = (row(&data.delivery, "PM1"), row(&data.delivery, "PM4"));
    assert_eq!((often.text.as_str(), often.steps), ("Between once a month and once a week", 6));
    assert_eq!((fixes.text.as_str(), fixes.filled, fixes.steps), ("12.5 %", Some(0.125), 1));
    assert_eq!(row(&data.benefits, "BE1-2").text, "Agree");
    let sizes = [&data.practices, &data.challenges, &data.benefits, &data.delivery].map(Vec::len);
    assert_eq!(sizes, [9, 3, 1, 2]);
}

#[test]
fn the_mean_is_that_of_the_practices_and_rough() {
    let data = check(&ANSWERED);
    // (3 + 4 + 4 + 2 + 4 + 2 + 2 + 3) / 8; the one that does not apply is left out.
    assert_eq!(data.rough.value, Some(3.0));
    assert_eq!((data.rough.text.as_str(), data.rough.stage.as_str()), ("3.0", "about Defined"));
    assert!(data.rough.why.contains("8 of 9 practices"));
    assert!(data.summary.starts_with("Seen by you, your practices stand about Defined: roughly 3.0 of 5."));
    let between = check(&[("TE1-1", "2"), ("TE1-2", "3"), ("TE2-2", "2"), ("TE3-1", "3"), ("TE4-1", "2")]);
    assert_eq!((between.rough.text.as_str(), between.rough.stage.as_str()), ("2.4", "between Emerging and Defined"));
}

#[test]
fn half_of_the_practices_make_no_mean() {
    let four = [("TE1-1", "5"), ("TE1-2", "5"), ("TE2-2", "5"), ("TE3-1", "5")];
    let data = check(&four);
    assert_eq!(data.rough.value, None);
    assert_eq!(data.rough.text, "Too few to tell");
    assert!(data.rough.why.ends_with("so far it is 4."), "{}", data.rough.why);
    let five: Vec<_> = four.into_iter().chain([("TE4-1", "5")]).collect();
    assert_eq!(check(&five).rough.value, Some(5.0));
}

#[test]
fn the_weakest_practices_come_first_with_their_next_stage() {
    let data = check(&ANSWERED);
    let ids: Vec<&str> = data.first.iter().map(|row| row.id.as_str()).collect();
    // All three are at stage 2; watching live models is a gate.
    assert_eq!(ids, ["TE4-1", "TE2-2", "TE5-3"]);
    let first = &data.first[0];
    assert_eq!((first.now.as_str(), first.next.as_str()), ("Emerging", "Defined"));
    assert_eq!(first.next_text, "Service health is watched; quality is checked offline now and then.");
    let marked: Vec<&str> = data.practices.iter().filter(|row| row.attention).map(|row| row.id.as_str()).collect();
    assert_eq!(marked, ["TE2-2", "TE4-1", "TE5-3"]);
}

#[test]
fn where_nothing_is_weak_that_is_said() {
    let all: Vec<(&str, &str)> = ANSWERED.iter().map(|(id, _)| (*id, "5")).collect();
    let data = check(&all);
    assert_eq!(data.first, []);
    assert!(data.no_first.contains("highest"));
    let none = check(&[("PM4", "10")]);
    assert_eq!((none.first.len(), none.no_first.as_str()), (0, "No practice has a stage yet."));
}

#[test]
fn a_high_challenge_is_bad_and_said_apart() {
    let data = check(&ANSWERED);
    let heavy: Vec<&str> = data.challenges.iter().filter(|row| row.attention).map(|row| row.id.as_str()).collect();
    assert_eq!(heavy, ["CH2-2", "CH3-1"]);
    assert_eq!(
        data.challenges_text,
        "Here a high one is bad: it gets in your way. 2 of 3 weigh on you: rework because of data and too few people to run ML."
    );
    assert!(check(&[("CH3-1", "4")]).challenges_text.ends_with("One of 3 weighs on you: too few people to run ML."));
}

#[test]
fn what_is_not_known_is_said_and_never_counts_as_low() {
    let data = check(&[("TE4-1", "DK"), ("TE1-1", "NA"), ("TE1-2", "3")]);
    let texts = ["TE4-1", "TE1-1", "TE3-1"].map(|id| row(&data.practices, id).text.as_str());
    assert_eq!(texts, ["Don’t know", "Not applicable", "Not answered"]);
    assert_eq!(row(&data.practices, "TE4-1").filled, None);
    assert_eq!(data.first.len(), 1);
    assert_eq!(data.unknown, "You do not know about watching live models. Asking who does is a first step too.");
    assert_eq!(check(&ANSWERED).unknown, "");
}

#[test]
fn it_has_no_range_and_no_level() {
    let json = serde_json::to_string(&check(&ANSWERED)).unwrap();
    for word in ["range\":", "likely", "secured\":", "ci95", "index\":"] {
        assert!(!json.contains(word), "{word} in {json}");
    }
}

#[test]
fn the_questions_asked_suit_what_is_said_of_them() {
    let instrument = Instrument::builtin();
    for column in &instrument.quick_check {
        if let Column::Item(index) = column {
            let item = &instrument[*index];
            assert!(!item.reversed, "{}: a bar would run against its statement", item.id);
            assert_eq!(item.scale == Scale::M5, item.anchors.is_some());
        }
    }
}

#[test]
fn answers_are_read_like_any_others() {
    let instrument = Instrument::builtin();
    let typed = |id: &str| match id {
        "TE1-1" => vec!["4"],
        "PM4" => vec!["", " 12.50 %"],
        "CH1-1" => vec!["DK"],
        _ => Vec::new(),
    };
    let taken = read(instrument, typed).unwrap();
    assert_eq!(taken, answers(&[("TE1-1", "4"), ("PM4", "12.5"), ("CH1-1", "DK")]));
}

#[test]
fn everything_that_cannot_be_taken_is_told_at_once() {
    let instrument = Instrument::builtin();
    let typed = |id: &str| match id {
        "TE1-1" => vec!["6"],
        "PM4" => vec!["120"],
        "CH1-1" => vec!["3"],
        _ => Vec::new(),
    };
    let refused = read(instrument, typed).unwrap_err();
    let fields: Vec<&str> = refused.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(fields, ["TE1-1", "PM4"]);
}

#[test]
fn nothing_at_all_is_refused_as_a_whole() {
    let refused = read(Instrument::builtin(), |_| vec!["", " "]).unwrap_err();
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].field, WHOLE);
}
