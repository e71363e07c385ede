//! What stands beside the questionnaire in files of its own, so that it can be corrected without touching a question:
//! the crosswalk to published models, the links from practices to challenges and benefits, and reference points.

use serde::{Deserialize, Serialize};

use super::{ConstructIndex, ItemIndex};

/// How answers map to published models.
#[derive(Clone, Debug)]
pub struct Crosswalk {
    /// Said beside every level and coverage.
    pub note: String,
    /// Models with levels.
    pub ladders: Vec<Ladder>,
    /// Frameworks of which the covered share is shown.
    pub coverages: Vec<Coverage>,
}

/// A published model with levels.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// `google`, `microsoft` or `aws`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it was published, and when.
    pub source: String,
    /// Its levels, from 0 upwards without a gap. Each lists only what it adds.
    pub levels: Vec<LadderLevel>,
}

/// A level of a published model.
#[derive(Clone, Debug)]
pub struct LadderLevel {
    /// Its number.
    pub level: u8,
    /// Its name.
    pub name: String,
    /// What it asks for beyond the levels below.
    pub conditions: Vec<Condition>,
}

/// A condition of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// A practice item is met at a stage.
    Met {
        /// The item.
        item: ItemIndex,
        /// The stage, 2 to 5.
        at: u8,
    },
    /// A construct has at least this index.
    Index {
        /// The construct.
        construct: ConstructIndex,
        /// The index, 0 to 100.
        at_least: u8,
    },
}

/// A framework of which the covered share is shown.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// `nist-ai-rmf`, `eu-ai-act` or `iso-42001`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The tags that begin so belong to it.
    pub prefix: String,
    /// Where it was published, and when.
    pub source: String,
    /// When it applies, in a plain sentence, where it is law.
    pub legal_date: Option<String>,
    /// The practice items with such a tag.
    pub items: Vec<ItemIndex>,
}

/// What practices act on.
#[derive(Clone, Debug)]
pub struct Practices {
    /// The stage to aim for, 1 to 5.
    pub target: u8,
    /// One for each practice construct, in the instrument's order.
    pub list: Vec<Practice>,
}

/// What working on a practice construct acts on, and how much work it is.
#[derive(Clone, Debug)]
pub struct Practice {
    /// The practice construct.
    pub construct: ConstructIndex,
    /// The challenges it eases.
    pub challenges: Vec<ConstructIndex>,
    /// The benefits it brings.
    pub benefits: Vec<ConstructIndex>,
    /// 1 (weeks) to 3 (quarters).
    pub effort: u8,
    /// What to do next, at most 48 characters.
    pub action: String,
    /// Why, in one sentence.
    pub why: String,
}

/// A published figure to read one's own result beside: never a norm.
#[derive(Clone, Debug)]
pub struct ReferencePoint {
    /// Its name in the file.
    pub id: String,
    /// What the figure is about.
    pub statement: String,
    /// The figure, with its unit.
    pub value: String,
    /// How many answered.
    pub n: String,
    /// The year or years.
    pub year: String,
    /// The interval around the figure.
    pub interval: Option<String>,
    /// Who published it.
    pub source: String,
    /// What to bear in mind.
    pub note: Option<String>,
    /// Constructs that it may be shown beside.
    pub constructs: Vec<ConstructIndex>,
}
