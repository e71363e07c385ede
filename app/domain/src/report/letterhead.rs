//! Whose paper it is.

/// What an organisation's reports bear.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The organisation's name; empty if the round belongs to none.
    pub organisation: String,
}

impl Letterhead {
    /// The letterhead of nobody.
    pub const NONE: &'static Self = &Self { organisation: String::new() };
}
