//! The content of a cell.

use domain::scoring::Band;
use serde::{Serialize, Serializer};

/// The content of a cell, the same in every form of file.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// There is nothing: the row's status or the codebook says why.
    Empty,
    /// A measure, unrounded.
    Number(f64),
    /// A count or rank.
    Count(u64),
    /// A text as it is, not neutralised.
    Text(String),
}

impl Cell {
    /// "yes" or "no".
    pub(crate) fn yes(is: bool) -> Self {
        if is { "yes" } else { "no" }.into()
    }

    /// Ids or names in one cell.
    pub(crate) fn list<S: AsRef<str>>(parts: impl IntoIterator<Item = S>) -> Self {
        let parts: Vec<S> = parts.into_iter().collect();
        parts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join("; ").into()
    }

    /// As CSV has it: numbers in the shortest form that gives them back, texts not neutralised.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            // Adding zero turns -0 into 0.
            Self::Number(number) => (number + 0.0).to_string(),
            Self::Count(count) => count.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Count(count) => serializer.serialize_u64(*count),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        if number.is_finite() { Self::Number(number) } else { Self::Empty }
    }
}

macro_rules! counts {
    ($($from:ty),*) => {$(
        impl From<$from> for Cell {
            fn from(count: $from) -> Self {
                Self::Count(u64::from(count))
            }
        }
    )*};
}

counts!(u8, u32);

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<Band> for Cell {
    fn from(band: Band) -> Self {
        band.word().into()
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
