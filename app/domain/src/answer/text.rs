//! Texts that people write.

use super::FieldError;

/// Most characters of a comment or an open answer.
pub const MAX_TEXT: usize = 10_000;
/// Most characters of a link.
pub const MAX_URL: usize = 2_000;
/// Most characters of a respondent's name or of a tool that is not listed.
pub const MAX_NAME: usize = 80;

/// Text with one kind of line end and without other control characters. These cannot be seen, so nobody could be asked
/// to remove them; they come with text pasted from elsewhere, and neither every database nor a PDF can hold them.
fn tidy(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|letter| if letter == '\r' { '\n' } else { letter })
        .filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'))
        .collect()
}

fn limit(text: String, most: usize) -> Result<String, String> {
    let length = text.chars().count();
    if length <= most {
        return Ok(text);
    }
    Err(format!("This has {} characters. Shorten it to {} at most.", grouped(length), grouped(most)))
}

/// Several lines; blank ones alone are nothing.
pub(super) fn lines(text: &str) -> Result<String, String> {
    let text = tidy(text);
    if text.trim().is_empty() { Ok(String::new()) } else { limit(text, MAX_TEXT) }
}

/// One line: runs of white space, line ends among it, become one space.
pub(super) fn line(text: &str) -> Result<String, String> {
    limit(tidy(text).split_whitespace().collect::<Vec<_>>().join(" "), MAX_NAME)
}

/// One line of at most [`MAX_NAME`] characters for a field that is no question of the instrument, such as a team's name.
///
/// # Errors
///
/// It is too long; the message says how long it may be.
pub fn one_line(field: &str, text: &str) -> Result<String, FieldError> {
    short_line(field, text, MAX_NAME)
}

/// One line of at most `most` characters for a field that is no question of the instrument.
///
/// # Errors
///
/// As for [`one_line`].
pub fn short_line(field: &str, text: &str, most: usize) -> Result<String, FieldError> {
    let text = tidy(text).split_whitespace().collect::<Vec<_>>().join(" ");
    limit(text, most).map_err(|message| FieldError { field: field.to_owned(), message })
}

/// Several lines for a field that is no question of the instrument, of at most `most` characters; blank ones alone are
/// nothing.
///
/// # Errors
///
/// They are too long; the message says how long they may be.
pub fn paragraphs(field: &str, text: &str, most: usize) -> Result<String, FieldError> {
    limit(tidy(text).trim().to_owned(), most).map_err(|message| FieldError { field: field.to_owned(), message })
}

/// A link to a web page, or nothing.
pub(super) fn link(text: &str) -> Result<String, String> {
    let text = limit(tidy(text).trim().to_owned(), MAX_URL)?;
    if text.is_empty() {
        return Ok(text);
    }
    let lower = text.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let odd = |letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '"' | '\\' | '`');
    if host.is_none_or(|host| host.is_empty() || host.starts_with([':', '.'])) || text.contains(odd) {
        return Err("This is not a web address. Give one that begins with https:// or http://, \
                    for example https://wiki.example.org/model-card."
            .to_owned());
    }
    Ok(text)
}

/// A number with a comma at every three digits.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
