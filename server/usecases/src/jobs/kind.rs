//! Jobs as a type, and as the words that are stored.

use domain::ids::{AccountId, InvitationId, RoundId};
use serde_json::{Value, json};

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
    /// Mails somebody's personal link.
    PersonalLink {
        /// To which round.
        round: RoundId,
        /// Whose.
        invitation: InvitationId,
    },
    /// Reminds a member who has not begun.
    Reminder {
        /// Of which round.
        round: RoundId,
        /// Whom.
        account: AccountId,
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
            Self::PersonalLink { .. } => "personal-link",
            Self::Reminder { .. } => "reminder",
        }
    }

    /// What has to be known for it, as a JSON object.
    #[must_use]
    pub fn payload(self) -> String {
        match self {
            Self::Turn | Self::Tidy => "{}".to_owned(),
            Self::Mail { account, letter } => {
                json!({ "account": account.to_string(), "letter": letter.word() }).to_string()
            }
            Self::PersonalLink { round, invitation } => {
                json!({ "round": round.to_string(), "invitation": invitation.to_string() }).to_string()
            }
            Self::Reminder { round, account } => {
                json!({ "round": round.to_string(), "account": account.to_string() }).to_string()
            }
        }
    }

    /// Reads what is stored; `None` for what another version of this program has made.
    #[must_use]
    pub fn read(kind: &str, payload: &str) -> Option<Self> {
        let payload: Value = serde_json::from_str(payload).ok()?;
        let text = |name: &str| payload.get(name)?.as_str();
        match kind {
            "mail" => {
                let letter = Letter::from_word(text("letter")?)?;
                Some(Self::Mail { account: text("account")?.parse().ok()?, letter })
            }
            "personal-link" => {
                let invitation = text("invitation")?.parse().ok()?;
                Some(Self::PersonalLink { round: text("round")?.parse().ok()?, invitation })
            }
            "reminder" => {
                let account = text("account")?.parse().ok()?;
                Some(Self::Reminder { round: text("round")?.parse().ok()?, account })
            }
            _ => Self::PERIODIC.into_iter().find(|job| job.kind() == kind),
        }
    }

    /// What makes it the same job for every server: its kind and its minute or day.
    pub(super) fn key(self, now: i64) -> String {
        let period = if self == Self::Tidy { DAY } else { MINUTE };
        format!("{}/{}", self.kind(), now.div_euclid(period))
    }
}

#[cfg(test)]
mod tests {
    use domain::ids::{AccountId, InvitationId, RoundId};

    use super::{DAY, Job, MINUTE};
    use crate::mail::Letter;

    #[test]
    fn what_is_stored_is_read_again() {
        for job in Job::PERIODIC {
            assert_eq!(Job::read(job.kind(), &job.payload()), Some(job));
        }
        assert_eq!(Job::read("of tomorrow", "{}"), None);
        let (id, other) = (uuid::Uuid::from_u128(7), uuid::Uuid::from_u128(8));
        let (account, round) = (AccountId::new(id), RoundId::new(other));
        let mails = [
            Job::Mail { account, letter: Letter::Reset },
            Job::PersonalLink { round, invitation: InvitationId::new(id) },
            Job::Reminder { round, account },
        ];
        for mail in mails {
            assert_eq!(Job::read(mail.kind(), &mail.payload()), Some(mail));
            assert_eq!(Job::read(mail.kind(), "{}"), None);
        }
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
