//! Tells Cargo that a new migration file means a new build: the macro that embeds them only sees those it knew.

fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
}
