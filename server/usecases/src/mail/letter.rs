//! What letters say, as text and as HTML.

use store::Account;

/// A kind of letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letter {
    /// Invites somebody to take up an account.
    Invitation,
    /// Brings the link for a new password.
    Reset,
    /// Says that the password was changed.
    PasswordChanged,
}

/// A mail, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// The address that it goes to.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

impl Letter {
    const ALL: [(Self, &str); 3] =
        [(Self::Invitation, "invitation"), (Self::Reset, "reset"), (Self::PasswordChanged, "password-changed")];

    /// The word that is stored.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(letter, _)| *letter == self).map_or("", |(_, word)| word)
    }

    /// Reads the stored word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(letter, _)| *letter)
    }

    /// Writes the letter to an account; `link` for those that bring one.
    #[must_use]
    pub fn write(self, account: &Account, link: Option<&str>) -> Mail {
        let organisation = &account.organisation_name;
        let (subject, before, button, after) = match self {
            Self::Invitation => (
                format!("You are invited to {organisation} on Plumbline"),
                vec![
                    format!("{organisation} uses Plumbline to see where its machine-learning delivery stands."),
                    format!("You are invited as {}: who {}.", account.right, account.right.meaning()),
                ],
                "Choose a password and join",
                "The link works once, for a week. If you did not expect it, do nothing.",
            ),
            Self::Reset => (
                "Your new password for Plumbline".to_owned(),
                vec![format!(
                    "Somebody, probably you, asked for a new password for {} at {organisation}.",
                    account.email
                )],
                "Choose a new password",
                "The link works once, for an hour. If you did not ask for it, do nothing: your password stays as it is.",
            ),
            Self::PasswordChanged => (
                "Your password for Plumbline was changed".to_owned(),
                vec![format!(
                    "The password of {} at {organisation} was changed, and every other browser was signed out.",
                    account.email
                )],
                "",
                "If it was not you, ask an owner of your organisation for a new password at once.",
            ),
        };
        Words { subject, before, button, after }.mail(&account.email, &account.name, link)
    }
}

/// What a letter says, whoever it goes to.
pub(super) struct Words {
    /// Its subject.
    pub subject: String,
    /// What stands before the link.
    pub before: Vec<String>,
    /// What the link does; empty for letters without one.
    pub button: &'static str,
    /// What stands behind it.
    pub after: &'static str,
}

impl Words {
    /// The text below the greeting, line by line.
    pub fn body(&self, link: Option<&str>) -> Vec<String> {
        let mut text = vec![self.before.join("\n")];
        if let Some(link) = link {
            text.extend([String::new(), format!("{}:", self.button), link.to_owned()]);
        }
        text.extend([String::new(), self.after.to_owned(), String::new()]);
        text
    }

    /// The letter to somebody, as text and as HTML.
    pub fn mail(self, to: &str, name: &str, link: Option<&str>) -> Mail {
        let greeting = if name.is_empty() { "Hello,".to_owned() } else { format!("Hello {name},") };
        let mut text = vec![greeting.clone(), String::new()];
        text.extend(self.body(link));
        let Self { subject, before, button, after } = self;
        let mut parts: Vec<String> = std::iter::once(&greeting).chain(&before).map(|line| escape(line)).collect();
        if let Some(link) = link {
            parts.extend([format!("<a href=\"{}\">{button}</a>", escape(link)), escape(link)]);
        }
        parts.push(escape(after));
        let html = format!("<p>{}</p>", parts.join("</p><p>"));
        let html = format!(
            "<!DOCTYPE html><html lang=\"en-GB\"><body style=\"font-family: sans-serif; line-height: 1.5\">{html}</body></html>"
        );
        Mail { to: to.to_owned(), subject, text: text.join("\n"), html }
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use domain::ids::{AccountId, OrganisationId};
    use domain::rights::Right;

    use super::*;

    fn account() -> Account {
        Account {
            id: AccountId::new(uuid::Uuid::nil()),
            organisation_id: OrganisationId::IMPLICIT,
            organisation_name: "R&D <Labs>".to_owned(),
            email: "ada@example.org".to_owned(),
            name: "Ada \"A\" <b>".to_owned(),
            right: Right::Lead,
            active: false,
            disabled: false,
            second_factor: false,
            signed_in_at: None,
            created_at: 0,
        }
    }

    #[test]
    fn both_parts_say_the_same_and_bring_the_link() {
        for letter in [Letter::Invitation, Letter::Reset] {
            let mail = letter.write(&account(), Some("https://p.example/x/abc"));
            assert!(
                mail.text.contains("https://p.example/x/abc") && mail.html.contains("href=\"https://p.example/x/abc\"")
            );
        }
        let mail = Letter::PasswordChanged.write(&account(), None);
        assert!(!mail.text.contains("http") && !mail.html.contains("href"));
    }

    #[test]
    fn names_stay_text() {
        let mail = Letter::Invitation.write(&account(), Some("https://p.example"));
        assert!(!mail.html.contains("<b>") && !mail.html.contains("<Labs>"), "{}", mail.html);
        assert!(mail.html.contains("R&amp;D &lt;Labs&gt;"));
    }

    #[test]
    fn words_read_back() {
        for (letter, word) in Letter::ALL {
            assert_eq!((letter.word(), Letter::from_word(word)), (word, Some(letter)));
        }
    }
}
