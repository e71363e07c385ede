//! What a confidential round's report says of what it does not tell.

use domain::explain::{Explainer, Need, Subject, Unit};
use domain::instrument::Instrument;
use domain::privacy::Publication;
use domain::report::{Context, ReportData};
use domain::scoring::Detail;

use super::rounds::{Person, below, person, published};

fn publication(n: usize, cells: impl Fn(usize, usize) -> String) -> Publication {
    let instrument = Instrument::builtin();
    let width = instrument.items.len() + instrument.metrics.len();
    let people: Vec<Person> = (0..n)
        .map(|key| Person { cells: (0..width).map(|place| cells(key, place)).collect(), ..person(key, None, &[]) })
        .collect();
    published(instrument, 5, &people)
}

fn report(n: usize, cells: impl Fn(usize, usize) -> String) -> ReportData {
    let instrument = Instrument::builtin();
    let publication = publication(n, cells);
    let [team, round, subject, date] = ["Payments", "", "", ""].map(str::to_owned);
    ReportData::new(instrument, &publication.published().scores, Context { team, round, subject, date, erased: None })
}

fn varied(key: usize, place: usize) -> String {
    let mut state = (100 * key + place) as u64;
    (2 + below(&mut state, 3)).to_string()
}

#[test]
fn seven_people_are_told_of_in_round_figures() {
    let report = report(7, varied);
    assert_eq!(report.answered, "7 people answered");
    assert!(report.notices[0].starts_with("This round is confidential. A figure is shown when 5 people"));
    assert!(report.maturity.text.starts_with("about "), "{:?}", report.maturity);
    let (low, high) = report.maturity.range.unwrap();
    assert_eq!((low % 5.0, high % 5.0), (0.0, 0.0));
    assert!(report.maturity.why.contains("at least 5 people"));
    let rows = || report.practices.iter().chain(&report.challenges).chain(&report.benefits);
    for row in rows() {
        assert!(row.figure.text.starts_with("about "), "{row:?}");
        assert!(row.figure.range_text.starts_with("likely "), "{row:?}");
        assert_eq!((row.n, row.share_text.as_str()), (0, ""));
        for item in &row.items {
            assert!(item.text.starts_with("About "), "{item:?}");
            assert_eq!((item.n, item.counts, item.left_out.as_str()), (0, [0; 5], ""));
        }
    }
    for blocking in &report.level.blocking {
        assert_eq!(blocking.reason, "fewer than two thirds are there");
    }
    for disagreement in &report.disagreements {
        assert_eq!(disagreement.counts, [0; 5]);
    }
    assert_eq!(report.quality.len(), 2, "{:?}", report.quality);
}

#[test]
fn what_fewer_than_k_answered_is_named_with_its_reason() {
    // TE1-2 is answered by four, and the delivery metrics by nobody.
    let instrument = Instrument::builtin();
    let question = instrument.item_index("TE1-2").unwrap().get();
    let report = report(7, |key, place| {
        if (place == question && key > 3) || place >= instrument.items.len() {
            String::new()
        } else {
            varied(key, place)
        }
    });
    let row = report.practices.iter().find(|row| row.id == "TE1").unwrap();
    assert!(row.items[1].text.starts_with("Not shown: fewer than 5 answered this"), "{:?}", row.items[1]);
    assert_eq!(report.level.text, "Not shown");
    assert_eq!((report.dials[2].figure.text.as_str(), report.delivery[0].answer.as_str()), ("Not shown", "not shown"));
}

#[test]
fn too_few_people_get_a_sentence_and_no_figure() {
    let report = report(4, varied);
    assert!(report.summary.starts_with("4 people have answered. Results are shown from 5 people on"));
    assert_eq!(report.notices.len(), 1);
    assert_eq!((report.maturity.text.as_str(), report.maturity.value), ("Not shown", None));
    assert!(report.practices.iter().all(|row| row.figure.text == "Not shown" && row.figure.value.is_none()));
    assert!(report.priorities.is_empty() && report.disagreements.is_empty());
    assert_eq!(report.crossing, None, "there is no figure to put beside a name");
}

#[test]
fn where_one_practice_is_shown_it_is_said_that_too_few_can_be() {
    let instrument = Instrument::builtin();
    let shown = instrument.constructs[instrument.construct_index("TE1").unwrap().get()].items;
    let answers = |key, place| {
        if shown.iter().any(|item| item.get() == place) { varied(key, place) } else { "DK".to_owned() }
    };
    let report = report(7, answers);
    assert_eq!(report.summary, "Too few practices can be shown to say what carries the score.");
    assert!(report.notices[1].contains("practices that can be shown: 1 of 11."), "{:?}", report.notices);
}

#[test]
fn ten_people_are_told_of_as_in_a_named_round() {
    let report = report(10, varied);
    assert!(report.practices.iter().all(|row| row.n == 10 && row.items.iter().all(|item| item.n == 10)));
    assert!(!report.maturity.text.starts_with("about"));
    assert!(report.quality.iter().any(|line| line.contains("are “don’t know”")));
    assert!(report.quality.iter().any(|line| line.contains("not looked at")));
}

#[test]
fn explanations_tell_no_more_than_the_figures() {
    // TE1-1 has four answers and is suppressed; the others have seven and are coarse.
    let publication = publication(7, |key, place| {
        let te1 = Instrument::builtin().item_index("TE1-1").unwrap();
        if place == te1.get() && key < 3 { "DK".to_owned() } else { varied(key, place) }
    });
    let scores = &publication.published().scores;
    let explainer = Explainer::new(Instrument::builtin(), scores);
    let mut seen = (0, 0);
    for subject in explainer.subjects() {
        let found = explainer.of(subject).unwrap();
        if let Subject::Item(place) = subject {
            let score = &scores.items[place.get()];
            assert!(found.left_out.is_empty(), "{found:?}");
            if score.detail == Detail::Suppressed {
                seen.0 += 1;
                assert!(found.entered.is_empty() && found.levers.is_empty() && found.value.is_none(), "{found:?}");
            } else {
                seen.1 += 1;
                assert_eq!((found.value, found.count(Unit::Answers)), (score.mean, 5), "the least it can be");
                assert!(found.levers.iter().all(|lever| !matches!(lever.need, Need::Met(_))), "{found:?}");
            }
        }
        if let Subject::Construct(_) = subject {
            assert!(found.left_out.is_empty(), "{found:?}");
        }
    }
    assert!(seen.0 > 0 && seen.1 > 40, "{seen:?}");
}
