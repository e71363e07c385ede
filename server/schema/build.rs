//! Tells Cargo that a new migration file means a new build: the macro that embeds them only sees those it knew.

#[expect(clippy::print_stdout, reason = "how a build script speaks to Cargo")]
fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
}
