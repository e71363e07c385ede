//! Results to render: a realistic one, an empty one and one that is too large everywhere. The team is fictional.

mod constructs;
mod empty;
mod huge;
mod parts;
mod realistic;

pub use empty::empty;
pub use huge::huge;
pub use realistic::realistic;
