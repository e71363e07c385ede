//! The forms in which figures are told, to the number, and what is written of them.

use domain::instrument::{Instrument, JobRole};
use domain::privacy::{Publication, SealedAnswers, publish};
use domain::round::{Mode, RoundState};
use domain::scoring::{Detail, Status};
use domain::statistics::{Agreement, Interval};

use super::rounds::{Person, SMALL, person, published, sealed};

/// Who all give 3 to everything but the first question.
fn team(cells: &[&str]) -> Vec<Person> {
    cells.iter().enumerate().map(|(key, cell)| person(key, None, &[&[*cell], &["3"; 9][..]].concat())).collect()
}

fn range(low: f64, high: f64) -> Interval {
    Interval { low, high }
}

#[test]
fn a_coarse_figure_follows_from_its_whole_index() {
    let publication = published(&SMALL, 5, &team(&["1", "2", "3", "4", "4", "5", "5"]));
    let scores = &publication.published().scores;
    let item = &scores.items[0];
    // 24/7 is an index of 60.7; 61 is a mean of 3.44.
    assert_eq!((item.n, item.index, item.mean, item.agreement), (5, Some(61.0), Some(3.44), Some(Agreement::Disagree)));
    let construct = &scores.constructs[0];
    // Scores of 7/3, 8/3, 3, 10/3 twice and 11/3 twice: an index of 53.6 with a t interval from 41.9 to 65.2.
    assert_eq!((construct.status, construct.detail, construct.n), (Status::Scored, Detail::Coarse, 5));
    assert_eq!((construct.index, construct.mean), (Some(54.0), Some(3.16)));
    assert_eq!((construct.index_ci95, construct.ci95), (Some(range(40.0, 70.0)), Some(range(2.6, 3.8))));
}

#[test]
fn the_range_of_equal_answers_stays_on_the_scale() {
    let range_of = |value: &str| {
        let people: Vec<Person> = (0..6).map(|key| person(key, None, &[value; 10])).collect();
        published(&SMALL, 5, &people).published().scores.constructs[0].index_ci95
    };
    assert_eq!(["1", "3", "5"].map(range_of), [range(0.0, 5.0), range(45.0, 55.0), range(95.0, 100.0)].map(Some));
}

#[test]
fn a_percentage_is_told_by_fives_and_a_band_as_it_is() {
    let instrument = Instrument::builtin();
    let metrics = ["4", "4", "4", "12.5", "41", "2"];
    let metric = |n: usize, place: usize| {
        let cells = [&vec!["3"; instrument.items.len()][..], &metrics].concat();
        let people: Vec<Person> = (0..n).map(|key| person(key, None, &cells)).collect();
        let publication = published(instrument, 5, &people);
        let told = &publication.published().scores.delivery.metrics[place];
        (told.detail, told.n, told.median, told.score)
    };
    assert_eq!(metric(9, 0), (Detail::Coarse, 5, Some(4.0), Some(60.0)));
    assert_eq!(metric(9, 3), (Detail::Coarse, 5, Some(15.0), Some(85.0)));
    assert_eq!(metric(9, 4), (Detail::Coarse, 5, Some(40.0), Some(60.0)));
    assert_eq!(metric(10, 0), (Detail::Full, 10, Some(4.0), Some(60.0)));
    assert_eq!(metric(10, 3), (Detail::Full, 10, Some(12.5), Some(87.5)));
    assert_eq!(metric(4, 3), (Detail::Suppressed, 0, None, None));
}

#[test]
fn how_many_answered_too_little_of_a_construct_is_not_told_and_a_cut_has_no_roles() {
    let mut people: Vec<Person> = (0..15).map(|key| person(key, Some(JobRole::Ds), &["3"; 10])).collect();
    people[..3].iter_mut().for_each(|person| person.cells[..3].fill("DK".to_owned()));
    let publication = published(&SMALL, 5, &people);
    let construct = &publication.published().scores.constructs[0];
    assert_eq!((construct.detail, construct.n, construct.tally.values.n()), (Detail::Full, 12, 12));
    assert_eq!(construct.tally.withheld, 0);
    let cut = &publication.published().cuts[0].constructs[0];
    assert_eq!((cut.n, cut.tally.withheld, cut.role_balanced_mean), (12, 0, None));
}

#[test]
fn a_role_is_written_by_its_id_and_none_as_null() {
    let people: Vec<Person> = (0..10).map(|key| person(key, (key < 5).then_some(JobRole::Mgr), &["3"; 10])).collect();
    let written = serde_json::to_value(published(&SMALL, 5, &people).published()).unwrap();
    assert_eq!(written["cuts"][0]["role"], "MGR");
    assert_eq!(written["cuts"][1]["role"], serde_json::Value::Null);
    assert_eq!(written["cuts"].as_array().map(Vec::len), Some(2));
}

#[test]
fn what_is_sealed_writes_its_name_and_what_is_published_what_it_tells() {
    let mut builder = SealedAnswers::builder(&SMALL, Mode::Named, RoundState::Open);
    let mut respondent = builder.respondent("1", "Person 1");
    respondent.answer("AA1-1", "3").unwrap().answer("comment.AA1-1", "").unwrap();
    assert_eq!(format!("{respondent:?}"), "SealedRespondent { .. }");
    assert_eq!(format!("{builder:?}"), "SealedBuilder { .. }");
    let publication: Publication = publish(&SMALL, &builder.seal(), None, 1).unwrap();
    // Neither an answer nor an empty comment is a comment.
    assert_eq!(publication.published().comments, []);
    assert!(format!("{publication:?}").starts_with("Publication { published: Published("));
    let answers = sealed(&SMALL, Mode::Named, RoundState::Open, &team(&["3"]));
    assert_eq!(format!("{answers:?}"), "SealedAnswers { .. }");
}
