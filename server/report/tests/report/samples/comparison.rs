//! Rounds of a team side by side.

use domain::comparison::{Comparison, ComparisonReport, Head, Side, compare_rounds};
use domain::instrument::Instrument;
use domain::round::Mode;

use super::{LETTERHEAD, round};

/// A comparison with the heads of its columns.
pub struct Sides {
    pub heads: Vec<Head>,
    pub comparison: Comparison,
}

impl Sides {
    pub fn on_paper(&self) -> ComparisonReport<'_> {
        ComparisonReport {
            title: "Payments Risk from round to round",
            columns: &self.heads,
            comparison: &self.comparison,
            date: "23 November 2026",
            letterhead: &LETTERHEAD,
        }
    }
}

/// So many rounds of a team, of which the second is confidential, with more people from round to round.
pub fn sides(count: usize) -> Sides {
    let instrument = Instrument::builtin();
    let mode = |number: usize| if number == 1 { Mode::Confidential { k: 5 } } else { Mode::Named };
    let rounds: Vec<_> = (0..count).map(|number| round(mode(number), 6 + number, "Payments Risk", "", 0)).collect();
    let sides: Vec<Side<'_>> = rounds
        .iter()
        .enumerate()
        .map(|(number, round)| Side {
            instrument: Some(instrument),
            scores: Some(&round.published.scores),
            follows: number > 0,
        })
        .collect();
    let head = |number: usize| Head {
        team: "Payments Risk".to_owned(),
        round: format!("Round {}", number + 1),
        about: format!("{} people", 6 + number),
        published: true,
    };
    Sides { heads: (0..count).map(head).collect(), comparison: compare_rounds(instrument, &sides) }
}
