//! What the report says: all of the result, in its own words.

use crate::samples;
use crate::support::{squeezed, text_of};
use domain::report::{ConstructRow, ReportData};

fn rendered(data: &ReportData) -> String {
    text_of(&report::render_pdf(&samples::on_paper(data)).unwrap())
}

/// Asserts that the text holds each of these words.
fn assert_all<'a>(text: &str, words: impl IntoIterator<Item = &'a String>) {
    for words in words {
        assert!(text.contains(&squeezed(words)), "{words:?} is missing in: {text}");
    }
}

fn figures(row: &ConstructRow) -> [&String; 5] {
    [&row.name, &row.figure.text, &row.figure.range_text, &row.band, &row.share_text]
}

#[test]
fn every_number_stands_there_as_it_is_shown() {
    let mut data = samples::realistic();
    data.maturity.text = "49.8".into();
    let text = rendered(&data);
    assert_all(
        &text,
        [&data.heading, &data.team, &data.round, &data.subject, &data.answered, &data.date, &data.summary],
    );
    assert_all(&text, [&data.maturity.text, &data.maturity.range_text, &data.level.text, &data.models_note]);
    for rows in [&data.practices, &data.challenges, &data.benefits] {
        for row in rows {
            assert_all(&text, figures(row));
        }
    }
    for rung in &data.level.rungs {
        assert_all(&text, [&rung.name, &rung.text]);
    }
    for dial in &data.dials {
        assert_all(&text, [&dial.name, &dial.figure.text, &dial.figure.range_text, &dial.band, &dial.remark]);
    }
    for row in &data.delivery {
        assert_all(&text, [&row.topic, &row.answer, &row.figure.text]);
    }
}

#[test]
fn every_sentence_of_the_result_is_in_the_report() {
    let data = samples::realistic();
    let text = rendered(&data);
    assert_all(&text, data.notices.iter().chain(&data.quality));
    for item in &data.level.blocking {
        assert_all(&text, [&item.id, &item.topic, &item.stage, &item.reason]);
    }
    for item in &data.disagreements {
        assert_all(&text, [&item.topic, &item.question, &item.text]);
    }
    for item in &data.priorities {
        assert_all(&text, [&item.action, &item.text]);
    }
    for item in &data.unknown {
        assert_all(&text, [&item.id, &item.topic, &item.question, &item.text]);
    }
    let crossing = data.crossing.as_ref().unwrap();
    let acting = crossing.rows.iter().flat_map(|row| row.cells.iter().flatten().chain([&row.challenge]));
    for one in acting.chain(&crossing.benefits) {
        assert_all(&text, [&format!("{} {}", one.name, one.text)]);
    }
    for model in &data.models {
        assert_all(&text, [&model.name, &model.text, &model.raise, &model.source]);
    }
    for framework in &data.coverage {
        assert_all(&text, [&framework.name, &framework.text, &framework.source]);
    }
    for note in &data.method {
        assert_all(&text, [&note.title, &note.text]);
    }
    for reference in &data.references {
        assert_all(&text, [&reference.statement, &reference.value, &reference.source]);
    }
}

#[test]
fn how_each_figure_was_worked_out_is_in_the_report() {
    let data = samples::realistic();
    let text = rendered(&data);
    let constructs = data.practices.iter().chain(&data.challenges).chain(&data.benefits);
    let whys = [&data.maturity.why, &data.level.why, &data.level.other_rules]
        .into_iter()
        .chain(data.dials.iter().map(|it| &it.figure.why))
        .chain(constructs.map(|it| &it.figure.why))
        .chain(data.delivery.iter().map(|it| &it.figure.why))
        .chain(data.priorities.iter().map(|it| &it.why))
        .chain(data.models.iter().map(|it| &it.why))
        .chain(data.coverage.iter().map(|it| &it.why));
    assert_all(&text, whys);
}

#[test]
fn the_answer_comes_first() {
    let data = samples::realistic();
    let text = rendered(&data);
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words:?} is missing"));
    let order = [
        place(&data.heading),
        place("Contents"),
        place(&squeezed(&data.summary)),
        place("likely 41 to 58"),
        place("Level 2, Emerging"),
        place("Challenge severity"),
        place("The first things to do"),
        place("Practices Dot"),
        place("What to do next What blocks"),
        place("Where you disagree Talk"),
        place("How this was worked out What this report was made from"),
        place("How the answers spread A bar"),
        place("Appendix: every published figure As published"),
    ];
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn an_empty_result_says_what_is_missing() {
    let data = samples::empty();
    let text = rendered(&data);
    assert_all(&text, data.notices.iter().chain([&data.summary, &data.maturity.why, &data.level.why]));
    assert!(text.matches("Too few to tell").count() >= 5, "{text}");
    assert!(!text.contains("none") && !text.contains("null"), "{text}");
}

#[test]
fn a_long_word_is_broken_and_still_whole() {
    let data = samples::huge();
    // Reading across lines puts a space where the word was broken.
    let text = rendered(&data).replace(' ', "");
    assert!(text.contains(&data.team));
    // In a narrow column it may even go on over the page, past the lines at the head and foot.
    assert_eq!(text.matches('Ж').count(), 200);
}
