//! A field and what it holds, in words for the person who filled it in.

use super::Field;
use crate::instrument::{Choosable, Column, Instrument, JobRole, MetricKind, NONE, OTHER};

impl Field {
    /// What the field is called beside its question: "Watching live models", "Comment on watching live models".
    #[must_use]
    pub fn label(self, instrument: &Instrument) -> String {
        let about = |column: Column| instrument.column_topic(column).to_owned();
        match self {
            Self::JobRole => "What you do".to_owned(),
            Self::Name => "Your name".to_owned(),
            Self::Item(item) => about(Column::Item(item)),
            Self::Metric(metric) => about(Column::Metric(metric)),
            Self::Comment(column) => format!("Comment: {}", about(column)),
            Self::Evidence(column) => format!("Link to evidence: {}", about(column)),
            Self::Profile(question) => instrument[question].question.clone(),
            Self::Tools(category) => instrument[category].name.clone(),
            Self::ToolsOther(category) => format!("Others: {}", instrument[category].name),
            Self::Strategy(question) => instrument[question].question.clone(),
            Self::Open(question) => instrument[question].question.clone(),
        }
    }

    /// A stored value as people read it: "Defined: one written standard", "Airflow, Prefect". "No answer" if it is empty; what
    /// is no value of the field comes back as it is.
    #[must_use]
    pub fn shown(self, instrument: &Instrument, value: &str) -> String {
        match (self, value) {
            (_, "") => "No answer".to_owned(),
            (Self::Item(_) | Self::Metric(_), "DK") => "Don’t know".to_owned(),
            (Self::Item(_) | Self::Metric(_), "NA") => "Not applicable".to_owned(),
            (Self::Item(item), _) => {
                let item = &instrument[item];
                let place = place(value);
                let option = place.and_then(|place| instrument.scale(item.scale).options.get(place));
                let anchor = place.zip(item.anchors.as_ref()).and_then(|(place, anchors)| anchors.get(place));
                match (option, anchor) {
                    (Some(option), Some(anchor)) => format!("{}: {anchor}", option.label),
                    (Some(option), None) => option.label.clone(),
                    (None, _) => value.to_owned(),
                }
            }
            (Self::Metric(metric), _) => match &instrument[metric].kind {
                MetricKind::Bands(bands) => {
                    place(value).and_then(|place| bands.get(place)).cloned().unwrap_or_else(|| value.to_owned())
                }
                MetricKind::Percent => format!("{value} %"),
            },
            (Self::JobRole, _) => listed(value, |id| {
                let role = JobRole::parse(id)?;
                instrument.roles.iter().find(|known| known.id == role).map(|known| known.name.clone())
            }),
            (Self::Profile(question), _) => listed(value, |id| label_of(&instrument[question].options, id)),
            (Self::Strategy(question), _) => listed(value, |id| label_of(&instrument[question].options, id)),
            (Self::Tools(category), _) => listed(value, |id| match id {
                OTHER => Some("Other".to_owned()),
                NONE => Some("None".to_owned()),
                _ => label_of(&instrument[category].options, id),
            }),
            _ => value.to_owned(),
        }
    }
}

/// The place on a scale, from 0, of a stored number from 1.
fn place(value: &str) -> Option<usize> {
    value.parse::<usize>().ok()?.checked_sub(1)
}

fn label_of(options: &[Choosable], id: &str) -> Option<String> {
    options.iter().find(|option| option.id == id).map(|option| option.label.clone())
}

/// Chosen ids as their labels, with commas between them.
fn listed(value: &str, label: impl Fn(&str) -> Option<String>) -> String {
    value.split(';').map(|id| label(id).unwrap_or_else(|| id.to_owned())).collect::<Vec<_>>().join(", ")
}
