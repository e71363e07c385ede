//! Two teams side by side, and one team in two rounds.

mod change;
mod items;
mod linked;
mod table;
mod teams;
mod wording;

use domain::comparison::{Compared, ConstructComparison, Difference, Wording};
use domain::instrument::Instrument;
use domain::scoring::Scores;

use crate::support::scored;

/// Both sides answered the built-in instrument.
fn same() -> Wording<'static> {
    Wording::of(Instrument::builtin(), Instrument::builtin())
}

/// A team that gives each of `scores` to all items of TE1 and, one higher, of TE2.
fn team(scores: &[u8]) -> Scores {
    let rows: Vec<String> = scores.iter().map(|x| format!("DS,{x},{x},{x},{0},{0},{0}", x + 1)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    scored("TE1-1,TE1-2,TE1-3,TE2-1,TE2-2,TE2-3", &rows)
}

fn of<'c>(comparisons: &'c [ConstructComparison], id: &str) -> &'c Compared<Difference> {
    &comparisons.iter().find(|comparison| comparison.id == id).unwrap().compared
}

fn found(comparisons: &[ConstructComparison], id: &str) -> Difference {
    match of(comparisons, id) {
        Compared::Found(difference) => *difference,
        other => unreachable!("{id}: {other:?}"),
    }
}
