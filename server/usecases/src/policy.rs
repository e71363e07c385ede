//! Rules that who runs the server may set.

use std::time::Duration;

/// Microseconds in a minute.
const MINUTE: i64 = 60_000_000;

/// Rules for sessions, links, passwords and what is thrown away. Times are in microseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// A session ends when it was not used for so long.
    pub session_idle: i64,
    /// A session ends so long after signing in, however busy it is.
    pub session_absolute: i64,
    /// How long an invitation can be taken up.
    pub invitation: i64,
    /// How long a link to choose a new password works.
    pub reset: i64,
    /// How long the set-up link works.
    pub setup: i64,
    /// How long quick checks are kept; `None` until somebody deletes them.
    pub quick_checks: Option<i64>,
    /// What it takes at least to be refused at signing in. To refuse an account that is there is to write it into the log
    /// as well, half a millisecond in twenty; who counts often enough could tell.
    pub refusal: Duration,
    /// What a password's hash costs.
    pub hashing: Hashing,
}

/// The cost of a hash (argon2id). By default what OWASP asks for at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hashing {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// How often it is gone through.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            session_idle: 60 * MINUTE,
            session_absolute: 12 * 60 * MINUTE,
            invitation: 7 * 24 * 60 * MINUTE,
            reset: 60 * MINUTE,
            setup: 24 * 60 * MINUTE,
            quick_checks: None,
            refusal: Duration::from_millis(100),
            hashing: Hashing { memory_kib: 19_456, passes: 2, lanes: 1 },
        }
    }
}
