//! Who sees to an action.

use crate::answer::{FieldError, MAX_NAME, short_line};
use crate::ids::AccountId;

/// Who sees to an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Owner {
    /// Nobody yet.
    #[default]
    Nobody,
    /// A member of the team.
    Member(AccountId),
    /// Somebody without an account in the team.
    Named(OwnerName),
}

/// The name of somebody: one line, not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerName(String);

impl OwnerName {
    /// Reads what was typed into `field`; `None` for nothing.
    ///
    /// # Errors
    ///
    /// It is longer than [`MAX_NAME`].
    pub fn parse(field: &str, text: &str) -> Result<Option<Self>, FieldError> {
        let name = short_line(field, text, MAX_NAME)?;
        Ok((!name.is_empty()).then_some(Self(name)))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Owner {
    /// The account, if it is one.
    #[must_use]
    pub const fn account(&self) -> Option<AccountId> {
        match self {
            Self::Member(account) => Some(*account),
            Self::Nobody | Self::Named(_) => None,
        }
    }

    /// The name that was given; empty for a member and for nobody.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Named(name) => name.as_str(),
            Self::Nobody | Self::Member(_) => "",
        }
    }
}
