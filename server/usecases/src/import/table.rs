//! Reading the table: each row, and each fault with its line and column.

use std::collections::{BTreeMap, BTreeSet};

use csv::{ReaderBuilder, StringRecord, Trim};
use domain::account::{Email, folded};
use domain::answer::one_line;
use domain::rights::Right;
use domain::units::LEVELS;

/// Rows that are taken at most.
pub const MOST_ROWS: usize = 20_000;
/// Faults that are told at most: more help nobody.
const MOST_FAULTS: usize = 50;
/// The columns that there can be.
const COLUMNS: [&str; 5] = ["email", "name", "right", "team", "unit"];

/// What cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: u64,
    /// The column's name; empty for the whole line.
    pub column: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// A person of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub line: u64,
    pub email: Email,
    /// Empty leaves the name as it is.
    pub name: String,
    /// `None` leaves the right as it is; a new account is a member.
    pub right: Option<Right>,
    /// The names of teams.
    pub teams: Vec<String>,
    /// Names of the units of those teams, from the top.
    pub unit: Vec<String>,
}

/// Reads the table; faults of a line do not hide those of others.
pub(super) fn read(text: &str) -> Result<Vec<Row>, Vec<Fault>> {
    let whole = |line, message: &str| vec![Fault { line, column: String::new(), message: message.to_owned() }];
    // Forms send two characters at the end of a line, of which the reader would count the second to the next line.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reader = ReaderBuilder::new().trim(Trim::All).flexible(true).from_reader(text.as_bytes());
    let head = reader.headers().map_err(|error| whole(1, &error.to_string()))?.clone();
    let places: BTreeMap<String, usize> = head.iter().enumerate().map(|(at, name)| (name.to_lowercase(), at)).collect();
    if !places.contains_key("email") {
        return Err(whole(1, "The first line must name the columns: email,name,right,team,unit."));
    }
    if let Some(odd) = places.keys().find(|name| !COLUMNS.contains(&name.as_str())) {
        let message = "There is no such column; there are email, name, right, team and unit.".to_owned();
        return Err(vec![Fault { line: 1, column: odd.clone(), message }]);
    }
    let (mut rows, mut faults, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for record in reader.records() {
        if rows.len() >= MOST_ROWS {
            return Err(whole(0, "These are more than 20,000 lines. Import them in parts."));
        }
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                faults.extend(whole(
                    error.position().map_or(0, csv::Position::line),
                    "This line is not whole: a quotation mark is open, or it is no UTF-8.",
                ));
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() > head.len() {
            faults.extend(whole(
                line,
                "There are more cells than columns; a comma inside a cell needs quotation marks around it.",
            ));
            continue;
        }
        match row(line, &record, &places) {
            Ok(row) if seen.insert(row.email.folded()) => rows.push(row),
            Ok(_) => faults.push(Fault {
                line,
                column: "email".to_owned(),
                message: "This address stands on an earlier line already.".to_owned(),
            }),
            Err(more) => faults.extend(more),
        }
        if faults.len() >= MOST_FAULTS {
            break;
        }
    }
    if faults.is_empty() && rows.is_empty() {
        return Err(whole(2, "There is nobody in it: below the first line stands a line a person."));
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

fn row(line: u64, record: &StringRecord, places: &BTreeMap<String, usize>) -> Result<Row, Vec<Fault>> {
    let cell = |column: &str| places.get(column).and_then(|at| record.get(*at)).unwrap_or("");
    let fault = |column: &str, message: String| Fault { line, column: column.to_owned(), message };
    let names = |column: &str, separator: char| -> Result<Vec<String>, Fault> {
        let parts = cell(column).split(separator).map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| one_line(column, part).map_err(|error| fault(column, error.message))).collect()
    };
    let email = Email::parse(cell("email")).map_err(|message| fault("email", message));
    let name = one_line("name", cell("name")).map_err(|error| fault("name", error.message));
    let right = match cell("right") {
        "" => Ok(None),
        word => Right::from_word(word)
            .map(Some)
            .ok_or_else(|| fault("right", "Give owner, lead, member or viewer.".to_owned())),
    };
    let teams = names("team", ';');
    let unit = names("unit", '/').and_then(|unit| {
        if unit.len() > usize::try_from(LEVELS).unwrap_or(3) {
            Err(fault("unit", "There are three levels at most.".to_owned()))
        } else {
            Ok(unit)
        }
    });
    match (email, name, right, teams, unit) {
        (Ok(email), Ok(name), Ok(right), Ok(teams), Ok(unit)) => Ok(Row { line, email, name, right, teams, unit }),
        (email, name, right, teams, unit) => {
            Err([email.err(), name.err(), right.err(), teams.err(), unit.err()].into_iter().flatten().collect())
        }
    }
}

/// A path of units in the form that two are compared in.
pub(super) fn path(unit: &[String]) -> String {
    unit.iter().map(|name| folded(name)).collect::<Vec<_>>().join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<(u64, String)> {
        read(text).unwrap_err().into_iter().map(|fault| (fault.line, fault.column)).collect()
    }

    #[test]
    fn a_table_is_read_with_its_columns_in_any_order() {
        let rows = read("\u{feff}Team,EMAIL,name\n\"A; B\", ada@example.org ,\"Ada, L.\"\n,bo@example.org\n").unwrap();
        assert_eq!(rows[0].teams, ["A", "B"]);
        assert_eq!((rows[0].name.as_str(), rows[0].line, rows[0].right), ("Ada, L.", 2, None));
        assert_eq!((rows[1].email.as_str(), rows[1].line), ("bo@example.org", 3));
    }

    #[test]
    fn every_fault_has_its_line_and_column() {
        let text =
            "email,name,right,team,unit\nada,,,,\nbo@example.org,,boss,,A/B/C/D\nada@example.org\nADA@example.org\n";
        let told = |line, column: &str| (line, column.to_owned());
        assert_eq!(faults(text), [told(2, "email"), told(3, "right"), told(3, "unit"), told(5, "email")]);
        assert_eq!(faults("name\nAda\n"), [told(1, "")]);
        assert_eq!(faults("email,shoe\na@b.de,9\n"), [told(1, "shoe")]);
        assert_eq!(faults("email\n"), [told(2, "")]);
        assert_eq!(faults("email\na@b.de,x\n"), [told(2, "")]);
    }
}
