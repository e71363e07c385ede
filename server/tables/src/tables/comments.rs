//! Texts about questions and links to evidence, without whose they are.

use domain::answer::Field;
use domain::instrument::Instrument;
use domain::privacy::Comment;

use crate::column::{Column, NEVER, fill};
use crate::{Cell, Export, Table};

/// A column of this table.
type Col<'r> = Column<Row<'r>>;

struct Row<'r> {
    number: usize,
    instrument: &'r Instrument,
    comment: &'r Comment,
}

pub(super) fn table(export: &Export<'_>) -> Table {
    let instrument = export.instrument;
    let numbered = (1..).zip(&export.published.comments);
    let rows: Vec<Row<'_>> = numbered.map(|(number, comment)| Row { number, instrument, comment }).collect();
    fill("comments", "Comments", &columns(), &rows)
}

fn columns<'r>() -> [Col<'r>; 4] {
    [
        Col::number(
            "id",
            "A number. Of a confidential round there are texts from ten respondents on, in no order.",
            "",
            "1 and more",
            |row| row.number.into(),
        )
        .empty(NEVER),
        Col::text("field", "The field of the questionnaire.", |row| (&row.comment.field).into()),
        Col::text("about", "What it is about: the question's topic, or the open question.", |row| about(row).into())
            .empty("The field is not in this version of the questionnaire."),
        Col::text("text", "The text; of evidence a web address.", |row| (&row.comment.text).into()),
    ]
}

fn about(row: &Row<'_>) -> Option<Cell> {
    match Field::parse(row.instrument, &row.comment.field)? {
        Field::Comment(column) | Field::Evidence(column) => Some(row.instrument.column_topic(column).into()),
        Field::Open(question) => Some((&row.instrument[question].question).into()),
        _ => None,
    }
}
