//! What each field may hold, and the one way in which it is stored.

use super::{Cell, Field, FieldError, choice, percent, text};
use crate::instrument::{Choice, Choosable, Instrument, JobRole, MetricKind, NONE, OTHER};

impl Field {
    /// The stored text for what was given: `raw` are the values of the form controls of that name (most have one).
    /// Empty means that nothing is answered, or that the answer was taken back. What is canonical already comes out
    /// as it went in.
    ///
    /// # Errors
    ///
    /// What was given is no answer to this field; the message says what to do.
    pub fn canonical(self, instrument: &Instrument, raw: &[&str]) -> Result<String, FieldError> {
        let stored = match self {
            Self::JobRole => choice::choose(&JobRole::ALL.map(JobRole::id), Choice::Many, raw),
            Self::Name | Self::ToolsOther(_) => text::line(last(raw)),
            Self::Item(_) => choice::single(raw).and_then(item),
            Self::Metric(metric) => choice::single(raw).and_then(|given| self::metric(&instrument[metric].kind, given)),
            Self::Comment(_) | Self::Open(_) => text::lines(last(raw)),
            Self::Evidence(_) => text::link(last(raw)),
            Self::Profile(question) => {
                let question = &instrument[question];
                choice::choose(&ids(&question.options), question.choice, raw)
            }
            Self::Tools(category) => {
                let mut options = ids(&instrument[category].options);
                options.extend([OTHER, NONE]);
                choice::choose(&options, Choice::Many, raw)
            }
            Self::Strategy(question) => {
                let question = &instrument[question];
                choice::choose(&ids(&question.options), question.choice, raw)
            }
        };
        stored.map_err(|message| FieldError { field: self.name(instrument), message })
    }
}

/// A text field has one control; of more, the last is the one that was typed in.
fn last<'r>(raw: &[&'r str]) -> &'r str {
    raw.last().copied().unwrap_or_default()
}

fn ids(options: &[Choosable]) -> Vec<&str> {
    options.iter().map(|option| option.id.as_str()).collect()
}

fn item(given: &str) -> Result<String, String> {
    let cell = Cell::parse(given);
    cell.map(|_| given.to_owned()).ok_or_else(|| {
        format!(
            "{} is not on the scale. Choose a number from 1 to 5, DK (don't know) or NA (not applicable).",
            shown(given)
        )
    })
}

fn metric(kind: &MetricKind, given: &str) -> Result<String, String> {
    if matches!(given, "" | "DK" | "NA") {
        return Ok(given.to_owned());
    }
    match kind {
        MetricKind::Bands(_) => match given.as_bytes() {
            [b'1'..=b'6'] => Ok(given.to_owned()),
            _ => Err(format!("{} is not on the scale. Choose a number from 1 to 6, DK or NA.", shown(given))),
        },
        MetricKind::Percent => percent::canonical(given).ok_or_else(|| {
            format!("{} is not a percentage. Choose a number from 0 to 100, for example 12.5.", shown(given))
        }),
    }
}

/// What was given, in quotes, cut where it is long.
fn shown(given: &str) -> String {
    let cut: String = given.chars().filter(|letter| !letter.is_control()).take(40).collect();
    if cut.len() < given.len() { format!("\"{cut}...\"") } else { format!("\"{cut}\"") }
}
