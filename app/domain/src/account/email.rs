//! An address that mail can be sent to.

use std::fmt;

/// An address: one `@`, something on both sides, no blanks, at most 254 characters. Whether it exists only a mail that
/// arrives can tell.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Email(String);

/// Longest address that mail servers take (RFC 5321).
const MAX_EMAIL: usize = 254;

impl Email {
    /// Reads what was typed.
    ///
    /// # Errors
    /// A message for the person who typed it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.is_empty() {
            return Err("Give an email address.".to_owned());
        }
        let odd = |letter: char| {
            letter.is_whitespace()
                || letter.is_control()
                || matches!(letter, '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | ':' | '"' | '\\')
        };
        let whole = text.rsplit_once('@').is_some_and(|(local, host)| {
            !local.is_empty()
                && !local.contains('@')
                && !host.is_empty()
                && !host.starts_with(['.', '-'])
                && !host.ends_with(['.', '-'])
                && !host.contains("..")
        });
        if !whole || text.contains(odd) || text.len() > MAX_EMAIL {
            return Err("This is no email address. Give one such as name@example.org.".to_owned());
        }
        Ok(Self(text.to_owned()))
    }

    /// As it was typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form in which two addresses are the same: lower case.
    #[must_use]
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Email;

    #[test]
    fn addresses_are_taken_as_typed_and_compared_in_lower_case() {
        let email = Email::parse("  Ada.L+test@Example.org ").unwrap();
        assert_eq!(email.as_str(), "Ada.L+test@Example.org");
        assert_eq!(email.folded(), "ada.l+test@example.org");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let long = format!("{}@example.org", "a".repeat(250));
        for bad in [
            "",
            " ",
            "a",
            "@b",
            "a@",
            "a b@c.de",
            "a@b@c",
            "a@.de",
            "a@de.",
            "a@b..c",
            "<a@b.de>",
            "a@b.de\r\nBcc: x@y.z",
            &long,
        ] {
            assert!(Email::parse(bad).is_err(), "{bad}");
        }
    }
}
