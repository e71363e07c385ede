//! What a use case can answer besides its result: only what a person can act on.

use store::StoreError;

/// A field that could not be taken, with a message for the person who typed it.
pub use domain::answer::FieldError;

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the link does not lead to it.
    #[error("not found")]
    NotFound,
    /// It is there, but the caller's right does not reach so far.
    #[error("not allowed")]
    NotAllowed,
    /// Asked for too often.
    #[error("too often; again in {seconds} s")]
    TooOften {
        /// Seconds until it may be asked for again.
        seconds: i64,
    },
    /// Something typed cannot be taken; nothing was saved.
    #[error("{} fields cannot be taken", .0.len())]
    Invalid(Vec<FieldError>),
    /// The state of things forbids it.
    #[error("{0}")]
    Conflict(Conflict),
    /// A fault of the program.
    #[error("a fault: {0}")]
    Broken(String),
    /// The store cannot do it now; nothing was saved.
    #[error("the store is not available")]
    Unavailable(#[source] StoreError),
}

/// What stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    /// The round takes no answers now.
    #[error("the round is closed")]
    RoundClosed,
    /// The response was handed in and has to be reopened first.
    #[error("the response is submitted")]
    Submitted,
    /// Somebody else, or another tab, changed it since.
    #[error("it was changed elsewhere")]
    Stale,
    /// The round was made with a version of the instrument that this program does not have.
    #[error("the round's instrument is not known here")]
    UnknownInstrument,
    /// Only one's own link leads to an answer in a confidential round.
    #[error("only the own link leads there")]
    ByOwnLink,
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Self::Unavailable(error)
    }
}
