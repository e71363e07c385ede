//! How often something may be asked for: by address, and by account.
//!
//! Each key holds a bucket that fills with time (the generic cell rate algorithm: one number a key). The clock is the
//! application's, so tests need not wait; that is why no library does it. Kept in memory, for a restart may forget it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Most keys that are remembered; beyond it, those that may go ahead anyway are forgotten, then all.
const KEYS: usize = 100_000;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Signing in, and asking for a new password, from one address.
    SignInByAddress,
    /// The same for one account.
    SignInByAccount,
    /// Starting rounds and quick checks from one address.
    Start,
    /// Opening a link to share from one address.
    Join,
    /// Reading and saving answers from one address.
    Respond,
    /// Looking and voting in meetings from one address.
    Vote,
}

impl Limit {
    /// How many at once, and how long until one more is allowed, in microseconds.
    const fn rule(self) -> (i64, i64) {
        match self {
            // A company behind one address signs in at nine o'clock.
            Self::SignInByAddress => (200, 1_000_000),
            Self::SignInByAccount => (8, 60_000_000),
            Self::Start => (100, 5_000_000),
            // A whole department behind one address may begin at the same minute.
            Self::Join => (600, 500_000),
            Self::Respond => (6_000, 5_000),
            // Two hundred telephones in one building, each of which looks every one and a half seconds.
            Self::Vote => (6_000, 7_000),
        }
    }
}

/// Asked for too often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooOften {
    /// Seconds until it may be asked for again.
    pub seconds: i64,
}

/// Everybody's buckets.
#[derive(Clone, Debug, Default)]
pub(crate) struct Limits(Arc<Mutex<HashMap<(Limit, String), i64>>>);

impl Limits {
    /// Takes one out of a bucket, if there is one.
    pub fn take(&self, limit: Limit, key: &str, now: i64) -> Result<(), TooOften> {
        let (burst, each) = limit.rule();
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= KEYS {
            buckets.retain(|_, full_at| *full_at > now);
            if buckets.len() >= KEYS {
                buckets.clear();
            }
        }
        // When the bucket will be full again.
        let full_at = buckets.entry((limit, key.to_owned())).or_insert(now);
        let after = (*full_at).max(now) + each;
        let wait = after - now - burst * each;
        if wait > 0 {
            return Err(TooOften { seconds: (wait + 999_999) / 1_000_000 });
        }
        *full_at = after;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: i64 = 1_000_000;

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let limits = Limits::default();
        for _ in 0..8 {
            limits.take(Limit::SignInByAccount, "a", 0).unwrap();
        }
        assert_eq!(limits.take(Limit::SignInByAccount, "a", 0), Err(TooOften { seconds: 60 }));
        assert_eq!(limits.take(Limit::SignInByAccount, "a", 59 * SECOND), Err(TooOften { seconds: 1 }));
        limits.take(Limit::SignInByAccount, "a", 60 * SECOND).unwrap();
        assert!(limits.take(Limit::SignInByAccount, "a", 60 * SECOND).is_err());
    }

    #[test]
    fn keys_and_kinds_do_not_share() {
        let limits = Limits::default();
        for _ in 0..8 {
            limits.take(Limit::SignInByAccount, "a", 0).unwrap();
        }
        limits.take(Limit::SignInByAccount, "b", 0).unwrap();
        limits.take(Limit::SignInByAddress, "a", 0).unwrap();
    }

    #[test]
    fn memory_is_bounded() {
        let limits = Limits::default();
        for n in 0..KEYS + 10 {
            limits.take(Limit::Start, &n.to_string(), 0).unwrap();
        }
        assert!(limits.0.lock().unwrap().len() <= KEYS);
    }
}
