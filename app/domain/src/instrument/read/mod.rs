//! From the texts of the four files to a checked [`Instrument`], or to everything that is wrong with them.

mod companions;
mod head;
mod parts;
mod questions;
mod section;
mod unique;

use std::cell::RefCell;

use toml::de::DeTable;

use self::section::Section;
use super::problem::{File, Log, Problem};
use super::{Construct, Crosswalk, Files, Instrument, Practices};

pub(super) fn read(files: Files<'_>) -> Result<Instrument, Vec<Problem>> {
    let mut instrument = document(File::Instrument, files.instrument, questionnaire)?;
    // The companions speak of items and constructs: they are read only once these are known to be sound.
    let crosswalk = document(File::Crosswalk, files.crosswalk, |root| companions::crosswalk(root, &instrument));
    let practices = document(File::Practices, files.practices, |root| companions::practices(root, &instrument));
    let reference = document(File::Reference, files.reference, |root| companions::reference(root, &instrument));
    match (crosswalk, practices, reference) {
        (Ok(crosswalk), Ok(practices), Ok(reference)) => {
            instrument.crosswalk = crosswalk;
            instrument.practices = practices;
            instrument.reference = reference;
            Ok(instrument)
        }
        (crosswalk, practices, reference) => {
            let found = [crosswalk.err(), practices.err(), reference.err()];
            Err(found.into_iter().flatten().flatten().collect())
        }
    }
}

/// Reads one file. Where it is no TOML, only that is told: what the rest means cannot be known.
fn document<T>(file: File, text: &str, read: impl FnOnce(&mut Section<'_>) -> T) -> Result<T, Vec<Problem>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let log = RefCell::new(Log::new(file, text));
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        log.borrow_mut().add(at, String::new(), error.message().to_owned());
    }
    if !errors.is_empty() {
        return Err(log.into_inner().into_problems());
    }
    let mut root = Section::root(table.get_ref(), &log);
    let value = read(&mut root);
    root.finish();
    if log.borrow().is_empty() {
        return Ok(value);
    }
    // `take` ends the borrow that the sections held.
    let problems = log.replace(Log::new(file, text)).into_problems();
    Err(problems)
}

fn questionnaire(root: &mut Section<'_>) -> Instrument {
    let head = head::read(root);
    let roles = head::roles(root);
    let mut dimensions = parts::dimensions(root);
    let mut constructs = parts::constructs(root, &mut dimensions);
    let items = parts::items(root, &mut constructs);
    let constructs: Vec<Construct> = constructs.into_iter().map(|construct| construct.value).collect();
    let metrics = parts::metrics(root);
    let lookup = super::Lookup::new(&constructs, &items, &metrics);
    let profile = questions::profile(root);
    let tools = questions::tools(root);
    let strategies = questions::strategies(root);
    let open = questions::open(root);
    let mut instrument = Instrument {
        id: head.id,
        version: head.version,
        title: head.title,
        modelled_on: head.modelled_on,
        m5: head.m5,
        l5: head.l5,
        roles,
        dimensions,
        constructs,
        items,
        metrics,
        profile,
        tools,
        strategies,
        open,
        quick_check: Vec::new(),
        gates: Vec::new(),
        crosswalk: Crosswalk { note: String::new(), ladders: Vec::new(), coverages: Vec::new() },
        practices: Practices { target: 1, list: Vec::new() },
        reference: Vec::new(),
        lookup,
    };
    instrument.quick_check = head::quick_check(root, &instrument);
    instrument.gates = head::gates(root, &instrument);
    instrument
}
