//! Passwords as they are typed. Whether one is easily guessed is asked where the lists for it are.

use std::fmt;

/// Fewest characters of a password.
pub const MIN_PASSWORD: usize = 8;
/// Most characters of a password.
pub const MAX_PASSWORD: usize = 128;

/// A password of fitting length. No rule says which characters it must hold. It is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// Why a text cannot be a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordFault {
    /// Fewer than [`MIN_PASSWORD`] characters.
    #[error("Use at least 8 characters; several words are easier to remember than one odd one.")]
    TooShort,
    /// More than [`MAX_PASSWORD`] characters.
    #[error("Use at most 128 characters.")]
    TooLong,
    /// A NUL or another control character, which some keyboards cannot type again.
    #[error("Leave control characters out.")]
    Control,
}

impl Password {
    /// Reads what was typed, blanks and all.
    ///
    /// # Errors
    /// Why not.
    pub fn parse(text: &str) -> Result<Self, PasswordFault> {
        match text.chars().count() {
            n if n < MIN_PASSWORD => Err(PasswordFault::TooShort),
            n if n > MAX_PASSWORD => Err(PasswordFault::TooLong),
            _ if text.contains(char::is_control) => Err(PasswordFault::Control),
            _ => Ok(Self(text.to_owned())),
        }
    }

    /// The text, to be hashed.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(secret)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Password, PasswordFault};

    #[test]
    fn length_counts_characters_and_blanks_count() {
        assert_eq!(Password::parse("ünïcödé"), Err(PasswordFault::TooShort));
        assert_eq!(Password::parse(" ünïcöd ").unwrap().expose(), " ünïcöd ");
        assert!(Password::parse(&"é".repeat(128)).is_ok());
        assert_eq!(Password::parse(&"é".repeat(129)), Err(PasswordFault::TooLong));
        assert_eq!(Password::parse("12345678\n"), Err(PasswordFault::Control));
    }

    #[test]
    fn it_is_never_printed() {
        assert!(!format!("{:?}", Password::parse("correct horse").unwrap()).contains("horse"));
    }
}
