//! Results to render: a realistic one, an empty one and one that is too large everywhere. The team is fictional.

use std::sync::LazyLock;

use domain::instrument::Instrument;
use domain::report::{Letterhead, ReportData, RoundReport, Standing};
use domain::sample;

mod constructs;
mod empty;
mod huge;
mod parts;
mod realistic;

pub use empty::empty;
pub use huge::huge;
pub use realistic::realistic;

/// The digest that the samples' publication is said to have.
pub const DIGEST: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

static LETTERHEAD: LazyLock<Letterhead> = LazyLock::new(|| Letterhead { organisation: "Northwind Bank".to_owned() });

/// The result on paper, with the figures of the built-in sample as its appendix.
pub fn on_paper(data: &ReportData) -> RoundReport<'_> {
    RoundReport {
        data,
        instrument: Instrument::builtin(),
        published: &sample::sample().figures,
        standing: Standing::Kept(DIGEST),
        letterhead: &LETTERHEAD,
    }
}
