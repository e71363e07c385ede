//! Identities of the things that are stored. Each is its own type, so that a team's id can never stand where a
//! round's is wanted. Bytes come from the caller: this crate has neither clock nor randomness.

use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps an id read from the database or freshly made.
            #[must_use]
            pub const fn new(id: Uuid) -> Self {
                Self(id)
            }

            /// The bare id, for the database and for addresses.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            /// Reads an id from an address.
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id!(
    /// An organisation: the wall behind which teams, people and rounds live.
    OrganisationId
);
id!(
    /// A unit: a group of teams and of smaller units.
    UnitId
);
id!(
    /// A team, which answers rounds.
    TeamId
);
id!(
    /// An account: a person who signs in.
    AccountId
);
id!(
    /// A session of an account, as its owner names it; not what it is recognised by.
    SessionId
);
id!(
    /// A job that the server does by itself.
    JobId
);
id!(
    /// A round: one team answering one version of the instrument at one time.
    RoundId
);
id!(
    /// A response: the answers of one respondent in a round. Random (version 4), because an id that grows would tell
    /// who answered when.
    ResponseId
);
id!(
    /// A personal invitation to a round. Random (version 4): the order of inviting is nobody's business.
    InvitationId
);
id!(
    /// A link to what a round has published; not what it is recognised by.
    ReportLinkId
);
id!(
    /// An action of a team's plan.
    ActionId
);

impl OrganisationId {
    /// The organisation that rounds without an account belong to.
    pub const IMPLICIT: Self = Self(Uuid::nil());
}
