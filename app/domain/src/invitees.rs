//! Whom a round's personal links are for: one line a person, as people write addresses.

use std::collections::BTreeSet;

use crate::account::{Email, folded};
use crate::answer::{FieldError, MAX_NAME, one_line};

/// Most people that are invited at once.
pub const MOST_INVITEES: usize = 200;
/// Lines whose faults are told together; the rest is told once these are mended.
const TOLD: usize = 5;

/// Somebody to invite. A name or an address is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitee {
    /// The name; empty if only an address was given.
    pub name: String,
    /// The address, if one was given.
    pub email: Option<Email>,
}

impl Invitee {
    /// Reads `Name`, `Name <address>`, `<address>` or an address.
    ///
    /// # Errors
    /// A message for the person who typed it.
    fn parse(line: &str) -> Result<Self, String> {
        let named = |name: &str| one_line("people", name).map_err(|error| error.message);
        if let Some((name, rest)) = line.split_once('<') {
            let address = rest.trim_end().strip_suffix('>').ok_or("Close the address with >.")?;
            let name = named(name.trim().trim_matches('"'))?;
            return Ok(Self { name, email: Some(Email::parse(address)?) });
        }
        if line.contains('@') {
            return Ok(Self { name: String::new(), email: Some(Email::parse(line)?) });
        }
        Ok(Self { name: named(line)?, email: None })
    }

    /// The address as text; empty if there is none.
    #[must_use]
    pub fn address(&self) -> &str {
        self.email.as_ref().map_or("", Email::as_str)
    }

    /// What tells one from the others of a round: name and address, however they are written.
    #[must_use]
    pub fn identity(&self) -> String {
        format!("{}\n{}", folded(&self.name), self.email.as_ref().map(Email::folded).unwrap_or_default())
    }
}

/// What somebody is called: the name, else the address as far as a name may reach.
#[must_use]
pub fn called(name: &str, email: &str) -> String {
    if name.is_empty() { email.chars().take(MAX_NAME).collect() } else { name.to_owned() }
}

/// Reads one line a person; blank lines are passed over.
///
/// # Errors
/// A message at the field `people` that names the lines that cannot be taken, or says that there are none or more than
/// [`MOST_INVITEES`].
pub fn invitees(text: &str) -> Result<Vec<Invitee>, FieldError> {
    let mut known = BTreeSet::new();
    let mut faults = Vec::new();
    let mut people = Vec::new();
    for (line, text) in (1..).zip(text.lines()).filter(|(_, text)| !text.trim().is_empty()) {
        match Invitee::parse(text.trim()) {
            Ok(person) if !known.insert(person.identity()) => {
                faults.push(format!("Line {line}: this person is named twice."));
            }
            Ok(person) => people.push(person),
            Err(fault) => faults.push(format!("Line {line}: {fault}")),
        }
    }
    let message = match (faults.len(), people.len()) {
        (1.., _) => faults.into_iter().take(TOLD).collect::<Vec<_>>().join(" "),
        (0, 0) => "Give a name or an address, one line a person.".to_owned(),
        (0, n) if n > MOST_INVITEES => {
            format!("At most {MOST_INVITEES} people are invited at once; these are {n}. Send some of them first.")
        }
        (0, _) => return Ok(people),
    };
    Err(FieldError { field: "people".to_owned(), message })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_name_an_address_or_both() {
        let people =
            invitees("Ada Lovelace\r\n\n  \"Bob, B.\" <bob@example.org> \ncy@example.org\n<d@example.org>").unwrap();
        let read: Vec<_> = people.iter().map(|person| (person.name.as_str(), person.address())).collect();
        let wanted =
            [("Ada Lovelace", ""), ("Bob, B.", "bob@example.org"), ("", "cy@example.org"), ("", "d@example.org")];
        assert_eq!(read, wanted);
    }

    #[test]
    fn what_cannot_be_taken_is_told_with_its_line() {
        let told = |text: &str| invitees(text).unwrap_err().message;
        let message = told("Ada\nBob <bob\nCy cy@example.org\n\nada");
        for part in ["Line 2: Close", "Line 3: This is no email address", "Line 5: this person is named twice"] {
            assert!(message.contains(part), "{message}");
        }
        assert!(!message.contains("Line 1"), "{message}");
        assert!(told(" \n").contains("one line a person"));
        assert!(told(&"x".repeat(MAX_NAME + 1)).contains("Line 1"));
    }

    #[test]
    fn two_hundred_are_invited_at_once_and_no_more() {
        let lines = |n: usize| (0..n).map(|i| format!("P{i}")).collect::<Vec<_>>().join("\n");
        assert_eq!(invitees(&lines(MOST_INVITEES)).unwrap().len(), MOST_INVITEES);
        assert!(invitees(&lines(MOST_INVITEES + 1)).unwrap_err().message.contains("201"));
    }

    #[test]
    fn who_gave_no_name_is_called_by_the_address() {
        assert_eq!(called("Ada", "a@b.de"), "Ada");
        assert_eq!(called("", "a@b.de"), "a@b.de");
        assert_eq!(called("", &"a".repeat(200)).len(), MAX_NAME);
    }
}
