//! One long table: a line for each cell.

use crate::neutral::neutral;
use crate::{Cell, Error, Export, Table, tables};

/// The columns of the file.
const COLUMNS: [&str; 6] = ["table", "id", "field", "status", "precision", "value"];

/// The publication as CSV (UTF-8, CRLF, RFC 4180): a line for each cell of each table.
///
/// # Errors
/// [`Error::Csv`], which writing into memory does not give.
pub fn csv(export: &Export<'_>) -> Result<Vec<u8>, Error> {
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for table in tables(export) {
        write(&mut writer, &table)?;
    }
    writer.into_inner().map_err(|fault| Error::Csv(fault.into_error().into()))
}

fn write(writer: &mut ::csv::Writer<Vec<u8>>, table: &Table) -> Result<(), Error> {
    let place = |name: &str| table.columns().iter().position(|heading| heading.name == name);
    let (status, precision) = (place("status"), place("precision"));
    for row in table.rows() {
        let text = |place: Option<usize>| place.and_then(|place| row.get(place)).map_or_else(String::new, Cell::text);
        let (id, status_text, precision_text) = (text(Some(0)), text(status), text(precision));
        // The first column, status and precision stand on every line already.
        let fields = table.columns().iter().zip(row).enumerate().skip(1);
        for (_, (heading, cell)) in fields.filter(|(one, _)| ![status, precision].contains(&Some(*one))) {
            let value = match cell {
                Cell::Text(text) => neutral(text).into_owned(),
                Cell::Empty | Cell::Number(_) | Cell::Count(_) => cell.text(),
            };
            writer.write_record([table.id(), &id, heading.name, &status_text, &precision_text, &value])?;
        }
    }
    Ok(())
}
