//! Exports, through the crate's public functions: files are made and read back.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod codebook;
mod composites;
mod hostile;
mod named;
// The same random rounds that the publishing function is attacked with, from the same file: a copy would drift.
#[expect(dead_code, reason = "tables publish a round once, never again")]
#[path = "../../../../app/domain/tests/domain/privacy/rounds.rs"]
mod rounds;
mod same;
mod support;
mod told;
