//! Tests of the crate through its published interface, in one binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod answers_files;
mod bad_instruments;
mod builtin;
mod comparison;
mod demo;
mod explain;
mod fields;
mod figures;
mod golden;
mod plans;
mod privacy;
mod properties;
mod quick_check;
mod results_in_words;
mod roi;
mod sample;
mod scoring;
mod statistics;
mod support;
mod worksheet;
