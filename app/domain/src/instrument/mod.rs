//! The instrument: what is asked, of whom, and what each answer is evidence for.
//!
//! It is data, read from four files; the built-in ones are inside the program. To change a question, edit
//! `app/domain/instrument/mldevops/instrument.toml`; [`Instrument::parse`] tells what is wrong with it, with the line.

mod companions;
mod index;
mod lookup;
mod parts;
mod problem;
mod questions;
mod read;
mod role;

use std::sync::LazyLock;

pub use companions::{Condition, Coverage, Crosswalk, Ladder, LadderLevel, Practice, Practices, ReferencePoint};
pub use index::{
    Column, ConstructIndex, DimensionIndex, ItemIndex, MetricIndex, OpenIndex, ProfileIndex, StrategyIndex, ToolIndex,
};
pub use parts::{Construct, Dimension, Feeds, Item, Metric, MetricKind, Role, Scale, ScaleOption, ScaleText};
pub use problem::{File, Problem};
pub use questions::{Choice, Choosable, NONE, OTHER, OpenQuestion, Question, ToolCategory};
pub use role::{JobRole, RoleSet};

use lookup::Lookup;
pub use lookup::Ranked;

const BUILTIN: Files<'static> = Files {
    instrument: include_str!("../../instrument/mldevops/instrument.toml"),
    crosswalk: include_str!("../../instrument/mldevops/crosswalk.toml"),
    practices: include_str!("../../instrument/mldevops/practices.toml"),
    reference: include_str!("../../instrument/mldevops/reference.toml"),
};

/// The texts of the four files of an instrument.
#[derive(Clone, Copy, Debug)]
pub struct Files<'a> {
    /// Questions, roles, scales.
    pub instrument: &'a str,
    /// Mapping to published models.
    pub crosswalk: &'a str,
    /// What practices act on.
    pub practices: &'a str,
    /// Published figures.
    pub reference: &'a str,
}

impl Files<'static> {
    /// The built-in files.
    #[must_use]
    pub const fn builtin() -> Self {
        BUILTIN
    }
}

/// One version of a questionnaire, checked.
#[derive(Clone, Debug)]
pub struct Instrument {
    /// Names the questionnaire over all its versions.
    pub id: String,
    /// The version, which every stored score carries.
    pub version: String,
    /// Its title.
    pub title: String,
    /// One sentence on the study it follows.
    pub modelled_on: String,
    /// The stages scale.
    pub m5: ScaleText,
    /// The agreement scale.
    pub l5: ScaleText,
    /// Job roles.
    pub roles: Vec<Role>,
    /// Dimensions, in order.
    pub dimensions: Vec<Dimension>,
    /// Constructs, in order.
    pub constructs: Vec<Construct>,
    /// Scored items, in order.
    pub items: Vec<Item>,
    /// Delivery metrics, in order.
    pub metrics: Vec<Metric>,
    /// Questions on the respondent and the organisation.
    pub profile: Vec<Question>,
    /// The tool inventory.
    pub tools: Vec<ToolCategory>,
    /// Questions on strategies.
    pub strategies: Vec<Question>,
    /// Questions answered in one's own words.
    pub open: Vec<OpenQuestion>,
    /// The questions of the quick check.
    pub quick_check: Vec<Column>,
    /// Items without which no level is secured.
    pub gates: Vec<ItemIndex>,
    /// Mapping to published models.
    pub crosswalk: Crosswalk,
    /// What practices act on.
    pub practices: Practices,
    /// Published figures.
    pub reference: Vec<ReferencePoint>,
    lookup: Lookup,
}

impl Instrument {
    /// The built-in instrument.
    ///
    /// # Panics
    ///
    /// Never in a released program: a test reads the built-in files, and their text is fixed when it is built.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static INSTRUMENT: LazyLock<Instrument> = LazyLock::new(|| match Instrument::parse_with(BUILTIN) {
            Ok(instrument) => instrument,
            Err(problems) => panic!("the built-in instrument has problems: {problems:?}"),
        });
        &INSTRUMENT
    }

    /// The file of the built-in instrument as it is.
    #[must_use]
    pub const fn builtin_text() -> &'static str {
        BUILTIN.instrument
    }

    /// Reads an instrument file, with the built-in companions beside it.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it, in the order of the file.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        Self::parse_with(Files { instrument: text, ..BUILTIN })
    }

    /// Reads all four files of an instrument.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with them, file by file, in the order of each file.
    pub fn parse_with(files: Files<'_>) -> Result<Self, Vec<Problem>> {
        read::read(files)
    }

    /// How a scale is put to people.
    #[must_use]
    pub const fn scale(&self, scale: Scale) -> &ScaleText {
        match scale {
            Scale::M5 => &self.m5,
            Scale::L5 => &self.l5,
        }
    }

    /// The time and the things to think of when answering a construct's items: its own frame, or its scale's.
    #[must_use]
    pub fn frame(&self, construct: ConstructIndex) -> &str {
        let construct = &self[construct];
        construct.frame.as_deref().unwrap_or(&self.scale(self[construct.items[0]].scale).frame)
    }
}
