//! The page of a quick check.

use domain::instrument::{Column, Instrument, MetricKind};
use domain::quick_check::{Answers, CheckData, CheckRow};

use crate::support::{contains, page_count, squeezed, text_of};

/// A check whose answers `choose` picks: it is given how many points the question's scale has (none for a percentage) and
/// the length of each point's words.
fn check(choose: impl Fn(&[usize]) -> String) -> CheckData {
    let instrument = Instrument::builtin();
    let answer = |column: &Column| {
        let words: Vec<usize> = match column {
            Column::Item(index) => match &instrument[*index].anchors {
                Some(anchors) => anchors.iter().map(String::len).collect(),
                None => instrument.l5.options.iter().map(|option| option.label.len()).collect(),
            },
            Column::Metric(index) => match &instrument[*index].kind {
                MetricKind::Bands(bands) => bands.iter().map(String::len).collect(),
                MetricKind::Percent => Vec::new(),
            },
        };
        (instrument.column_id(*column).to_owned(), choose(&words))
    };
    let answers: Answers = instrument.quick_check.iter().map(answer).collect();
    CheckData::new(instrument, &answers, "25 November 2026".to_owned())
}

/// The answer with the longest words of each question.
fn longest(words: &[usize]) -> String {
    let at = words.iter().enumerate().max_by_key(|(_, length)| **length);
    at.map_or("12.5".to_owned(), |(place, _)| (place + 1).to_string())
}

fn all() -> Vec<(&'static str, CheckData)> {
    let instrument = Instrument::builtin();
    let one = Answers::from([("PM4".to_owned(), "DK".to_owned())]);
    vec![
        ("longest", check(longest)),
        ("lowest", check(|_| "1".to_owned())),
        ("low", check(|_| "2".to_owned())),
        ("middle", check(|_| "3".to_owned())),
        ("high", check(|_| "4".to_owned())),
        ("highest", check(|_| "5".to_owned())),
        ("unknown", check(|_| "DK".to_owned())),
        ("nearly nothing", CheckData::new(instrument, &one, "25 November 2026".to_owned())),
    ]
}

#[test]
fn whatever_is_answered_it_is_one_accessible_page() {
    for (name, data) in all() {
        let pdf = report::render_check_pdf(&data).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(page_count(&pdf), 1, "{name}");
        for needle in ["/StructTreeRoot", "/MarkInfo", "<pdfuaid:part>1</", "<pdfaid:part>2</", "(en-GB)"] {
            assert!(contains(&pdf, needle), "{name} has no {needle}");
        }
    }
}

#[test]
fn it_says_all_that_the_check_says() {
    for (name, data) in all() {
        let text = text_of(&report::render_check_pdf(&data).unwrap());
        let rows = [&data.practices, &data.challenges, &data.benefits, &data.delivery];
        let row = |row: &CheckRow| [row.topic.clone(), row.text.clone(), row.detail.clone()];
        let said = [&data.heading, &data.date, &data.answered, &data.summary, &data.rough.text, &data.rough.stage]
            .into_iter()
            .chain([&data.rough.why, &data.no_first, &data.unknown, &data.challenges_text, &data.more])
            .chain(&data.limits)
            .cloned()
            .chain(data.first.iter().flat_map(|it| [it.topic.clone(), it.next.clone(), it.next_text.clone()]))
            .chain(rows.into_iter().flatten().flat_map(row));
        for words in said {
            assert!(text.contains(&squeezed(&words)), "{name}: {words:?} is missing in: {text}");
        }
    }
}

#[test]
fn the_same_check_gives_the_same_bytes_beside_a_report() {
    let data = check(longest);
    let first = report::render_check_pdf(&data).unwrap();
    report::render_pdf(&crate::samples::on_paper(&crate::samples::realistic())).unwrap();
    assert!(first == report::Engine::new().render_check_pdf(&data).unwrap());
}
