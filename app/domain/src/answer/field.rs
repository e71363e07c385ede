//! The fields of a response and their names: the same in forms, autosave, files and the database.

use crate::instrument::{
    Column, Instrument, ItemIndex, MetricIndex, OpenIndex, ProfileIndex, StrategyIndex, ToolIndex,
};

/// One field of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// `job_role`: the respondent's job roles.
    JobRole,
    /// `name`: how a respondent wants to be called, where answers are not confidential.
    Name,
    /// An item, by its id.
    Item(ItemIndex),
    /// A delivery metric, by its id.
    Metric(MetricIndex),
    /// `comment.<id>`: a comment on an item or metric.
    Comment(Column),
    /// `evidence.<id>`: a link that shows what an answer says.
    Evidence(Column),
    /// `profile.<id>`.
    Profile(ProfileIndex),
    /// `tools.<id>`: tools in use, from the list.
    Tools(ToolIndex),
    /// `tools_other.<id>`: tools in use that are not on the list.
    ToolsOther(ToolIndex),
    /// `strategy.<id>`.
    Strategy(StrategyIndex),
    /// `open.<id>`: an answer in one's own words.
    Open(OpenIndex),
}

/// A field that does not hold what it may hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct FieldError {
    /// The field's name.
    pub field: String,
    /// What happened and what to do, for the person who filled it in.
    pub message: String,
}

impl Field {
    /// Finds a field by its name; `None` if the instrument has no such field.
    #[must_use]
    pub fn parse(instrument: &Instrument, name: &str) -> Option<Self> {
        let Some((kind, id)) = name.split_once('.') else {
            return match name {
                "job_role" => Some(Self::JobRole),
                "name" => Some(Self::Name),
                _ => instrument.column(name).map(Self::from),
            };
        };
        match kind {
            "comment" => instrument.column(id).map(Self::Comment),
            "evidence" => instrument.column(id).map(Self::Evidence),
            "profile" => instrument
                .profile
                .iter()
                .position(|question| question.id == id)
                .map(ProfileIndex::at)
                .map(Self::Profile),
            "tools" => tool(instrument, id).map(Self::Tools),
            "tools_other" => tool(instrument, id).map(Self::ToolsOther),
            "strategy" => instrument
                .strategies
                .iter()
                .position(|question| question.id == id)
                .map(StrategyIndex::at)
                .map(Self::Strategy),
            "open" => instrument.open.iter().position(|question| question.id == id).map(OpenIndex::at).map(Self::Open),
            _ => None,
        }
    }

    /// The field's name.
    #[must_use]
    pub fn name(self, instrument: &Instrument) -> String {
        match self {
            Self::JobRole => "job_role".to_owned(),
            Self::Name => "name".to_owned(),
            Self::Item(item) => instrument[item].id.clone(),
            Self::Metric(metric) => instrument[metric].id.clone(),
            Self::Comment(column) => format!("comment.{}", instrument.column_id(column)),
            Self::Evidence(column) => format!("evidence.{}", instrument.column_id(column)),
            Self::Profile(question) => format!("profile.{}", instrument[question].id),
            Self::Tools(category) => format!("tools.{}", instrument[category].id),
            Self::ToolsOther(category) => format!("tools_other.{}", instrument[category].id),
            Self::Strategy(question) => format!("strategy.{}", instrument[question].id),
            Self::Open(question) => format!("open.{}", instrument[question].id),
        }
    }

    /// Whether the field may hold several values of which each is sent by its own control.
    #[must_use]
    pub fn is_multiple(self, instrument: &Instrument) -> bool {
        match self {
            Self::JobRole | Self::Tools(_) | Self::Strategy(_) => true,
            Self::Profile(question) => instrument[question].choice != crate::instrument::Choice::One,
            _ => false,
        }
    }

    /// Every field of the instrument: job roles, name, items and metrics with comment and evidence, and the rest.
    pub fn all(instrument: &Instrument) -> impl Iterator<Item = Self> + use<> {
        let columns: Vec<Column> = instrument.columns().collect();
        let tools = (0..instrument.tools.len()).map(ToolIndex::at);
        [Self::JobRole, Self::Name]
            .into_iter()
            .chain(
                columns.into_iter().flat_map(|column| [column.into(), Self::Comment(column), Self::Evidence(column)]),
            )
            .chain((0..instrument.profile.len()).map(ProfileIndex::at).map(Self::Profile))
            .chain(tools.flat_map(|category| [Self::Tools(category), Self::ToolsOther(category)]))
            .chain((0..instrument.strategies.len()).map(StrategyIndex::at).map(Self::Strategy))
            .chain((0..instrument.open.len()).map(OpenIndex::at).map(Self::Open))
    }
}

impl From<Column> for Field {
    fn from(column: Column) -> Self {
        match column {
            Column::Item(item) => Self::Item(item),
            Column::Metric(metric) => Self::Metric(metric),
        }
    }
}

fn tool(instrument: &Instrument, id: &str) -> Option<ToolIndex> {
    instrument.tools.iter().position(|category| category.id == id).map(ToolIndex::at)
}
