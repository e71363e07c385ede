//! The build helper: what cargo cannot do alone. `cargo xtask NAME`.

mod assets;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        ["assets", options @ ..] => assets::run(options),
        _ => Err(anyhow::anyhow!("usage: cargo xtask assets [--static | --sizes]")),
    };
    if let Err(error) = result {
        eprintln!("{error:#}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
