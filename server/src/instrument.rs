//! `plumbline instrument`

use std::fs;
use std::io::Write as _;
use std::path::Path;

use domain::instrument::{Files, Instrument};

use crate::failure::Failure;

/// Validates an instrument file and names line and field of everything that is wrong with it.
///
/// # Errors
/// The file cannot be read, or something is wrong with it.
#[expect(clippy::print_stdout, reason = "the answer of the command")]
pub fn check(file: &Path) -> Result<(), Failure> {
    let read =
        |path: &Path| fs::read_to_string(path).map_err(|error| Failure::Input(format!("{}: {error}", path.display())));
    let text = read(file)?;
    let beside = |name: &str, builtin: &str| {
        let path = file.with_file_name(name);
        if path.exists() { read(&path) } else { Ok(builtin.to_owned()) }
    };
    let builtin = Files::builtin();
    let crosswalk = beside("crosswalk.toml", builtin.crosswalk)?;
    let practices = beside("practices.toml", builtin.practices)?;
    let reference = beside("reference.toml", builtin.reference)?;
    let files = Files { instrument: &text, crosswalk: &crosswalk, practices: &practices, reference: &reference };
    match Instrument::parse_with(files) {
        Ok(instrument) => {
            println!(
                "{} {} is in order: {} items, {} delivery metrics.",
                instrument.id,
                instrument.version,
                instrument.items.len(),
                instrument.metrics.len()
            );
            Ok(())
        }
        Err(problems) => {
            let lines: Vec<String> = problems.iter().map(|problem| format!("{}: {problem}", file.display())).collect();
            Err(Failure::Input(lines.join("\nplumbline: ")))
        }
    }
}

/// Prints the built-in instrument file.
///
/// # Errors
/// Standard output is closed.
pub fn show() -> Result<(), Failure> {
    std::io::stdout().lock().write_all(Instrument::builtin_text().as_bytes())?;
    Ok(())
}
