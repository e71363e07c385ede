//! Two teams side by side, and one team in two rounds.
//!
//! Everything is worked out from published scores, so that a comparison says nothing that a result may not: what was
//! not published of a side leaves [`Compared::Unknown`]. What is compared is what is handed in, so hand in what is
//! shown.

mod change;
mod difference;
mod items;
mod on_paper;
mod table;
mod teams;
mod wording;
mod words;

pub use change::{Basis, Change, LinkedScores, change_apart, change_linked};
pub use difference::{Compared, Difference, Effect, Evidence, MIN_FOR_P, P};
pub use items::{ItemDifference, compare_items};
pub use on_paper::{ComparisonReport, Head};
pub use table::{Cell, Comparison, Group, MOST, Row, Side, compare_rounds};
pub use teams::{ConstructComparison, compare_constructs};
pub use wording::Wording;
pub use words::Contrast;
