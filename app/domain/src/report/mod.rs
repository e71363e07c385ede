//! Results in words: from scores to a [`ReportData`] that the screen and the PDF print alike.
//!
//! Every sentence that explains a number is made here and nowhere else, from what `explain` says of it. To add one: its field in `data.rs`, its words
//! in the file of its part, and its place in `app` and `report`.

mod accent;
mod comments;
mod constructs;
mod crossing;
mod data;
mod dials;
mod items;
mod letterhead;
mod level;
mod levers;
mod logo;
mod maturity;
mod method;
mod models;
mod priorities;
mod round_report;
mod standouts;
mod summary;
mod unknown;
pub(crate) mod withheld;
pub(crate) mod words;

pub use accent::{Accent, AccentFault};
pub use data::*;
pub use letterhead::Letterhead;
pub use logo::{Logo, LogoFault, LogoKind, MOST_BYTES as MOST_LOGO_BYTES, MOST_PIXELS as MOST_LOGO_PIXELS};
pub use round_report::{RoundReport, Standing};
pub use standouts::Standouts;

use crate::answer::AnswerSheet;
use crate::explain::Explainer;
use crate::instrument::{Feeds, Instrument};
use crate::privacy::Published;
use crate::scoring::{Scores, score};

/// What a report says beyond scores.
#[derive(Clone, Debug)]
pub struct Context {
    /// The team's name.
    pub team: String,
    /// The round's name, such as "November 2026"; may be empty.
    pub round: String,
    /// The model or service that the delivery metrics speak of; may be empty.
    pub subject: String,
    /// The day of the report in words; may be empty, for then a report is the same whenever it is made.
    pub date: String,
    /// The day in words on which the round's answers were deleted; `None` while they are kept.
    pub erased: Option<String>,
}

/// What the parts read.
struct Source<'s> {
    instrument: &'s Instrument,
    scores: &'s Scores,
    explain: Explainer<'s>,
    erased: Option<String>,
}

const UNPUBLISHED: &str =
    "Nothing is shown while this confidential round is open. Its result is published when it is closed.";
const UNPUBLISHED_WHY: &str = "Whoever watched a result grow from answer to answer could tell who said what. So it comes once, at the end, and only figures with enough people behind them are in it.";

impl ReportData {
    /// A result of which nothing is published yet: a confidential round that is not closed.
    #[must_use]
    pub fn unpublished(instrument: &Instrument, context: Context) -> Self {
        let nobody = AnswerSheet::builder(instrument).build();
        let mut report = Self::new(instrument, &score(instrument, &nobody), context);
        "not published yet".clone_into(&mut report.answered);
        UNPUBLISHED.clone_into(&mut report.summary);
        report.published = false;
        report.notices = vec![UNPUBLISHED_WHY.to_owned()];
        report
    }

    /// Puts what was published into words, the texts that people wrote among it.
    #[must_use]
    pub fn of(instrument: &Instrument, published: &Published, context: Context) -> Self {
        Self { comments: comments::remarks(instrument, published), ..Self::new(instrument, &published.scores, context) }
    }

    /// Puts scores into words.
    #[must_use]
    pub fn new(instrument: &Instrument, scores: &Scores, context: Context) -> Self {
        let source = Source { instrument, scores, explain: Explainer::new(instrument, scores), erased: context.erased };
        let practices = source.constructs(Feeds::Maturity);
        Self {
            heading: format!("Where {} stands", words::inside_team(&context.team)),
            answered: source.answered(),
            team: context.team,
            round: context.round,
            subject: context.subject,
            date: context.date,
            summary: source.summary(),
            published: true,
            notices: source.notices(),
            maturity: source.maturity(),
            level: source.level(),
            dials: source.dials(),
            practices,
            challenges: source.constructs(Feeds::Severity),
            benefits: source.constructs(Feeds::Realisation),
            delivery: source.delivery(),
            disagreements: source.disagreements(),
            unknown: source.unknown(),
            crossing: source.crossing(),
            no_priorities: source.no_priorities(),
            priorities: source.priorities(),
            models: source.models(),
            coverage: source.coverage(),
            models_note: words::sentence(&format!("{}.", instrument.crosswalk.note)),
            comments: Vec::new(),
            quality: source.quality(),
            flagged: scores.quality.len(),
            method: source.method(),
            references: source.references(),
        }
    }
}
