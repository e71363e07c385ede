//! Whose paper it is.

use super::{Accent, Logo};

/// What an organisation's reports bear.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The organisation's name; empty if the round belongs to none.
    pub organisation: String,
    /// Its logo, which stands on the cover in place of the name.
    pub logo: Option<Logo>,
    /// The colour of its headings.
    pub accent: Option<Accent>,
}

impl Letterhead {
    /// The letterhead of nobody.
    pub const NONE: &'static Self = &Self { organisation: String::new(), logo: None, accent: None };
}
