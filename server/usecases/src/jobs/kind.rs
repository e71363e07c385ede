//! Jobs as a type, and as the words that are stored.

use domain::ids::AccountId;

use crate::mail::Letter;

/// Microseconds in a minute.
const MINUTE: i64 = 60_000_000;
/// Microseconds in a day.
const DAY: i64 = 24 * 60 * MINUTE;

/// Something that the server does by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// Looks, once a minute, for rounds whose time has come.
    Turn,
    /// Throws away, once a day, what is over.
    Tidy,
    /// Writes to somebody.
    Mail {
        /// To whom.
        account: AccountId,
        /// What kind of letter.
        letter: Letter,
    },
}

impl Job {
    /// Those that come about by time alone.
    pub(super) const PERIODIC: [Self; 2] = [Self::Turn, Self::Tidy];

    /// The word that is stored.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Turn => "turn",
            Self::Tidy => "tidy",
            Self::Mail { .. } => "mail",
        }
    }

    /// What has to be known for it, as a JSON object.
    #[must_use]
    pub fn payload(self) -> String {
        match self {
            Self::Turn | Self::Tidy => "{}".to_owned(),
            Self::Mail { account, letter } => {
                serde_json::json!({ "account": account.to_string(), "letter": letter.word() }).to_string()
            }
        }
    }

    /// Reads what is stored; `None` for what another version of this program has made.
    #[must_use]
    pub fn read(kind: &str, payload: &str) -> Option<Self> {
        if kind == "mail" {
            let payload: serde_json::Value = serde_json::from_str(payload).ok()?;
            let account = payload.get("account")?.as_str()?.parse().ok()?;
            return Some(Self::Mail { account, letter: Letter::from_word(payload.get("letter")?.as_str()?)? });
        }
        Self::PERIODIC.into_iter().find(|job| job.kind() == kind)
    }

    /// What makes it the same job for every server: its kind and its minute or day.
    pub(super) fn key(self, now: i64) -> String {
        let period = if self == Self::Tidy { DAY } else { MINUTE };
        format!("{}/{}", self.kind(), now.div_euclid(period))
    }
}

#[cfg(test)]
mod tests {
    use domain::ids::AccountId;

    use super::{DAY, Job, MINUTE};
    use crate::mail::Letter;

    #[test]
    fn what_is_stored_is_read_again() {
        for job in Job::PERIODIC {
            assert_eq!(Job::read(job.kind(), &job.payload()), Some(job));
        }
        assert_eq!(Job::read("of tomorrow", "{}"), None);
        let mail = Job::Mail { account: AccountId::new(uuid::Uuid::from_u128(7)), letter: Letter::Reset };
        assert_eq!(Job::read(mail.kind(), &mail.payload()), Some(mail));
        assert_eq!(Job::read("mail", "{}"), None);
    }

    #[test]
    fn keys_change_with_their_period() {
        let now = 20_000 * DAY;
        assert_eq!(Job::Turn.key(now), Job::Turn.key(now + MINUTE - 1));
        assert_ne!(Job::Turn.key(now), Job::Turn.key(now + MINUTE));
        assert_eq!(Job::Tidy.key(now), Job::Tidy.key(now + DAY - 1));
        assert_ne!(Job::Tidy.key(now), Job::Tidy.key(now + DAY));
    }
}
