//! Secret links: who holds one may do what it says, without an account.
//!
//! A secret has 160 bits and is never stored. What is stored are *keys*: SHA-256 of a label and the secret. A
//! respondent's secret gives two keys by two labels, one for the invitation and one for the response, so that the
//! two rows cannot be matched by anybody who has only the database.

use sha2::{Digest, Sha256};

use crate::ids::InvitationId;

/// Bytes of a secret.
pub const SECRET_BYTES: usize = 20;
/// Bytes of a session's secret.
pub const SESSION_BYTES: usize = 35;
/// Bytes of a recovery code.
pub const RECOVERY_BYTES: usize = 10;
/// Bytes of the link that a meeting's telephones open.
pub const VOTE_BYTES: usize = 10;

/// Crockford's base 32 in lower case: no i, l, o or u, so that a link can be read out.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

fn hash(label: &str, secret: &[u8]) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(b"plumbline/");
    digest.update(label.as_bytes());
    digest.update([0]);
    digest.update(secret);
    digest.finalize().into()
}

/// Bytes in lower-case hexadecimal digits.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut hex = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

fn encode(secret: &[u8]) -> String {
    let mut text = String::with_capacity(secret.len() * 8 / 5);
    for group in secret.chunks_exact(5) {
        let bits = group.iter().fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
        for place in (0..8).rev() {
            let index = usize::try_from((bits >> (place * 5)) & 31).unwrap_or(0);
            text.push(char::from(ALPHABET[index]));
        }
    }
    text
}

fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut secret = [0; N];
    if text.len() != N * 8 / 5 {
        return None;
    }
    for (group, bytes) in text.as_bytes().chunks_exact(8).zip(secret.chunks_exact_mut(5)) {
        let mut bits = 0_u64;
        for letter in group {
            let lower = letter.to_ascii_lowercase();
            let index = ALPHABET.iter().position(|known| *known == lower)?;
            bits = (bits << 5) | u64::try_from(index).ok()?;
        }
        bytes.copy_from_slice(&bits.to_be_bytes()[3..]);
    }
    Some(secret)
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
    /// The link that telephones open to vote in a meeting. 80 bits, since people type it from a screen; it opens a vote in
    /// one meeting and ends with it.
    VoteSecret, VOTE_BYTES
);
secret!(
    /// What a telephone's cookie holds, so that it has one vote.
    PhoneSecret
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

impl ManageSecret {
    /// The key that the round is found by.
    #[must_use]
    pub fn key(&self) -> ManageKey {
        ManageKey::of("manage", &self.0)
    }

    /// The round's link to share. Derived, so that the manage page can show it again although only hashes are
    /// stored; nobody can go back from it to the manage link.
    #[must_use]
    pub fn join_secret(&self) -> JoinSecret {
        JoinSecret(derived("share", &self.0))
    }
}

impl JoinSecret {
    /// The key that the round is found by.
    #[must_use]
    pub fn key(&self) -> JoinKey {
        JoinKey::of("join", &self.0)
    }
}

impl VoteSecret {
    /// The key that the meeting is found by.
    #[must_use]
    pub fn key(&self) -> VoteKey {
        VoteKey::of("vote", &self.0)
    }
}

impl PhoneSecret {
    /// The key of this telephone's vote in a meeting: another one in every meeting, so that nobody can tell from two of
    /// them that it was there twice.
    #[must_use]
    pub fn key(&self, meeting: &VoteSecret) -> PhoneKey {
        PhoneKey::of("phone", &[&self.0[..], &meeting.0[..]].concat())
    }
}

impl ResponseKey {
    /// Reads a key as it is stored, for writing into a response that was found by other means than its link.
    #[must_use]
    pub fn from_stored(text: &str) -> Option<Self> {
        let is_key = text.len() == 64 && text.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_key.then(|| Self(text.to_owned()))
    }
}

impl RespondentSecret {
    /// The key of the invitation that let this respondent in.
    #[must_use]
    pub fn invitation_key(&self) -> InvitationKey {
        InvitationKey::of("invitation", &self.0)
    }

    /// The key of the response.
    #[must_use]
    pub fn response_key(&self) -> ResponseKey {
        ResponseKey::of("response", &self.0)
    }

    /// The personal link of somebody whose invitation was sent from a form that holds this secret. Derived, so that a
    /// form that is sent twice invites once and shows the same links.
    #[must_use]
    pub fn personal(&self, who: &str) -> Self {
        Self(derived(&format!("personal/{who}"), &self.0))
    }

    /// The id of the same invitation.
    #[must_use]
    pub fn invitation_id(&self, who: &str) -> InvitationId {
        let random = derived(&format!("personal id/{who}"), &self.0);
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&random[..16]);
        InvitationId::new(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }
}

impl SessionSecret {
    /// The key that the session is found by.
    #[must_use]
    pub fn key(&self) -> SessionKey {
        SessionKey::of("session", &self.0)
    }
}

impl OneTimeSecret {
    /// The key that the link is found by.
    #[must_use]
    pub fn key(&self) -> OneTimeKey {
        OneTimeKey::of("once", &self.0)
    }
}

impl RecoverySecret {
    /// The key that the code is found by.
    #[must_use]
    pub fn key(&self) -> RecoveryKey {
        RecoveryKey::of("recovery", &self.0)
    }
}

impl CheckSecret {
    /// The key that the quick check is found by.
    #[must_use]
    pub fn key(&self) -> CheckKey {
        CheckKey::of("check", &self.0)
    }

    /// The manage link of the round that this check is gone on with. Derived, so that going on twice leads to the same
    /// round, and the check's page can show the link again.
    #[must_use]
    pub fn manage_secret(&self) -> ManageSecret {
        ManageSecret(derived("check/manage", &self.0))
    }

    /// The link of the response that the answers of this check are taken into.
    #[must_use]
    pub fn respondent_secret(&self) -> RespondentSecret {
        RespondentSecret(derived("check/respond", &self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_back_in_either_case() {
        let secret = RespondentSecret::from_random(std::array::from_fn(|i| u8::try_from(i * 13).unwrap()));
        let token = secret.token();
        assert_eq!(token.len(), 32);
        assert_eq!(RespondentSecret::parse(&token), Some(secret.clone()));
        assert_eq!(RespondentSecret::parse(&token.to_uppercase()), Some(secret));
    }

    #[test]
    fn what_is_no_token_is_refused() {
        for bad in ["", "abc", &"u".repeat(32), &"0".repeat(31), &"0".repeat(33), &"é".repeat(16)] {
            assert_eq!(ManageSecret::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_keys_of_one_secret_share_nothing() {
        let bytes = [7; SECRET_BYTES];
        let respondent = RespondentSecret::from_random(bytes);
        let manage = ManageSecret::from_random(bytes);
        let check = CheckSecret::from_random(bytes);
        let keys = [
            respondent.invitation_key().as_str().to_owned(),
            respondent.response_key().as_str().to_owned(),
            manage.key().as_str().to_owned(),
            manage.join_secret().key().as_str().to_owned(),
            check.key().as_str().to_owned(),
            check.manage_secret().key().as_str().to_owned(),
            check.respondent_secret().response_key().as_str().to_owned(),
        ];
        for (i, a) in keys.iter().enumerate() {
            assert_eq!(a.len(), 64);
            assert!(keys[i + 1..].iter().all(|b| a != b));
        }
        assert_ne!(manage.join_secret().token(), manage.token());
        assert_ne!(check.manage_secret().token(), check.respondent_secret().token());
    }

    #[test]
    fn a_check_always_leads_to_the_same_round() {
        let check = CheckSecret::from_random([7; SECRET_BYTES]);
        let again = CheckSecret::parse(&check.token()).unwrap();
        assert_eq!(check.manage_secret(), again.manage_secret());
        assert_eq!(check.respondent_secret(), again.respondent_secret());
        let other = CheckSecret::from_random([8; SECRET_BYTES]);
        assert_ne!(check.manage_secret(), other.manage_secret());
        assert_ne!(check.respondent_secret(), other.respondent_secret());
    }

    #[test]
    fn a_telephone_has_another_key_in_every_meeting() {
        let phone = PhoneSecret::from_random([7; SECRET_BYTES]);
        let [one, other] = [1, 2].map(|number| VoteSecret::from_random([number; VOTE_BYTES]));
        assert_eq!(one.token().len(), 16);
        assert_eq!(phone.key(&one), PhoneSecret::parse(&phone.token()).unwrap().key(&one));
        assert_ne!(phone.key(&one), phone.key(&other));
        assert_ne!(phone.key(&one), PhoneSecret::from_random([8; SECRET_BYTES]).key(&one));
        assert_ne!(one.key(), other.key());
    }

    #[test]
    fn a_stored_key_reads_back_and_nothing_else_does() {
        let key = RespondentSecret::from_random([7; SECRET_BYTES]).response_key();
        assert_eq!(ResponseKey::from_stored(key.as_str()), Some(key));
        for bad in ["", "7", &"g".repeat(64), &"0".repeat(63)] {
            assert_eq!(ResponseKey::from_stored(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_form_that_is_sent_twice_makes_the_same_personal_links() {
        let form = RespondentSecret::from_random([7; SECRET_BYTES]);
        assert_eq!(form.personal("Ada"), form.personal("Ada"));
        assert_eq!(form.invitation_id("Ada"), form.invitation_id("Ada"));
        let other = RespondentSecret::from_random([8; SECRET_BYTES]);
        for another in [form.personal("Bob"), other.personal("Ada"), form.clone()] {
            assert_ne!(another, form.personal("Ada"));
        }
        assert_ne!(form.invitation_id("Ada"), form.invitation_id("Bob"));
    }

    #[test]
    fn debug_hides_the_secret() {
        let secret = JoinSecret::from_random([1; SECRET_BYTES]);
        assert_eq!(format!("{secret:?}"), "JoinSecret(secret)");
    }
}
