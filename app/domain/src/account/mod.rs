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

/// What finds a text anywhere in a folded one, for `LIKE ... ESCAPE '\\'`. The empty text finds everything.
#[must_use]
pub fn pattern(text: &str) -> String {
    let mut pattern = String::from("%");
    for letter in folded(text).chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        // No database holds a NUL, so none is found.
        if letter != '\0' {
            pattern.push(letter);
        }
    }
    if pattern.len() > 1 {
        pattern.push('%');
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::{folded, pattern};

    #[test]
    fn what_means_something_to_the_database_is_searched_for_as_it_is() {
        assert_eq!(pattern("  "), "%");
        assert_eq!(pattern("50%_\\ A"), "%50\\%\\_\\\\ a%");
    }

    #[test]
    fn folding_reaches_beyond_ascii() {
        assert_eq!(folded("  Ärzte   ÉQUIPE "), "ärzte équipe");
    }
}
