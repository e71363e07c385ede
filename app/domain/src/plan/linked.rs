//! What an action works on.

use crate::instrument::{Feeds, Instrument};

/// A practice construct, and those of its items that are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    practice: String,
    items: Vec<String>,
}

/// Why an action cannot work on something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkFault {
    /// It is no practice of the questionnaire: challenges and benefits follow from what is done.
    #[error("Choose the practice that this works on.")]
    NoPractice,
    /// An item belongs to another construct.
    #[error("Choose questions of the practice that this works on, or none.")]
    NotItsItem,
}

impl Linked {
    /// To a practice by its id, and some of its items, each named once and in the order of the questionnaire.
    ///
    /// # Errors
    ///
    /// There is no such practice, or an item is not one of it.
    pub fn new(instrument: &Instrument, practice: &str, items: &[&str]) -> Result<Self, LinkFault> {
        let place = instrument.construct_index(practice).ok_or(LinkFault::NoPractice)?;
        let construct = &instrument[place];
        if construct.feeds != Feeds::Maturity {
            return Err(LinkFault::NoPractice);
        }
        let own: Vec<&str> = construct.items.iter().map(|item| instrument[*item].id.as_str()).collect();
        if items.iter().any(|item| !own.contains(item)) {
            return Err(LinkFault::NotItsItem);
        }
        let items = own.into_iter().filter(|item| items.contains(item)).map(str::to_owned).collect();
        Ok(Self { practice: construct.id.clone(), items })
    }

    /// As it was stored: it may name what only another version of the questionnaire has. `items` are ids with blanks
    /// between.
    #[must_use]
    pub fn stored(practice: String, items: &str) -> Self {
        Self { practice, items: items.split_whitespace().map(str::to_owned).collect() }
    }

    /// The practice's id.
    #[must_use]
    pub fn practice(&self) -> &str {
        &self.practice
    }

    /// The ids of the items that are meant; none for the practice as a whole.
    #[must_use]
    pub fn items(&self) -> &[String] {
        &self.items
    }

    /// The items as they are stored: ids with blanks between.
    #[must_use]
    pub fn items_text(&self) -> String {
        self.items.join(" ")
    }

    /// What the practice is called; its id where the questionnaire has it no more.
    #[must_use]
    pub fn name<'n>(&'n self, instrument: &'n Instrument) -> &'n str {
        instrument.construct(&self.practice).map_or(self.practice.as_str(), |construct| construct.short.as_str())
    }
}
