//! The log of who did what, and the chain that shows whether it was touched.
//!
//! Each entry's hash covers the entry, the organisation and the hash of the entry before, so that whoever changes,
//! removes or inserts one has to write all later ones anew, and a copy of the newest hash kept elsewhere tells.

use sha2::{Digest, Sha256};

use crate::ids::{AccountId, OrganisationId};

/// What the first entry names as the hash before it.
pub const FIRST: &str = "0000000000000000000000000000000000000000000000000000000000000000";

macro_rules! deeds {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $words:literal;)*) => {
        /// What somebody did.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Deed {
            $($(#[$doc])* $name,)*
        }

        impl Deed {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The word that is stored.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// What was done, as the log's page says it.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Self::$name => $words,)* }
            }
        }
    };
}

deeds! {
    /// The organisation was made.
    OrganisationMade = "organisation.made", "made the organisation";
    /// A setting was changed.
    SettingChanged = "setting.changed", "changed a setting";
    /// Signed in.
    SignedIn = "session.started", "signed in";
    /// A sign-in with a wrong password or code.
    SignInFailed = "session.refused", "failed to sign in";
    /// Signed out, or ended a session.
    SessionEnded = "session.ended", "ended a session";
    /// Chose a password.
    PasswordChanged = "password.changed", "chose a new password";
    /// Asked for, or made, a link to choose a new password.
    ResetAsked = "password.reset", "made a link for a new password";
    /// Switched the second factor on.
    FactorAdded = "factor.added", "switched the second factor on";
    /// Switched the second factor off.
    FactorRemoved = "factor.removed", "switched the second factor off";
    /// Used a recovery code.
    RecoveryUsed = "factor.recovered", "signed in with a recovery code";
    /// Invited somebody.
    AccountInvited = "account.invited", "invited somebody";
    /// An account was made.
    AccountMade = "account.made", "made an account";
    /// Changed what an account may do.
    RightChanged = "account.right", "changed somebody’s right";
    /// Changed a name or an address.
    AccountChanged = "account.changed", "changed an account";
    /// Switched an account off.
    AccountDisabled = "account.disabled", "switched an account off";
    /// Switched an account on again.
    AccountEnabled = "account.enabled", "switched an account on";
    /// Deleted an account.
    AccountDeleted = "account.deleted", "deleted an account";
    /// Took a copy of one's own data.
    DataExported = "data.exported", "took a copy of their data";
    /// Imported people and teams.
    Imported = "import.done", "imported people and teams";
    /// Made a unit.
    UnitMade = "unit.made", "made a unit";
    /// Changed a unit.
    UnitChanged = "unit.changed", "changed a unit";
    /// Deleted a unit.
    UnitDeleted = "unit.deleted", "deleted a unit";
    /// Made a team.
    TeamMade = "team.made", "made a team";
    /// Changed a team.
    TeamChanged = "team.changed", "changed a team";
    /// Put a team away.
    TeamArchived = "team.archived", "archived a team";
    /// Took a team out again.
    TeamRestored = "team.restored", "restored a team";
    /// Added somebody to a team.
    MemberAdded = "member.added", "added somebody to a team";
    /// Took somebody out of a team.
    MemberRemoved = "member.removed", "took somebody out of a team";
    /// Made a round.
    RoundMade = "round.made", "made a round";
    /// Changed a round.
    RoundChanged = "round.changed", "changed a round";
    /// Made, replaced or withdrew personal links.
    PeopleInvited = "round.invited", "changed the personal links of a round";
    /// Reminded people of a round.
    PeopleReminded = "round.reminded", "reminded people of a round";
    /// Opened a round.
    RoundOpened = "round.opened", "opened a round";
    /// Closed a round.
    RoundClosed = "round.closed", "closed a round";
    /// Opened a closed round again.
    RoundReopened = "round.reopened", "opened a round again";
    /// Published a round's result.
    RoundPublished = "round.published", "published a result";
    /// Took a round that was made without an account into the organisation.
    RoundClaimed = "round.claimed", "claimed a round";
    /// Deleted a round.
    RoundDeleted = "round.deleted", "deleted a round";
    /// Deleted a round's answers.
    AnswersErased = "answers.erased", "deleted a round’s answers";
    /// Made an action of a team's plan.
    ActionMade = "plan.made", "added an action to a plan";
    /// Changed an action, or how far it is.
    ActionChanged = "plan.changed", "changed an action of a plan";
    /// Deleted an action.
    ActionDeleted = "plan.deleted", "deleted an action of a plan";
    /// Kept a round's worksheet.
    WorksheetKept = "worksheet.kept", "changed the worksheet of a round";
    /// Made or withdrew a link to a result.
    ReportShared = "report.shared", "changed the links to a result";
    /// Took a report or file out.
    Exported = "report.exported", "exported a report";
}

impl Deed {
    /// Reads the stored word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|deed| deed.word() == word)
    }
}

/// What an entry says was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A deed.
    Deed(Deed),
    /// The word of a deed that this version of the program does not have: another version wrote the entry.
    Unknown(String),
}

