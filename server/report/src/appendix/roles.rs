//! The same by job role.

use domain::instrument::{Construct, Instrument, JobRole};
use domain::privacy::{Cut, Published};
use domain::scoring::ConstructScore;

use super::cell::{absent, index, people, range};
use super::{Room, Row, Table};

/// A row for each construct, a column for each role that is told; nothing where everybody has the same.
pub(super) fn table(instrument: &Instrument, published: &Published) -> Table {
    let cuts = &published.cuts;
    let name = |cut: &Cut| {
        let role = cut.role.map_or("No role", |role| role_name(instrument, role));
        format!("{role} ({} or more)", cut.respondents)
    };
    let row = |place: usize, construct: &Construct| {
        let cells = cuts.iter().map(|cut| cut.constructs.get(place).map_or(String::new(), cell)).collect();
        Row::told(&construct.id, &construct.short, cells)
    };
    let parts = cuts.iter().any(|cut| cut.respondents < published.scores.respondents);
    let rows = instrument.constructs.iter().enumerate().filter(|_| parts);
    let rows = rows.map(|(place, construct)| row(place, construct)).collect();
    Table {
        title: "Constructs by job role",
        lead: "The index of those whose first job role it is, with its 95 % range and the number of people.",
        room: Room::Side,
        columns: cuts.iter().map(name).collect(),
        rows,
    }
}

/// "46.9, 29.4 to 64.4, 8", or why there is none.
fn cell(score: &ConstructScore) -> String {
    let detail = score.detail;
    if let Some(words) = absent(detail, score.status) {
        return words.to_owned();
    }
    let range = score.index_ci95.map_or(String::new(), |_| format!(" ({})", range(detail, score.index_ci95)));
    format!("{}{range} of {}", index(detail, score.index), people(detail, score.n as usize))
}

fn role_name(instrument: &Instrument, role: JobRole) -> &str {
    instrument.roles.iter().find(|known| known.id == role).map_or(role.id(), |known| &known.name)
}
