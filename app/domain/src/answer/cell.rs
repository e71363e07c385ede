//! An answer as scoring reads it.

use crate::instrument::MetricKind;

/// An item's answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Blank,
    /// 1 to 5, as given: a reversed item is not turned yet.
    Value(u8),
    /// "Don't know": missing, and counted as a gap in what can be seen.
    DontKnow,
    /// "Not applicable": leaves the denominator.
    NotApplicable,
}

impl Cell {
    /// Reads `1` to `5`, `DK`, `NA` or nothing; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "" => Some(Self::Blank),
            "DK" => Some(Self::DontKnow),
            "NA" => Some(Self::NotApplicable),
            _ => digit(text, 5).map(Self::Value),
        }
    }

    /// Whether anything was answered, "don't know" and "not applicable" included.
    #[must_use]
    pub const fn is_blank(self) -> bool {
        matches!(self, Self::Blank)
    }
}

/// A metric's answer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum MetricCell {
    /// Nothing.
    #[default]
    Blank,
    /// One of six bands, 1 the worst.
    Band(u8),
    /// 0 to 100 %.
    Percent(f64),
    /// "Don't know".
    DontKnow,
    /// "Not applicable".
    NotApplicable,
}

impl MetricCell {
    /// Reads `DK`, `NA`, nothing, and `1` to `6` or a percentage as the metric's kind has it; `None` for anything else.
    #[must_use]
    pub fn parse(kind: &MetricKind, text: &str) -> Option<Self> {
        Self::parse_word(text).or_else(|| match kind {
            MetricKind::Bands(_) => digit(text, 6).map(Self::Band),
            MetricKind::Percent => super::percent::parse(text).map(Self::Percent),
        })
    }

    fn parse_word(text: &str) -> Option<Self> {
        match text {
            "" => Some(Self::Blank),
            "DK" => Some(Self::DontKnow),
            "NA" => Some(Self::NotApplicable),
            _ => None,
        }
    }

    /// Whether anything was answered.
    #[must_use]
    pub const fn is_blank(self) -> bool {
        matches!(self, Self::Blank)
    }
}

/// One digit from 1 to `most`.
fn digit(text: &str, most: u8) -> Option<u8> {
    match text.as_bytes() {
        [byte @ b'1'..=b'9'] if byte - b'0' <= most => Some(byte - b'0'),
        _ => None,
    }
}
