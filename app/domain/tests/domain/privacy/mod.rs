//! What leaves a confidential round, and that nobody's answer can be worked out from it.

mod alike;
mod attack;
mod comments;
mod composites;
mod cuts;
mod explained;
mod forms;
mod importance;
mod kept;
mod leaving;
mod properties;
pub(crate) mod rounds;
mod rules;
mod solver;
mod successive;
mod words;
