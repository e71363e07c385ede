//! The build helper: what cargo cannot do alone. `cargo xtask NAME`.

mod assets;
mod postgres;
mod prepare;
mod workspace;

use std::process::ExitCode;

const USAGE: &str = "usage:
  cargo xtask assets [--static | --sizes]   what the browser gets, into dist/
  cargo xtask prepare [--check]             what the engines say of the statements, into .sqlx
  cargo xtask postgres -- COMMAND ...       COMMAND with a private PostgreSQL server";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        ["assets", options @ ..] => assets::run(options).map(|()| ExitCode::SUCCESS),
        ["prepare", options @ ..] => prepare::run(options),
        ["postgres", options @ ..] => postgres::run(options),
        _ => Err(anyhow::anyhow!(USAGE)),
    };
    result.unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::FAILURE
    })
}
