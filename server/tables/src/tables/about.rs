//! Where the figures come from.

use crate::column::{Column, fill};
use crate::{Cell, Export, Table};

/// A column of this table.
type Col = Column<Row>;

type Row = (&'static str, Cell, &'static str);

pub(crate) fn table(export: &Export<'_>) -> Table {
    let (instrument, scores, about) = (export.instrument, export.scores(), &export.about);
    let rows: [Row; 13] = [
        ("instrument", (&instrument.id).into(), "The instrument that was answered."),
        ("instrument_title", (&instrument.title).into(), "Its title."),
        ("instrument_version", (&instrument.version).into(), "Its version."),
        ("scoring_version", (&scores.scoring_version).into(), "The rules that made the scores."),
        ("team", (&about.team).into(), "The team's name."),
        ("round", (&about.round).into(), "The round's name."),
        ("subject", (&about.subject).into(), "The model or service that the delivery metrics speak of."),
        ("mode", about.mode.map(domain::round::Mode::word).into(), "one_answer, named or confidential."),
        ("k", scores.threshold.into(), "The smallest number of people behind a published figure."),
        ("published", export.day.map(|day| day.to_string()).into(), "The day on which it was published (UTC)."),
        ("respondents", scores.respondents.into(), "How many people answered."),
        ("digest", about.digest.as_ref().into(), "SHA-256 of what is published."),
        ("text_mark", MARK.into(), "How texts are kept from being formulas."),
    ];
    fill("about", "About", &columns(), &rows)
}

const MARK: &str = "In XLSX and CSV an apostrophe stands before a text that a spreadsheet could take for a formula, or that begins with one already. Taking one leading apostrophe away gives the text back.";

const fn columns() -> [Col; 3] {
    [
        Col::text("id", "What is told.", |row| Cell::Text(row.0.to_owned())),
        Col::number("value", "Its value.", "", "text or number", |row| row.1.clone())
            .empty("There is none: one's own answers file has no round, a round that is not confidential no k."),
        Col::text("meaning", "What that is.", |row| Cell::Text(row.2.to_owned())),
    ]
}
