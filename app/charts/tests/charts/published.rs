//! A published score is drawn as far as it is told.

use charts::{Absence, Answers, Link, Reading};
use domain::answers_file::{Format, read};
use domain::comparison::Compared;
use domain::instrument::Instrument;
use domain::report::{Context, ReportData};
use domain::scoring::{ConstructScore, Detail, ItemScore, Scores, Status, score};

use crate::samples::{coarse, full};

fn scores() -> Scores {
    let answers = include_bytes!("../../../domain/sample/answers.csv");
    let sheet = read(Instrument::builtin(), answers, Format::Csv).expect("the sample's answers");
    score(Instrument::builtin(), &sheet)
}

fn sample() -> ConstructScore {
    scores().constructs[0].clone()
}

#[test]
fn a_score_in_full_keeps_its_figure_and_range() {
    let score = sample();
    let (index, range) = (score.index.expect("a score"), score.index_ci95.expect("a range"));
    assert_eq!(Reading::from(&score), full(index, range.low, range.high));
}

#[test]
fn a_coarse_score_is_coarse() {
    let mut score = ConstructScore { detail: Detail::Coarse, index: Some(45.0), ..sample() };
    let range = score.index_ci95.as_mut().expect("a range");
    (range.low, range.high) = (30.0, 60.0);
    assert_eq!(Reading::from(&score), coarse(45, 30, 60));
    // A range that was not widened must not get out.
    score.index_ci95.as_mut().expect("a range").low = 31.4;
    assert_eq!(Reading::from(&score).interval(), None);
}

#[test]
fn what_is_not_published_is_not_drawn_even_if_it_is_there() {
    let score = ConstructScore { detail: Detail::Suppressed, ..sample() };
    assert_eq!(Reading::from(&score), Reading::Absent(Absence::NotShown));
}

#[test]
fn without_a_score_the_reason_is_said() {
    let reasons = [
        (Status::Suppressed, Absence::NotShown),
        (Status::NotApplicable, Absence::NotAsked),
        (Status::Withheld, Absence::TooFew),
    ];
    for (status, absence) in reasons {
        let score = ConstructScore { status, index: None, index_ci95: None, ..sample() };
        assert_eq!(Reading::from(&score), Reading::Absent(absence));
    }
}

#[test]
fn counts_are_drawn_only_where_they_are_told() {
    let item = scores().items[0].clone();
    let told = Answers::Counts { values: item.counts, dont_know: item.dont_know };
    assert_eq!(Answers::from(&item), told);
    for detail in [Detail::Coarse, Detail::Suppressed] {
        let hidden = ItemScore { detail, counts: [0; 5], ..item.clone() };
        assert_eq!(Answers::from(&hidden), Answers::Absent(Absence::NotShown));
    }
}

#[test]
fn only_a_new_wording_breaks_a_line() {
    assert_eq!(Link::from(&Compared::<()>::Reworded), Link::Reworded);
    assert_eq!([Compared::Unknown, Compared::Found(())].map(|compared| Link::from(&compared)), [Link::Same; 2]);
}

#[test]
fn a_chart_says_what_the_report_says() {
    let sample = include_str!("../../../domain/sample/answers.csv");
    // One person, asked about one construct, who knows nothing of it.
    for answers in [sample, "respondent,role,AD1-1,AD1-2,AD1-3\nr1,,DK,DK,DK\n"] {
        let sheet = read(Instrument::builtin(), answers.as_bytes(), Format::Csv).expect("answers");
        let scores = score(Instrument::builtin(), &sheet);
        let words = String::new;
        let context = Context { team: words(), round: words(), subject: words(), date: words(), erased: None };
        let report = ReportData::new(Instrument::builtin(), &scores, context);
        let rows: Vec<_> = report.practices.iter().chain(&report.challenges).chain(&report.benefits).collect();
        assert_eq!(rows.len(), scores.constructs.len());
        for row in rows {
            let score = scores.constructs.iter().find(|score| score.id == row.id).expect("a construct");
            assert_eq!(Reading::from(score).to_string(), row.figure.text);
        }
    }
}
