//! `/plan` and `/teams/{id}/plan`: what teams do about their results.

mod action;
mod all;
mod form;
mod practices;
mod team;

pub use all::page as all;
pub use form::{FormView, delete, page as form};
pub use team::page as team;
