//! Results to render: a realistic one, an empty one and one that is too large everywhere. The team is fictional.

use std::sync::LazyLock;

use domain::answer::AnswerSheet;
use domain::instrument::Instrument;
use domain::privacy::{Published, own_file};
use domain::report::{Letterhead, ReportData, RoundReport, Standing};
use domain::sample;

mod comparison;
mod constructs;
mod empty;
mod huge;
mod parts;
mod realistic;
mod rounds;

pub use comparison::sides;
pub use empty::empty;
pub use huge::huge;
pub use realistic::realistic;
pub use rounds::{Round, below, round};

/// The digest that the samples' publication is said to have.
pub const DIGEST: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

static LETTERHEAD: LazyLock<Letterhead> =
    LazyLock::new(|| Letterhead { organisation: "Northwind Bank".to_owned(), ..Letterhead::default() });

/// The result on paper without figures of a publication: its words and small drawings alone, which is quicker.
pub fn in_words(data: &ReportData) -> RoundReport<'_> {
    static NOBODY: LazyLock<Published> =
        LazyLock::new(|| own_file(Instrument::builtin(), &AnswerSheet::builder(Instrument::builtin()).build()));
    RoundReport { published: &NOBODY, ..on_paper(data) }
}

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
