//! Secret links: who holds one may do what it says, without an account.
//!
//! A secret has 160 bits and is never stored. What is stored are *keys*: SHA-256 of a label and the secret. A
//! respondent's secret gives two keys by two labels, one for the invitation and one for the response, so that the
//! two rows cannot be matched by anybody who has only the database.

mod letters;
mod ways;

use sha2::{Digest, Sha256};

pub(crate) use letters::hexadecimal;
use letters::{decode, encode};

/// Bytes of a secret.
pub const SECRET_BYTES: usize = 20;
/// Bytes of a session's secret.
pub const SESSION_BYTES: usize = 35;
/// Bytes of a recovery code.
pub const RECOVERY_BYTES: usize = 10;
/// Bytes of the link that a meeting's telephones open.
pub const VOTE_BYTES: usize = 10;

fn hash(label: &str, secret: &[u8]) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(b"plumbline/");
    digest.update(label.as_bytes());
    digest.update([0]);
    digest.update(secret);
    digest.finalize().into()
}

macro_rules! secret {
    ($(#[$doc:meta])* $name:ident) => {
        secret!($(#[$doc])* $name, SECRET_BYTES);
    };
    ($(#[$doc:meta])* $name:ident, $bytes:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name([u8; $bytes]);

        impl $name {
            /// A new secret from random bytes.
            #[must_use]
            pub const fn from_random(bytes: [u8; $bytes]) -> Self {
                Self(bytes)
            }

            /// Reads the token: letters and digits, in either case, eight for five bytes. `None` for anything else.
            #[must_use]
            pub fn parse(token: &str) -> Option<Self> {
                decode(token).map(Self)
            }

            /// The token as it stands in the link.
            #[must_use]
            pub fn token(&self) -> String {
                encode(&self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(secret)"))
            }
        }
    };
}

macro_rules! key {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct $name(String);

        impl $name {
            fn of(label: &str, secret: &[u8]) -> Self {
                Self(hexadecimal(&hash(label, secret)))
            }

            /// The key as it is stored: 64 hexadecimal digits.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}

secret!(
    /// Held by who started a round: sees its result and its links.
    ManageSecret
);
secret!(
    /// The link to share: whoever opens it may make one response of their own.
    JoinSecret
);
secret!(
    /// Held by one respondent: reads and writes one response.
    RespondentSecret
);
secret!(
    /// Held by who filled in a quick check: sees what it says, and can go on from it.
    CheckSecret
);
secret!(
    /// What a signed-in browser's cookie holds: 280 bits.
    SessionSecret, SESSION_BYTES
);
secret!(
    /// A link that works once: to set the server up, to take up an invitation, to choose a new password.
    OneTimeSecret
);
secret!(
    /// A code that stands in for the second factor once. 80 bits, since people type it.
    RecoverySecret, RECOVERY_BYTES
);
secret!(
    /// A link to what a round has published, for whoever it is sent to, until a day.
    ReportSecret
);
secret!(
    /// The link that telephones open to vote in a meeting. 80 bits, since people type it from a screen; it opens a vote in
    /// one meeting and ends with it.
    VoteSecret, VOTE_BYTES
);
secret!(
    /// What a telephone's cookie holds, so that it has one vote.
    PhoneSecret
);
key!(
    /// What the database knows of a [`ReportSecret`].
    ReportKey
);
key!(
    /// What the database knows of a [`VoteSecret`].
    VoteKey
);
key!(
    /// What a telephone's vote in one meeting is kept under.
    PhoneKey
);
key!(
    /// What the database knows of a [`SessionSecret`].
    SessionKey
);
key!(
    /// What the database knows of a [`OneTimeSecret`].
    OneTimeKey
);
key!(
    /// What the database knows of a [`RecoverySecret`].
    RecoveryKey
);
key!(
    /// What the database knows of a [`ManageSecret`].
    ManageKey
);
key!(
    /// What the database knows of a [`JoinSecret`].
    JoinKey
);
key!(
    /// Names the invitation that a respondent's link used.
    InvitationKey
);
key!(
    /// Names the response that a respondent's link opens.
    ResponseKey
);
key!(
    /// What the database knows of a [`CheckSecret`].
    CheckKey
);

/// A digest of several texts together, in 64 hexadecimal digits: whoever has them can make it, and nobody else.
#[must_use]
pub fn seal(texts: &[&str]) -> String {
    let joined = texts.iter().fold(Vec::new(), |mut joined, text| {
        joined.extend_from_slice(&u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
        joined.extend_from_slice(text.as_bytes());
        joined
    });
    hexadecimal(&hash("seal", &joined))
}

/// Another secret from this one: nobody can go back.
fn derived(label: &str, secret: &[u8; SECRET_BYTES]) -> [u8; SECRET_BYTES] {
    let mut derived = [0; SECRET_BYTES];
    derived.copy_from_slice(&hash(label, secret)[..SECRET_BYTES]);
    derived
}

#[cfg(test)]
mod tests;
