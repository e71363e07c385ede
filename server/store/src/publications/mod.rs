//! What closed rounds published.

mod forget;
mod read;
mod write;

pub(crate) use forget::{forget_answers, forget_response};
pub use read::KeptPublication;
pub use write::{KeepPublication, PublicationStored, StorePublication};
pub(crate) use write::{NewPublication, insert};
