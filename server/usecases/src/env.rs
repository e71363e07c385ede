//! Time and chance, given from outside so that tests can hold them still.

use domain::ids::{
    AccountId, ActionId, JobId, OrganisationId, ReportLinkId, ResponseId, RoundId, SessionId, TeamId, UnitId,
};
use domain::links::{OneTimeSecret, RecoverySecret, SECRET_BYTES, SessionSecret, VOTE_BYTES};
use uuid::Builder;

/// Microseconds in a day.
pub(crate) const DAY: i64 = 86_400_000_000;

/// Says what time it is.
pub trait Clock: Send + Sync {
    /// Microseconds since 1970-01-01 UTC.
    fn now(&self) -> i64;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    fn now(&self) -> i64 {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
    }
}

/// The start of the UTC day that `micros` lies in: what is stored where a time would tell who answered when.
#[must_use]
pub fn day_of(micros: i64) -> i64 {
    micros - micros.rem_euclid(DAY)
}

/// Gives random bytes that nobody can foretell.
pub trait Entropy: Send + Sync {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's random source.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the system for random bytes")]
    #[expect(clippy::expect_used, reason = "without random bytes no secret may be made: stopping is right")]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives no random bytes");
    }
}

/// Makes ids and secrets from an [`Entropy`].
pub(crate) struct Mint<'a>(pub &'a dyn Entropy);

impl Mint<'_> {
    fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.fill(&mut bytes);
        bytes
    }

    /// Bytes of a link's secret.
    pub fn secret(&self) -> [u8; SECRET_BYTES] {
        self.bytes()
    }

    /// 128 bits in hexadecimal digits.
    pub fn nonce(&self) -> String {
        Builder::from_bytes(self.bytes()).into_uuid().simple().to_string()
    }

    /// An id that grows with time: for what has no secret about when it was made.
    fn ordered(&self, now: i64) -> uuid::Uuid {
        let millis = u64::try_from(now / 1000).unwrap_or(0);
        Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }

    /// An organisation's id.
    pub fn organisation(&self, now: i64) -> OrganisationId {
        OrganisationId::new(self.ordered(now))
    }

    /// An account's id.
    pub fn account(&self, now: i64) -> AccountId {
        AccountId::new(self.ordered(now))
    }

    /// A unit's id.
    pub fn unit(&self, now: i64) -> UnitId {
        UnitId::new(self.ordered(now))
    }

    /// A job's id.
    pub fn job(&self, now: i64) -> JobId {
        JobId::new(self.ordered(now))
    }

    /// What a session is named by in its owner's list.
    pub fn session(&self) -> SessionId {
        SessionId::new(Builder::from_random_bytes(self.bytes()).into_uuid())
    }

    /// The salt of a password's hash.
    pub fn salt(&self) -> [u8; 16] {
        self.bytes()
    }

    /// The shared secret of a second factor.
    pub fn factor(&self) -> [u8; 20] {
        self.bytes()
    }

    /// What a cookie holds.
    pub fn session_secret(&self) -> SessionSecret {
        SessionSecret::from_random(self.bytes())
    }

    /// A link that works once.
    pub fn one_time_secret(&self) -> OneTimeSecret {
        OneTimeSecret::from_random(self.bytes())
    }

    /// Bytes of the link for a meeting's telephones.
    pub fn vote(&self) -> [u8; VOTE_BYTES] {
        self.bytes()
    }

    /// A code that stands in for the second factor.
    pub fn recovery_secret(&self) -> RecoverySecret {
        RecoverySecret::from_random(self.bytes())
    }

    /// A team's id.
    pub fn team(&self, now: i64) -> TeamId {
        TeamId::new(self.ordered(now))
    }

    /// The id of a link to a result.
    pub fn report_link(&self, now: i64) -> ReportLinkId {
        ReportLinkId::new(self.ordered(now))
    }

    /// The id of an action of a plan.
    pub fn action(&self, now: i64) -> ActionId {
        ActionId::new(self.ordered(now))
    }

    /// A round's id.
    pub fn round(&self, now: i64) -> RoundId {
        RoundId::new(self.ordered(now))
    }

    /// What the order of published comments is made from.
    pub fn seed(&self) -> i64 {
        i64::from_le_bytes(self.bytes())
    }

    /// A response's id: random, for an id that grows would tell the order of answering.
    pub fn response(&self) -> ResponseId {
        ResponseId::new(Builder::from_random_bytes(self.bytes()).into_uuid())
    }
}

/// Everything made without an account belongs to this organisation.
pub(crate) const IMPLICIT: OrganisationId = OrganisationId::IMPLICIT;
