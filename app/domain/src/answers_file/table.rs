//! Answers as CSV: a header `respondent,role` and then items and metrics in any order, and a row for each respondent.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::rows::{Rows, Value};
use super::{FileError, MAX_RESPONDENTS, NOBODY, TOO_MANY};
use crate::answer::{AnswerSheet, RespondentAnswers, SheetBuilder};
use crate::instrument::{Column, Instrument, JobRole};

const FIRST: [&str; 2] = ["respondent", "role"];

pub(super) fn read(instrument: &Instrument, text: &str) -> Result<AnswerSheet, FileError> {
    let (mut rows, mut row) = (Rows::new(text), Vec::new());
    if !rows.next(&mut row)? {
        return Err(FileError::at(1, 1, Some(FIRST[0]), "The file is empty. It has to begin with a header."));
    }
    let mut sheet = SheetBuilder::new(instrument, false);
    let header = header(instrument, &row)?;
    header.columns.iter().for_each(|column| sheet.column(*column));
    let mut seen = HashMap::new();
    while rows.next(&mut row)? {
        let line = row.first().map_or(1, |value| value.line);
        if sheet.len() == MAX_RESPONDENTS {
            return Err(FileError::at(line, 1, Some(FIRST[0]), TOO_MANY));
        }
        header.check_length(&row)?;
        let respondent = header.respondent(&row)?;
        match seen.entry(respondent.id.clone()) {
            Entry::Occupied(first) => {
                let message =
                    format!("The respondent \"{}\" is in line {} already.", super::cut(&respondent.id), first.get());
                return Err(FileError::at(line, 1, Some(FIRST[0]), message));
            }
            Entry::Vacant(place) => place.insert(line),
        };
        sheet.push(respondent);
    }
    if sheet.is_empty() {
        return Err(FileError::at(rows.line(), 1, Some(FIRST[0]), NOBODY));
    }
    Ok(sheet.build())
}

/// The columns from the third on.
struct Header<'i> {
    names: Vec<String>,
    columns: Vec<Column>,
    instrument: &'i Instrument,
}

fn header<'i>(instrument: &'i Instrument, row: &[Value<'_>]) -> Result<Header<'i>, FileError> {
    let names: Vec<String> = row.iter().map(|value| value.text.trim().to_owned()).collect();
    let line = row.first().map_or(1, |value| value.line);
    for (i, expected) in FIRST.into_iter().enumerate() {
        let found = names.get(i).map_or("", String::as_str);
        if found != expected {
            let hint = if found.contains([';', '\t']) { " Put commas between the columns." } else { "" };
            let message =
                format!("The header has to begin with respondent,role; \"{}\" stands here.{hint}", super::cut(found));
            return Err(FileError::at(line, i + 1, Some(expected), message));
        }
    }
    let mut columns = Vec::new();
    for (i, name) in names.iter().enumerate().skip(FIRST.len()) {
        let Some(column) = instrument.column(name) else {
            return Err(FileError::at(row[i].line, i + 1, Some(name), super::unknown_column(instrument, name)));
        };
        if columns.contains(&column) {
            return Err(FileError::at(row[i].line, i + 1, Some(name), "The header has this column twice."));
        }
        columns.push(column);
    }
    Ok(Header { names, columns, instrument })
}

impl Header<'_> {
    fn name(&self, place: usize) -> Option<&str> {
        self.names.get(place).map(String::as_str)
    }

    fn check_length(&self, row: &[Value<'_>]) -> Result<(), FileError> {
        if row.len() == self.names.len() {
            return Ok(());
        }
        // The first value that is missing, or the first that is too many.
        let place = row.len().min(self.names.len());
        let line = row.get(place).or(row.last()).map_or(1, |value| value.line);
        let message = format!("The row has {} values; the header has {} columns.", row.len(), self.names.len());
        Err(FileError::at(line, place + 1, self.name(place), message))
    }

    fn respondent(&self, row: &[Value<'_>]) -> Result<RespondentAnswers, FileError> {
        let wrong = |place: usize, message: &str| FileError::at(row[place].line, place + 1, self.name(place), message);
        let id = row[0].text.trim();
        if id.is_empty() {
            return Err(wrong(0, "The respondent has no name. Any text will do."));
        }
        let mut respondent = RespondentAnswers::new(self.instrument, id.to_owned());
        let roles = row[1].text.split(';').map(str::trim).filter(|role| !role.is_empty()).map(super::role);
        let roles: Result<Vec<JobRole>, String> = roles.collect();
        respondent.set_roles(roles.map_err(|message| wrong(1, &message))?);
        for (place, column) in (FIRST.len()..).zip(&self.columns) {
            let entered = respondent.enter(self.instrument, *column, &row[place].text);
            entered.map_err(|error| wrong(place, &error.message))?;
        }
        Ok(respondent)
    }
}
