//! How answers spread over 1 to 5, a bar for each question.

mod bar;
mod layout;

use crate::chart::{Chart, DataTable, Width};
use crate::values::Absence;

/// The answers to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// How many gave each.
    Counts {
        /// How many gave 1 to 5.
        values: [u32; 5],
        /// How many said that they do not know; never part of the bar.
        dont_know: u32,
    },
    /// Not to be shown.
    Absent(Absence),
}

/// One row of [`strip`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripRow {
    /// What was asked, in a few words.
    pub name: String,
    /// What was answered.
    pub answers: Answers,
}

/// Bars that lean to the left where answers are low and to the right where they are high: they are laid on one another
/// with the middle of the 3s in a line. Don't-knows stand apart. `ends` says what 1 and 5 mean.
pub fn strip(title: &str, ends: [&str; 2], rows: &[StripRow], width: Width) -> Chart {
    let drawn = layout::drawn(ends, rows, width);
    let table = DataTable::fixed(
        ["Question", "1", "2", "3", "4", "5", "Don’t know"],
        rows.iter().map(|row| match row.answers {
            Answers::Counts { values, dont_know } => {
                let count = |place: usize| values.get(place).unwrap_or(&dont_know).to_string();
                [row.name.clone(), count(0), count(1), count(2), count(3), count(4), count(5)]
            }
            Answers::Absent(absence) => {
                let words = || absence.words().to_owned();
                [row.name.clone(), words(), words(), words(), words(), words(), words()]
            }
        }),
    );
    Chart::new(title, described(rows), table, width, drawn)
}

fn described(rows: &[StripRow]) -> String {
    // Name, how many gave 4 or 5, how many answered, how many do not know.
    let counted = || {
        rows.iter().filter_map(|row| match row.answers {
            Answers::Counts { values, dont_know } => {
                let n: u64 = values.iter().copied().map(u64::from).sum();
                let high = u64::from(values[3]) + u64::from(values[4]);
                Some((row.name.as_str(), high, n, dont_know))
            }
            Answers::Absent(_) => None,
        })
    };
    let answered = || counted().filter(|row| row.2 > 0);
    let share = |row: &(&str, u64, u64, u32)| row.1 as f64 / row.2 as f64;
    let most = answered().reduce(|best, next| if share(&next) > share(&best) { next } else { best });
    let least = answered().reduce(|best, next| if share(&next) < share(&best) { next } else { best });
    let unsure = counted().filter(|row| row.3 > 0).reduce(|best, next| if next.3 > best.3 { next } else { best });
    let hidden = rows.iter().filter(|row| matches!(row.answers, Answers::Absent(_))).count();
    let mut sentences = Vec::new();
    if let (Some(most), Some(least)) = (most, least) {
        sentences.push(format!("Most answers of 4 or 5: {}, {} of {}.", most.0, most.1, most.2));
        if share(&most) > share(&least) {
            sentences.push(format!("Fewest: {}, {} of {}.", least.0, least.1, least.2));
        }
    } else {
        sentences.push("No answers can be shown.".to_owned());
    }
    if let Some(unsure) = unsure {
        sentences.push(format!("Most don’t-knows: {}, {}.", unsure.0, unsure.3));
    }
    if hidden > 0 && hidden < rows.len() {
        sentences.push(format!("Nothing to show: {}.", crate::parts::count(hidden, "question", "questions")));
    }
    sentences.join(" ")
}
