//! Answers -> scores. One pass counts everything; every figure, decision and order follows from whole numbers, so that
//! neither rounding nor the order of respondents shows in a result.
//!
//! To add a figure: count what it needs in `tally.rs`, make its type in a file of its own, and enter it in [`Scores`].

mod composite;
mod construct;
mod delivery;
mod dial;
mod dimension;
mod framework;
mod internals;
mod item;
mod level;
mod maturity;
mod plan;
mod priority;
mod quality;
mod ratio;
mod standing;
mod status;
mod tally;

use serde::{Deserialize, Serialize};

pub use composite::CONSTRUCTS_NEEDED;
pub use construct::ConstructScore;
pub use delivery::{DeliveryScore, METRICS_NEEDED, MetricScore};
pub use dial::{BenefitScore, ChallengeScore};
pub use dimension::DimensionScore;
pub use framework::{COVERED, Certainty, CoverageScore, FrameworkScores, LadderScore};
pub(crate) use internals::{ConstructParts, ItemParts, ScoreParts};
pub use item::{ItemScore, is_perception};
pub use level::{Gate, ITEMS_NEEDED, LevelBasis, LevelScore};
pub use maturity::MaturityScore;
pub use plan::{Plan, PlanFault, projected_index};
pub use priority::{PriorityScore, gap, priority};
pub use quality::{Flag, Flagged, flags};
pub use standing::{Standing, standing, turned};
pub use status::{Band, ConstructValues, Detail, ItemValues, Status, index};
pub use tally::{ConstructTally, ItemTally};

use crate::answer::AnswerSheet;
use crate::instrument::Instrument;
use tally::Tally;

/// The version of the rules in this module. It changes whenever the same answers could score differently.
pub const SCORING_VERSION: &str = "1";

/// Everything that a set of answers says. Written as the result of the command `score`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Scores {
    /// The instrument that was answered.
    pub instrument: InstrumentVersion,
    /// The rules that made these scores.
    pub scoring_version: String,
    /// Of a confidential round the smallest number of people behind a published figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold: Option<u8>,
    /// How many respondents there are.
    pub respondents: usize,
    /// The items, in the instrument's order.
    pub items: Vec<ItemScore>,
    /// The constructs, in the instrument's order.
    pub constructs: Vec<ConstructScore>,
    /// The dimensions that consist of constructs, in the instrument's order.
    pub dimensions: Vec<DimensionScore>,
    /// The maturity index and level.
    pub maturity: MaturityScore,
    /// The challenges, in the instrument's order.
    pub challenges: Vec<ChallengeScore>,
    /// The benefits, in the instrument's order.
    pub benefits: Vec<BenefitScore>,
    /// Delivery performance.
    pub delivery: DeliveryScore,
    /// What published models would say.
    pub frameworks: FrameworkScores,
    /// What to do next, best first.
    pub priorities: Vec<PriorityScore>,
    /// Respondents with odd answers.
    pub quality: Vec<Flagged>,
    /// What the team does not know.
    pub visibility: Visibility,
}

/// An instrument and its version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstrumentVersion {
    /// The instrument.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// What the team does not know.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Visibility {
    /// Share of the asked items that were answered with "don't know", 0 to 1; `None` if nothing was asked.
    pub dont_know_rate: Option<f64>,
    /// How many answers were "don't know".
    #[serde(skip)]
    pub dont_knows: u64,
    /// How many answers were asked for: items times respondents who are asked them.
    #[serde(skip)]
    pub asked: u64,
}

/// Scores a set of answers to `instrument`. The sheet has to be made for the same instrument.
#[must_use]
pub fn score(instrument: &Instrument, sheet: &AnswerSheet) -> Scores {
    let mut scores = compose(instrument, count(instrument, sheet));
    scores.quality = Flagged::all(instrument, sheet);
    scores
}

/// What was counted, and the figures that follow from one question or construct alone.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    pub(crate) respondents: usize,
    pub(crate) items: Vec<ItemScore>,
    pub(crate) constructs: Vec<ConstructScore>,
    pub(crate) metrics: Vec<MetricScore>,
    tally: Tally,
}

/// Counts the answers: the first half of scoring.
pub(crate) fn count(instrument: &Instrument, sheet: &AnswerSheet) -> Counted {
    let tally = Tally::of(instrument, sheet);
    let items: Vec<ItemScore> =
        instrument.items.iter().zip(&tally.items).map(|(item, tally)| ItemScore::of(&item.id, tally)).collect();
    let constructs: Vec<ConstructScore> = instrument
        .constructs
        .iter()
        .zip(&tally.constructs)
        .map(|(construct, tally)| ConstructScore::of(&construct.id, tally))
        .collect();
    let metrics = MetricScore::all(instrument, &tally);
    Counted { respondents: sheet.respondents().len(), items, constructs, metrics, tally }
}

/// Works out of a part's construct scores its dimensions and its maturity index.
pub(crate) fn compose_part(
    instrument: &Instrument,
    constructs: &[ConstructScore],
) -> (Vec<DimensionScore>, Option<f64>) {
    let part = |place: usize| composite::Part::of(constructs[place].status, constructs[place].mean);
    let index = composite::maturity(instrument, part).map(|maturity| maturity.index);
    (DimensionScore::all(instrument, constructs), index)
}

/// Works out what follows from the figures together: the second half of scoring.
pub(crate) fn compose(instrument: &Instrument, counted: Counted) -> Scores {
    let Counted { respondents, items, constructs, metrics, tally } = counted;
    let level = LevelScore::of(instrument, &items);
    Scores {
        instrument: InstrumentVersion { id: instrument.id.clone(), version: instrument.version.clone() },
        scoring_version: SCORING_VERSION.to_owned(),
        threshold: None,
        respondents,
        dimensions: DimensionScore::all(instrument, &constructs),
        challenges: ChallengeScore::all(instrument, &constructs),
        benefits: BenefitScore::all(instrument, &constructs),
        delivery: DeliveryScore::of(metrics),
        frameworks: FrameworkScores::of(instrument, &items, &constructs),
        priorities: PriorityScore::all(instrument, &constructs, &level),
        quality: Vec::new(),
        visibility: Visibility::of(&items),
        maturity: MaturityScore::of(instrument, &tally, &constructs, level),
        items,
        constructs,
    }
}

impl Visibility {
    fn of(items: &[ItemScore]) -> Self {
        // Counts that are not told do not enter their sum either.
        let told = || items.iter().filter(|item| item.detail.is_full());
        let dont_knows: u64 = told().map(|item| u64::from(item.dont_know)).sum();
        let asked: u64 = told().map(|item| u64::from(item.tally.asked)).sum();
        Self { dont_know_rate: (asked > 0).then(|| dont_knows as f64 / asked as f64), dont_knows, asked }
    }
}
