//! What each secret leads to: the keys that rows are found by, and secrets that follow from it.

use super::{
    CheckKey, CheckSecret, InvitationKey, JoinKey, JoinSecret, ManageKey, ManageSecret, OneTimeKey, OneTimeSecret,
    PhoneKey, PhoneSecret, RecoveryKey, RecoverySecret, ReportKey, ReportSecret, RespondentSecret, ResponseKey,
    SessionKey, SessionSecret, VoteKey, VoteSecret, derived,
};
use crate::ids::InvitationId;

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

impl ReportSecret {
    /// The key that the link is found by.
    #[must_use]
    pub fn key(&self) -> ReportKey {
        ReportKey::of("report", &self.0)
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