impl Said {
    /// Reads the stored word; every word says something.
    #[must_use]
    pub fn from_word(word: String) -> Self {
        Deed::from_word(&word).map_or(Self::Unknown(word), Self::Deed)
    }

    /// The word that is stored.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Deed(deed) => deed.word(),
            Self::Unknown(word) => word,
        }
    }

    /// What was done, as the log's page says it: the bare word where nothing else is known.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Deed(deed) => deed.words(),
            Self::Unknown(word) => word,
        }
    }
}

impl From<Deed> for Said {
    fn from(deed: Deed) -> Self {
        Self::Deed(deed)
    }
}

/// Which entries are meant: those that fit everything that is said here. By default all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this deed alone.
    pub deed: Option<Deed>,
    /// What this account did.
    pub by: Option<AccountId>,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// 1, 2, 3 within the organisation.
    pub number: i64,
    /// When, in microseconds since 1970.
    pub at: i64,
    /// Who; `None` for the program itself.
    pub actor: Option<AccountId>,
    /// What.
    pub deed: Said,
    /// To what: a kind and an id.
    pub subject: String,
    /// What else has to be known.
    pub detail: String,
}

/// An entry with its place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The entry.
    pub entry: Entry,
    /// The hash of the entry before, as it was written down.
    pub previous: String,
    /// This entry's hash, as it was written down.
    pub hash: String,
}

impl Entry {
    /// SHA-256 in 64 hexadecimal digits of everything the entry says, each part with its length in front, so that no
    /// two entries look the same to the hash.
    #[must_use]
    pub fn hash(&self, organisation: OrganisationId, previous: &str) -> String {
        let parts = [
            organisation.to_string(),
            self.number.to_string(),
            self.at.to_string(),
            self.actor.map(|actor| actor.to_string()).unwrap_or_default(),
            self.deed.word().to_owned(),
            self.subject.clone(),
            self.detail.clone(),
            previous.to_owned(),
        ];
        let mut digest = Sha256::new();
        for part in &parts {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part.as_bytes());
        }
        crate::links::hexadecimal(&digest.finalize())
    }
}

/// Looks a run of entries through, oldest first: `Some` names the first that does not fit the one before it or its own
/// hash. `before` is the hash in front of the run: [`FIRST`] for a whole log.
pub fn first_break(organisation: OrganisationId, before: &str, links: &[Link]) -> Option<i64> {
    let mut previous = before;
    for link in links {
        if link.previous != previous || link.hash != link.entry.hash(organisation, previous) {
            return Some(link.entry.number);
        }
        previous = &link.hash;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: OrganisationId = OrganisationId::IMPLICIT;

    fn chain(n: i64) -> Vec<Link> {
        let mut previous = FIRST.to_owned();
        (1..=n)
            .map(|number| {
                let subject = format!("team {number}");
                let entry = Entry {
                    number,
                    at: number * 10,
                    actor: None,
                    deed: Deed::TeamMade.into(),
                    subject,
                    detail: String::new(),
                };
                let hash = entry.hash(OURS, &previous);
                Link { entry, previous: std::mem::replace(&mut previous, hash.clone()), hash }
            })
            .collect()
    }

    #[test]
    fn an_untouched_log_holds() {
        assert_eq!(first_break(OURS, FIRST, &chain(20)), None);
        assert_eq!(first_break(OURS, FIRST, &[]), None);
    }

    #[test]
    fn every_kind_of_tampering_shows() {
        let mut changed = chain(9);
        changed[4].entry.detail = "nothing to see".to_owned();
        assert_eq!(first_break(OURS, FIRST, &changed), Some(5));
        let mut removed = chain(9);
        removed.remove(3);
        assert_eq!(first_break(OURS, FIRST, &removed), Some(5));
        let mut swapped = chain(9);
        swapped.swap(1, 2);
        assert_eq!(first_break(OURS, FIRST, &swapped), Some(3));
        let mut rehashed = chain(9);
        rehashed[2].entry.at = 0;
        rehashed[2].hash = rehashed[2].entry.hash(OURS, &rehashed[1].hash.clone());
        assert_eq!(first_break(OURS, FIRST, &rehashed), Some(4));
    }

    #[test]
    fn parts_cannot_be_shifted() {
        let entry = |subject: &str, detail: &str| {
            let (subject, detail) = (subject.to_owned(), detail.to_owned());
            Entry { number: 1, at: 1, actor: None, deed: Deed::Exported.into(), subject, detail }.hash(OURS, FIRST)
        };
        assert_ne!(entry("ab", "c"), entry("a", "bc"));
    }

    #[test]
    fn words_read_back_and_differ() {
        for deed in Deed::ALL {
            assert_eq!(Said::from_word(deed.word().to_owned()), Said::Deed(*deed));
        }
        let later = Said::from_word("team.merged".to_owned());
        assert_eq!((later.word(), later.words()), ("team.merged", "team.merged"));
    }
}
