//! The rules of scoring, one by one.

mod constructs;
mod delivery;
mod frameworks;
mod levels;
mod maturity;
mod plans;
mod priorities;
mod quality;
mod words;
