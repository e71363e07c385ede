//! How often the ranges that are shown hold what they speak of: prints the table of `docs/statistics.md`.
//! `cargo run --package domain --example coverage`, the same at every run.

mod simulation;

use simulation::{HEADING, SHAPES, SIZES, row};

#[expect(clippy::print_stdout, reason = "the answer of the command")]
fn main() {
    println!("{HEADING}");
    for shape in &SHAPES {
        for people in SIZES {
            println!("{}", row(shape, people));
        }
    }
}
