//! Tests of the crate through its published interface, in one binary.

mod builtin;
mod golden;
