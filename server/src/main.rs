//! The command line: reads what is wanted, wires the parts together, and says how it went by the exit code.

mod args;
mod config;
mod demo;
mod failure;
mod instrument;
mod offline;
mod serve;
mod telemetry;
mod user;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command, InstrumentCommand};
use failure::Failure;

fn main() -> ExitCode {
    let args = Args::parse();
    let done = match args.command {
        Command::Serve(serve) => serve::run(serve),
        Command::User { command } => user::run(command),
        Command::Seed(seed) => demo::seed(seed),
        Command::Migrate(database) => serve::migrate(&database),
        Command::Score(score) => offline::score(&score),
        Command::Report(report) => offline::report(&report),
        Command::Instrument { command: InstrumentCommand::Check { file } } => instrument::check(&file),
        Command::Instrument { command: InstrumentCommand::Show } => instrument::show(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Input(message)) => {
            eprintln!("plumbline: {message}");
            ExitCode::from(2)
        }
        Err(Failure::Failed(error)) => {
            eprintln!("plumbline: {error:#}");
            ExitCode::FAILURE
        }
    }
}
