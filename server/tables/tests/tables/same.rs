//! The three files say the same.

use std::collections::BTreeMap;

use calamine::Data;
use domain::privacy::{Published, Restored as _};
use tables::{Cell, Export, csv, json, tables, xlsx};

use crate::support::{Sheet, confidential_rounds, export, read_csv, unmarked, workbooks};

/// Each cell of each table is in the workbook, with its type and to the last digit.
fn assert_workbook(export: &Export<'_>, sheets: &BTreeMap<String, Sheet>) {
    let tables = tables(export);
    assert_eq!(sheets.len(), tables.len());
    for table in &tables {
        let (header, rows) = &sheets[table.title()];
        let names: Vec<&str> = table.columns().iter().map(|heading| heading.name).collect();
        assert_eq!(header, &names, "{}", table.id());
        assert_eq!(rows.len(), table.rows().len(), "{}", table.id());
        for (read, row) in rows.iter().zip(table.rows()) {
            for ((read, cell), name) in read.iter().zip(row).zip(&names) {
                let same = match (read, cell) {
                    (Data::Empty, Cell::Empty) => true,
                    (Data::Float(read), Cell::Number(number)) => read.to_bits() == number.to_bits(),
                    (Data::Float(read), Cell::Count(count)) => read.to_string() == count.to_string(),
                    (Data::String(read), Cell::Text(text)) => unmarked(read) == text,
                    _ => false,
                };
                assert!(same, "{}.{name}: {read:?} is not {cell:?}", table.id());
            }
        }
    }
}

/// The CSV file has a line for each cell but those that stand on every line.
fn assert_csv(export: &Export<'_>) {
    let mut lines = read_csv(&csv(export).unwrap()).into_iter();
    assert_eq!(lines.next().unwrap(), ["table", "id", "field", "status", "precision", "value"]);
    for table in tables(export) {
        let text = |cell: &Cell| match cell {
            Cell::Empty => String::new(),
            Cell::Number(number) => number.to_string(),
            Cell::Count(count) => count.to_string(),
            Cell::Text(text) => text.clone(),
        };
        for row in table.rows() {
            let named = || table.columns().iter().map(|heading| heading.name).zip(row);
            let find = |name: &str| named().find(|(one, _)| *one == name).map_or(String::new(), |(_, cell)| text(cell));
            for (name, cell) in named().filter(|(name, _)| !["id", "status", "precision"].contains(name)) {
                let line = lines.next().unwrap();
                let expected = [table.id(), &find("id"), name, &find("status"), &find("precision")];
                assert_eq!(line[..5], expected);
                assert_eq!(unmarked(&line[5]), text(cell), "{line:?}");
            }
        }
    }
    assert_eq!(lines.next(), None);
}

/// The JSON file is the publication as the domain writes it, with two objects more.
fn assert_json(export: &Export<'_>, published: &Published) {
    let read: serde_json::Value = serde_json::from_slice(&json(export).unwrap()).unwrap();
    let mut read = read.as_object().unwrap().clone();
    assert!(read.remove("about").unwrap().is_object());
    assert!(read.remove("codebook").unwrap()["columns"].is_array());
    let told = serde_json::to_value(published).unwrap();
    assert_eq!(read.remove("cuts").unwrap(), told["cuts"]);
    assert_eq!(read.remove("comments").unwrap(), told["comments"]);
    assert_eq!(read.remove("importance").unwrap(), told["importance"]);
    assert_eq!(serde_json::Value::Object(read), told["scores"]);
}

#[test]
fn the_three_files_of_random_confidential_rounds_have_the_same_cells() {
    for ((instrument, publication), (_, sheets)) in confidential_rounds().zip(workbooks()) {
        let export = export(instrument, publication.published());
        assert_workbook(&export, sheets);
        assert_csv(&export);
        assert_json(&export, publication.published());
    }
}

#[test]
fn the_same_publication_gives_the_same_bytes_and_another_time_others() {
    let (instrument, publication) = confidential_rounds().last().unwrap();
    let published = publication.published();
    let read_again = Published::restored(&publication.kept().shown).unwrap();
    let (first, second) = (export(instrument, published), export(instrument, &read_again));
    assert_eq!(xlsx(&first).unwrap(), xlsx(&second).unwrap());
    assert_eq!(csv(&first).unwrap(), csv(&second).unwrap());
    assert_eq!(json(&first).unwrap(), json(&second).unwrap());
    let later = tables::About { created: 1_795_086_400, ..crate::support::about() };
    let later = Export::new(instrument, published, later).unwrap();
    assert_ne!(xlsx(&first).unwrap(), xlsx(&later).unwrap());
}

#[test]
fn lines_end_with_cr_lf_and_the_file_begins_with_its_header() {
    let (instrument, publication) = confidential_rounds().next().unwrap();
    let bytes = csv(&export(instrument, publication.published())).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.starts_with("table,id,field,status,precision,value\r\n"));
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains('\n'));
}
