//! A meeting in which a team agrees on its one answer: which questions it talks about, and what its votes say.

mod agenda;
mod tally;

use crate::answer::Field;
use crate::instrument::{Instrument, ItemIndex};

pub use agenda::Agenda;
pub use tally::Tally;

/// Where a question is in its talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Everybody votes, and nobody sees how.
    Voting,
    /// The votes are shown, and none is taken any more.
    Revealed,
}

impl Phase {
    /// The word that is stored.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Voting => "voting",
            Self::Revealed => "revealed",
        }
    }

    /// Reads what is stored.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Voting, Self::Revealed].into_iter().find(|phase| phase.word() == word)
    }
}

/// A vote as it is stored, `1` to `5`, `DK` or `NA`; `None` for what nobody can vote.
#[must_use]
pub fn vote(instrument: &Instrument, item: ItemIndex, raw: &str) -> Option<String> {
    Field::Item(item).canonical(instrument, &[raw]).ok().filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_an_answer_is_a_vote() {
        let instrument = Instrument::builtin();
        let item = instrument.item_index("TE1-1").unwrap();
        assert_eq!(vote(instrument, item, " 3 ").as_deref(), Some("3"));
        assert_eq!(vote(instrument, item, "DK").as_deref(), Some("DK"));
        for bad in ["", "0", "6", "x"] {
            assert_eq!(vote(instrument, item, bad), None, "{bad}");
        }
    }
}
