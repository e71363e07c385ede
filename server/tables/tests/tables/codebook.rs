//! Every column is explained, and every question is there.

use std::collections::BTreeSet;

use calamine::Data;
use domain::instrument::Instrument;
use tables::{Cell, tables, xlsx};

use crate::support::{confidential_rounds, export, read_xlsx};

#[test]
fn every_column_of_every_sheet_is_in_the_codebook_once() {
    let (instrument, publication) = confidential_rounds().last().unwrap();
    let export = export(instrument, publication.published());
    let sheets = read_xlsx(&xlsx(&export).unwrap());
    let mut columns: Vec<String> = tables(&export)
        .iter()
        .flat_map(|table| sheets[table.title()].0.iter().map(|name| format!("{}.{name}", table.id())))
        .collect();
    let mut explained: Vec<String> = sheets["Codebook"].1.iter().map(|row| row[0].to_string()).collect();
    columns.sort();
    explained.sort();
    assert_eq!(columns, explained);
    for row in &sheets["Codebook"].1 {
        for place in [3, 5, 6] {
            assert!(matches!(&row[place], Data::String(text) if !text.is_empty()), "{row:?}");
        }
    }
}

#[test]
fn a_column_that_says_it_is_never_empty_is_not_and_words_are_those_of_the_codebook() {
    for (instrument, publication) in confidential_rounds() {
        for table in tables(&export(instrument, publication.published())) {
            let mut ids = BTreeSet::new();
            for row in table.rows() {
                assert!(matches!(&row[0], Cell::Text(_) | Cell::Count(_)) && ids.insert(format!("{:?}", row[0])));
                for (heading, cell) in table.columns().iter().zip(row) {
                    let place = format!("{}.{}: {cell:?}", table.id(), heading.name);
                    assert!(heading.empty != "Never empty." || *cell != Cell::Empty, "{place}");
                    if let (Cell::Text(word), true) =
                        (cell, ["status", "precision", "band", "kind", "feeds", "scale"].contains(&heading.name))
                    {
                        assert!(heading.range.split(", ").any(|one| one == word), "{place}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_instruments_questions_are_there_with_construct_scale_and_version() {
    let (instrument, publication) = confidential_rounds().last().unwrap();
    let export = export(instrument, publication.published());
    let (header, rows) = &read_xlsx(&xlsx(&export).unwrap())["Questions"];
    let place = |name: &str| header.iter().position(|one| one == name).unwrap();
    let builtin = Instrument::builtin();
    assert_eq!(rows.len(), builtin.items.len() + builtin.metrics.len());
    for (row, item) in rows.iter().zip(&builtin.items) {
        let told = ["id", "question", "construct", "version"].map(|name| row[place(name)].to_string());
        assert_eq!(told, [&item.id, &item.question, &builtin[item.construct].id, &builtin.version].map(String::clone));
        let points: Vec<String> = (1..=5).map(|point| row[place(&format!("point_{point}"))].to_string()).collect();
        match &item.anchors {
            Some(anchors) => assert_eq!(points, anchors),
            None => assert!(points.iter().zip(&builtin.l5.options).all(|(point, option)| *point == option.label)),
        }
    }
}
