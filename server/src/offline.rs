//! `plumbline score` and `plumbline report`: the same rules and the same report, from a file.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::Path;

use anyhow::Context as _;
use domain::answer::AnswerSheet;
use domain::answers_file::{Format, MAX_BYTES, read};
use domain::instrument::Instrument;
use domain::privacy::own_file;
use domain::report::{Context, Letterhead, ReportData, RoundReport, Standing};
use domain::scoring::score as score_sheet;
use tables::{About, Export};

use crate::args;
use crate::failure::Failure;

/// Scores answers from a file; JSON on standard output.
///
/// # Errors
/// The file cannot be read or holds what is no answer; nothing is scored then.
pub fn score(args: &args::Score) -> Result<(), Failure> {
    let instrument = Instrument::builtin();
    let scores = score_sheet(instrument, &sheet(instrument, args)?);
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &scores)?;
    writeln!(out)?;
    Ok(())
}

/// Makes the PDF summary of answers from a file, and where they are wanted its workbook and CSV.
///
/// # Errors
/// As for [`score`]; or the PDF cannot be made or written.
pub fn report(args: &args::Report) -> Result<(), Failure> {
    let instrument = Instrument::builtin();
    let published = own_file(instrument, &sheet(instrument, &args.answers)?);
    // Without a date, so that the same answers always make the same file.
    let context = Context {
        team: args.answers.team_name.clone(),
        round: String::new(),
        subject: String::new(),
        date: String::new(),
        erased: None,
    };
    let about = About {
        team: args.answers.team_name.clone(),
        round: String::new(),
        subject: String::new(),
        mode: None,
        published: None,
        digest: None,
        created: 0,
    };
    let export = Export::new(instrument, &published, about)?;
    let paper = RoundReport {
        data: &ReportData::of(instrument, &published, context),
        instrument,
        published: &published,
        standing: Standing::OwnFile,
        letterhead: Letterhead::NONE,
    };
    write(&args.out, &report::render_pdf(&paper)?)?;
    if let Some(path) = &args.xlsx {
        write(path, &tables::xlsx(&export)?)?;
    }
    if let Some(path) = &args.csv {
        write(path, &tables::csv(&export)?)?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(())
}

fn sheet(instrument: &Instrument, args: &args::Score) -> Result<AnswerSheet, Failure> {
    let bytes = bytes(&args.file)?;
    let format = match args.format {
        Some(args::Format::Csv) => Format::Csv,
        Some(args::Format::Json) => Format::Json,
        None => Format::guess(&args.file.to_string_lossy(), &bytes),
    };
    read(instrument, &bytes, format).map_err(|error| Failure::Input(format!("{}: {error}", args.file.display())))
}

/// The file's bytes; of a file that is too large, just enough to be told so.
fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let unreadable = |error| Failure::Input(format!("{} cannot be read: {error}", path.display()));
    let mut bytes = Vec::new();
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path).map_err(unreadable)?.take(most).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}
