//! How far an action is.

/// How far an action is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// Not begun.
    #[default]
    ToDo,
    /// Begun.
    Doing,
    /// Finished.
    Done,
    /// Given up, and kept so that it is known.
    Dropped,
}

impl Status {
    /// All of them, in the order in which an action passes them.
    pub const ALL: [Self; 4] = [Self::ToDo, Self::Doing, Self::Done, Self::Dropped];

    /// The word that is stored and stands in addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::ToDo => "todo",
            Self::Doing => "doing",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// Reads the stored word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }

    /// As it is shown.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::ToDo => "To do",
            Self::Doing => "Doing",
            Self::Done => "Done",
            Self::Dropped => "Dropped",
        }
    }

    /// Whether something is left to do.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::ToDo | Self::Doing)
    }
}

/// Which actions are meant, by how far they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// All.
    #[default]
    All,
    /// Those of which something is left to do.
    Open,
    /// Those that are so far.
    Only(Status),
}

impl Which {
    /// The word in an address and in a statement; none for all.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Open => "open",
            Self::Only(status) => status.word(),
        }
    }

    /// Reads the word; any other means all.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        match Status::from_word(word) {
            Some(status) => Self::Only(status),
            None if word == Self::Open.word() => Self::Open,
            None => Self::All,
        }
    }
}
