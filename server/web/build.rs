//! Watches the folder of built assets, so that a new file in it is embedded too.

fn main() {
    println!("cargo:rerun-if-changed=../../dist");
}
