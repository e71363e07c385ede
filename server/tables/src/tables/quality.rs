//! How many respondents have odd answers.

use domain::scoring::Flag;

use crate::column::{Column, NEVER, fill};
use crate::{Cell, Export, Table};

/// A column of this table.
type Col = Column<Row>;

const FLAGS: [(Flag, &str, &str); 4] = [
    (Flag::Fast, "fast", "Answered faster than anybody could read."),
    (Flag::StraightLine, "straight_line", "One value more than 15 times in a row."),
    (Flag::Contradiction, "contradiction", "A question and its opposite answered alike, at an end of the scale."),
    (Flag::MostlyDontKnow, "mostly_dont_know", "More than half of what was asked is \"don't know\"."),
];

type Row = (&'static str, &'static str, usize);

/// Without rows where nobody was flagged, and where it is not told: of a confidential round it never is.
pub(super) fn table(export: &Export<'_>) -> Table {
    let flagged = &export.scores().quality;
    let count = |flag: Flag| flagged.iter().filter(|one| one.flags.contains(&flag)).count();
    let rows = FLAGS.iter().map(|(flag, id, about)| (*id, *about, count(*flag))).filter(|(.., count)| *count > 0);
    fill("quality", "Quality", &columns(), &rows.collect::<Vec<_>>())
}

const fn columns() -> [Col; 3] {
    [
        Col::text(
            "id",
            "What is odd about the answers. Without rows where nobody was flagged, and where it is not told: of a confidential round it never is.",
            |(id, ..)| Cell::Text((*id).to_owned()),
        ),
        Col::text("meaning", "That in words.", |(_, about, _)| Cell::Text((*about).to_owned())),
        Col::number("respondents", "How many respondents it is said of.", "people", "1 and more", |row| {
            Cell::Count(row.2 as u64)
        })
        .empty(NEVER),
    ]
}
