//! What an account is made of, as parsed values.

mod email;
mod password;

pub use email::Email;
pub use password::{MAX_PASSWORD, MIN_PASSWORD, Password, PasswordFault};

/// A text in the form it is searched and compared in: lower case, outer and repeated blanks gone.
#[must_use]
pub fn folded(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn folding_reaches_beyond_ascii() {
        assert_eq!(folded("  Ärzte   ÉQUIPE "), "ärzte équipe");
    }
}
