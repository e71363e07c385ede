//! What closed rounds published.

mod figures;
mod forget;
mod missing;
mod overview;
mod read;
mod standing;
mod write;

pub use figures::EnterFigures;
pub(crate) use forget::{forget_answers, forget_response};
pub use missing::Unpublished;
pub use overview::{Order, Overview, RoundFigures, TeamFigures};
pub use read::{KeptPublication, Newest};
pub(crate) use standing::note_standing;
pub use write::{KeepPublication, PublicationStored, StorePublication};
pub(crate) use write::{NewPublication, insert};
