//! A named round, one's own file, and a round without anybody: what nobody has to be protected from is there.

use domain::answers_file::{Format, read};
use domain::instrument::Instrument;
use domain::privacy::{SealedAnswers, own_file, publish};
use domain::round::{Mode, RoundState};
use tables::{About, Export, xlsx};

use crate::support::{about, assert_row, number, read_xlsx, rows, word, words};

#[test]
fn ones_own_file_is_exact_and_about_it_there_is_no_round() {
    let instrument = Instrument::builtin();
    let file = "respondent,role,TE1-1,TE1-2,TE1-3\nr1,DS,3,2,3\nr2,DS,3,2,DK\nr3,MLE,4,3,3\nr4,OPS,4,NA,4\nr5,OPS,DK,DK,3\nr6,MGR,5,4,4\n";
    let published = own_file(instrument, &read(instrument, file.as_bytes(), Format::Csv).unwrap());
    let about = About { mode: None, published: None, digest: None, round: String::new(), ..about() };
    let sheets = read_xlsx(&xlsx(&Export::new(instrument, &published, about).unwrap()).unwrap());

    // The golden team of the specification: 101/30 is 3.3667.
    let construct = rows(&sheets["Constructs"]).find(|row| *row["id"] == word("TE1")).unwrap();
    assert_row(&construct, &[("status", word("scored")), ("precision", word("exact")), ("n", number(Some(5.0)))]);
    assert!((construct["mean"].to_string().parse::<f64>().unwrap() - 101.0 / 30.0).abs() < 1e-12);
    let item = rows(&sheets["Items"]).find(|row| *row["id"] == word("TE1-2")).unwrap();
    assert_row(
        &item,
        &[
            ("n", number(Some(4.0))),
            ("median", number(Some(2.5))),
            ("count_2", number(Some(2.0))),
            ("dont_know", number(Some(1.0))),
            ("not_applicable", number(Some(1.0))),
        ],
    );
    for id in ["mode", "k", "published", "digest", "round"] {
        let row = rows(&sheets["About"]).find(|row| *row["id"] == word(id)).unwrap();
        assert_row(&row, &[("value", words(None))]);
    }
}

#[test]
fn odd_answers_are_counted_by_kind_and_named_in_no_sheet() {
    let instrument = Instrument::builtin();
    let mut builder = SealedAnswers::builder(instrument, Mode::Named, RoundState::Closed);
    for (name, step) in [("Straight One", 0), ("Straight Two", 0), ("Crooked", 1)] {
        let mut respondent = builder.respondent(name, name);
        for (place, item) in instrument.items.iter().enumerate() {
            respondent.answer(&item.id, &(2 + place * step % 3).to_string()).unwrap();
        }
    }
    let publication = publish(instrument, &builder.seal(), None, 1).unwrap();
    let sheets = read_xlsx(&xlsx(&Export::new(instrument, publication.published(), about()).unwrap()).unwrap());
    let quality: Vec<_> = rows(&sheets["Quality"]).collect();
    assert_eq!(quality.len(), 1);
    assert_row(&quality[0], &[("id", word("straight_line")), ("respondents", number(Some(2.0)))]);
    let cells = sheets.values().flat_map(|(_, rows)| rows.iter().flatten());
    assert!(!cells.map(ToString::to_string).any(|cell| cell.contains("Straight One")));
}

#[test]
fn without_anybody_every_sheet_is_there_and_no_figure() {
    let instrument = Instrument::builtin();
    let published = own_file(instrument, &domain::answer::AnswerSheet::builder(instrument).build());
    let sheets = read_xlsx(&xlsx(&Export::new(instrument, &published, about()).unwrap()).unwrap());
    assert_eq!(sheets.len(), 15);
    for name in ["Constructs", "Items", "Dimensions", "Challenges", "Delivery"] {
        for row in rows(&sheets[name]) {
            assert!(*row["status"] != word("scored") && *row["precision"] == words(None), "{row:?}");
        }
    }
}
