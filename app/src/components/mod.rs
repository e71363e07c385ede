//! Parts that two pages or more use.

pub mod chart;
pub mod field;
pub mod mark;
pub mod question;
pub mod text;
