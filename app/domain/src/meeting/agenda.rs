//! The questions of a meeting.

use crate::instrument::{Column, ConstructIndex, Instrument, ItemIndex, RoleSet};
use crate::questionnaire::is_asked;

/// The questions of a meeting, in order: what a team with these job roles is asked on stages and scales, and what it has
/// answered already. Delivery metrics are figures to look up, not to vote on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda(Vec<ItemIndex>);

impl Agenda {
    /// The agenda of a team. `is_answered` tells whether an item has an answer.
    #[must_use]
    pub fn new(instrument: &Instrument, roles: RoleSet, is_answered: impl Fn(ItemIndex) -> bool) -> Self {
        let asked = |item: &ItemIndex| is_asked(instrument, Column::Item(*item), roles) || is_answered(*item);
        Self(instrument.item_indices().filter(asked).collect())
    }

    /// How many questions there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All questions, in order.
    pub fn items(&self) -> impl Iterator<Item = ItemIndex> {
        self.0.iter().copied()
    }

    /// The place of a question, from 0; the first one if it is none of them.
    #[must_use]
    pub fn place(&self, item: ItemIndex) -> usize {
        self.0.iter().position(|other| *other == item).unwrap_or(0)
    }

    /// The question at a place.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<ItemIndex> {
        self.0.get(place).copied()
    }

    /// The first question of a section.
    #[must_use]
    pub fn first_of(&self, instrument: &Instrument, construct: ConstructIndex) -> Option<ItemIndex> {
        self.0.iter().copied().find(|item| instrument[*item].construct == construct)
    }

    /// The sections that have a question, in order.
    #[must_use]
    pub fn sections(&self, instrument: &Instrument) -> Vec<ConstructIndex> {
        let mut sections: Vec<ConstructIndex> = self.0.iter().map(|item| instrument[*item].construct).collect();
        sections.dedup();
        sections
    }

    /// The first question for which this holds, else the first of all.
    #[must_use]
    pub fn first_where(&self, holds: impl Fn(ItemIndex) -> bool) -> Option<ItemIndex> {
        self.0.iter().copied().find(|item| holds(*item)).or_else(|| self.at(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::JobRole;

    #[test]
    fn the_agenda_has_what_the_roles_are_asked_and_what_was_answered() {
        let instrument = Instrument::builtin();
        let whole = Agenda::new(instrument, RoleSet::default(), |_| false);
        assert_eq!((whole.len(), whole.sections(instrument).len()), (60, 20));
        let answered = instrument.item_index("TE1-2").unwrap();
        let part = Agenda::new(instrument, [JobRole::Grc].into_iter().collect(), |item| item == answered);
        let sections: Vec<&str> = part.sections(instrument).iter().map(|one| instrument[*one].id.as_str()).collect();
        assert_eq!(sections, ["TE1", "TE5", "CE1", "BE5"]);
        assert_eq!(part.place(answered), 0);
        let first = part.first_where(|item| item != answered).unwrap();
        assert_eq!(instrument[first].construct, instrument.construct_index("TE5").unwrap());
        assert_eq!(part.first_where(|_| false), Some(answered), "all of them are answered: from the start");
    }
}
