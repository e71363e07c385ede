//! An invented organisation whose answers tell a story: what the server shows when it is to be tried out.
//!
//! One team improves from round to round, one disagrees between those who build models and those who run them, one
//! stands still, one is too small for figures that hold, one is excellent but for one practice, and one has only just
//! begun. Who is who and how they stand is in `cast.rs` and `plots.rs`; what they would answer follows from that in
//! `answers.rs`, the same at every run.

mod answers;
mod background;
mod cast;
mod chance;
mod intents;
mod plots;
mod worksheets;

use crate::instrument::{Instrument, JobRole};
use crate::rights::Right;

pub use answers::{Outlook, answers};
pub use chance::Chance;
pub use intents::{Intent, intents};
pub use worksheets::worksheet;

/// How many rounds each team has; the last one is open.
pub const ROUNDS: usize = 3;

/// An account that is there to sign in with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The person's name.
    pub name: &'static str,
    /// The address.
    pub email: &'static str,
    /// What it may do.
    pub right: Right,
}

/// An invented organisation.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its name.
    pub name: &'static str,
    /// Accounts to sign in with, the owner first. Some of them are people of teams too.
    pub keys: &'static [Key],
    /// The names of its units.
    pub units: &'static [&'static str],
    /// Its teams.
    pub teams: Vec<Team>,
}

/// A team of an invented organisation.
#[derive(Clone, Debug)]
pub struct Team {
    /// Its name.
    pub name: &'static str,
    /// The place of its unit among the units.
    pub unit: usize,
    /// The model or service that its rounds speak of.
    pub subject: &'static str,
    /// Who belongs to it.
    pub people: &'static [Person],
    /// Its rounds, oldest first: all but the last of three are closed.
    pub rounds: Vec<Round>,
}

/// Somebody who belongs to a team.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// The name.
    pub name: &'static str,
    /// Job roles.
    pub roles: &'static [JobRole],
    /// The address, where it does not follow from the name.
    pub key: Option<Key>,
}

/// A round of a team.
#[derive(Clone, Debug)]
pub struct Round {
    /// What was answered.
    pub responses: Vec<Response>,
}

/// A response.
#[derive(Clone, Debug)]
pub struct Response {
    /// The place of the respondent among the team's people.
    pub person: usize,
    /// Whether it was handed in.
    pub submitted: bool,
    /// The fields that hold something.
    pub answers: Vec<Answer>,
}

/// A field of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The field's name.
    pub field: String,
    /// What it holds.
    pub value: String,
    /// What it held before, where it was changed.
    pub before: Option<String>,
}

impl Person {
    /// The address: `name@demo.example`.
    #[must_use]
    pub fn email(&self) -> String {
        self.key.map_or_else(|| address(self.name, "demo.example"), |key| key.email.to_owned())
    }

    /// What the account may do: who manages a team leads it.
    #[must_use]
    pub fn right(&self) -> Right {
        match self.key {
            Some(key) => key.right,
            None if self.roles.contains(&JobRole::Mgr) => Right::Lead,
            None => Right::Member,
        }
    }
}

/// An address made of a name.
#[must_use]
pub fn address(name: &str, host: &str) -> String {
    let local: String = name
        .to_ascii_lowercase()
        .chars()
        .map(|letter| if letter == ' ' { '.' } else { letter })
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '.')
        .collect();
    format!("{local}@{host}")
}

/// The organisation that the story plays in.
#[must_use]
pub fn organisation(instrument: &Instrument) -> Organisation {
    Organisation {
        name: "Tarnbeck Mutual",
        keys: &cast::KEYS,
        units: &cast::UNITS,
        teams: plots::PLOTS.iter().map(|plot| plot.team(instrument)).collect(),
    }
}

/// Another organisation, of which the first one's people must see nothing.
#[must_use]
pub fn other_organisation(instrument: &Instrument) -> Organisation {
    Organisation {
        name: "Quillmere Freight",
        keys: &cast::OTHER_KEYS,
        units: &cast::OTHER_UNITS,
        teams: plots::OTHER_PLOTS.iter().map(|plot| plot.team(instrument)).collect(),
    }
}
