//! The charts of a round say what was published of it, and no more.

use charts::{Group, RoundCharts, Width};
use domain::instrument::Instrument;
use domain::privacy::{Published, SealedAnswers, publish};
use domain::report::{Context, ReportData};
use domain::round::{Mode, RoundState};
use domain::sample::sample;

fn context() -> Context {
    let (team, empty) = ("Payments Risk".to_owned(), String::new);
    Context { team, round: empty(), subject: empty(), date: empty(), erased: None }
}

/// People who all answer each question of the practices alike, half of them data scientists, half engineers.
fn published(mode: Mode, people: usize) -> (Published, ReportData) {
    let instrument = Instrument::builtin();
    let mut builder = SealedAnswers::builder(instrument, mode, RoundState::Closed);
    for person in 0..people {
        let mut respondent = builder.respondent(person.to_string(), person.to_string());
        let (role, answer) = if person % 2 == 0 { ("DS", "4") } else { ("MLE", "2") };
        respondent.answer("job_role", role).expect("a role");
        respondent.answer("strategy.top-challenges", "CH2").expect("a challenge");
        for item in &instrument.items {
            respondent.answer(&item.id, answer).expect("a stage");
        }
    }
    let published = publish(instrument, &builder.seal(), None, 1).expect("a closed round").published().clone();
    let report = ReportData::of(instrument, &published, context());
    (published, report)
}

fn charts((published, report): &(Published, ReportData)) -> RoundCharts<'_> {
    RoundCharts::new(Instrument::builtin(), published, report)
}

#[test]
fn every_construct_has_a_row_with_its_figure() {
    let sample = sample();
    let charts = RoundCharts::new(Instrument::builtin(), &sample.figures, &sample.report);
    for (group, rows) in [
        (Group::Practices, &sample.report.practices),
        (Group::Challenges, &sample.report.challenges),
        (Group::Benefits, &sample.report.benefits),
    ] {
        for width in [Width::Wide, Width::Narrow] {
            let drawn = charts.dots(group, width);
            let told: Vec<_> = drawn.table().rows().iter().map(|row| (&row[0], &row[1])).collect();
            assert_eq!(told, rows.iter().map(|row| (&row.short, &row.figure.text)).collect::<Vec<_>>());
        }
    }
    assert_eq!(charts.overview(Width::Wide).unwrap().table().rows().len(), 11);
}

#[test]
fn a_map_needs_somebody_who_said_what_matters() {
    let sample = sample();
    let charts_of_a_file = RoundCharts::new(Instrument::builtin(), &sample.figures, &sample.report);
    assert!(charts_of_a_file.map(Group::Challenges, Width::Wide).is_none());
    let round = published(Mode::Named, 4);
    assert!(charts(&round).map(Group::Practices, Width::Wide).is_none());
    let map = charts(&round).map(Group::Challenges, Width::Wide).unwrap();
    let named: Vec<&str> = map.table().rows().iter().map(|row| row[2].as_str()).collect();
    assert_eq!(named, ["0 %", "100 %", "0 %", "0 %"]);
}

#[test]
fn roles_are_drawn_where_two_are_told() {
    let named = published(Mode::Named, 4);
    let table = charts(&named).roles(Width::Wide).unwrap().table().clone();
    assert_eq!(table.rows().iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["Data scientist", "ML engineer"]);
    let few = published(Mode::Confidential { k: 5 }, 8);
    assert!(charts(&few).roles(Width::Wide).is_none());
    let many = published(Mode::Confidential { k: 5 }, 20);
    assert!(charts(&many).roles(Width::Wide).is_some());
}

#[test]
fn a_small_confidential_round_has_rounded_dots_and_no_spread() {
    let instrument = Instrument::builtin();
    let few = published(Mode::Confidential { k: 5 }, 8);
    let drawn = charts(&few).dots(Group::Practices, Width::Wide);
    assert!(drawn.table().rows().iter().all(|row| row[1].starts_with("about ")), "{:?}", drawn.table());
    assert!(charts(&few).map(Group::Challenges, Width::Wide).is_none());
    let spreads = |round| instrument.dimension_indices().filter_map(move |one| charts(round).answers(one, Width::Wide));
    assert_eq!(spreads(&few).count(), 0);
    let many = published(Mode::Confidential { k: 5 }, 20);
    assert_eq!(spreads(&many).count(), 6);
}
