//! Jobs as a type, and as the words that are stored.

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
        }
    }

    /// What has to be known for it, as a JSON object.
    #[must_use]
    pub fn payload(self) -> String {
        match self {
            Self::Turn | Self::Tidy => "{}".to_owned(),
        }
    }

    /// Reads what is stored; `None` for what another version of this program has made.
    #[must_use]
    pub fn read(kind: &str, _payload: &str) -> Option<Self> {
        Self::PERIODIC.into_iter().find(|job| job.kind() == kind)
    }

    /// What makes it the same job for every server: its kind and its minute or day.
    pub(super) fn key(self, now: i64) -> String {
        let period = match self {
            Self::Turn => MINUTE,
            Self::Tidy => DAY,
        };
        format!("{}/{}", self.kind(), now.div_euclid(period))
    }
}

#[cfg(test)]
mod tests {
    use super::{DAY, Job, MINUTE};

    #[test]
    fn what_is_stored_is_read_again() {
        for job in Job::PERIODIC {
            assert_eq!(Job::read(job.kind(), &job.payload()), Some(job));
        }
        assert_eq!(Job::read("of tomorrow", "{}"), None);
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
