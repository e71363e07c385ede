//! How fast pages and saves are, each beside the limit that this machine sets in the same minute.
//!
//! `cargo bench --package web`; with `-- pages`, `saves`, `sign-in`, `large` or `crowd` behind it, only that; `million` runs
//! only so. A figure alone says little: disks and processors differ, and so do the moods of one machine. So each is taken in
//! turns with what a server could at best do, and what counts is the ratio; only pages of a large organisation, and the
//! crowd, stand beside a limit that was agreed, and those of a million responses beside the same pages of a thousand.
//! Server and clients share the machine; what the clients cost is in both sides of a ratio. Nothing is logged meanwhile.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]
#![expect(clippy::print_stdout, reason = "the figures are what it is run for")]

mod client;
mod crowd;
mod figures;
mod large;
mod load;
mod million;
mod pages;
mod raw;
mod saves;
mod served;
mod sign_in;
mod statements;

use std::num::NonZero;
use std::thread::available_parallelism;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};

/// How often each side is measured, in turns with the other.
const ROUNDS: usize = 5;
/// For how long each time.
const TIME: Duration = Duration::from_secs(1);

/// The part that runs only where it is asked for.
const LONGEST: &str = "million";

fn main() {
    // One processor is left to the clients.
    let workers = available_parallelism().map_or(1, NonZero::get).saturating_sub(1).max(1);
    let serving = Builder::new_multi_thread().worker_threads(workers).enable_all().build().unwrap();
    let loading = Builder::new_current_thread().enable_all().build().unwrap();
    let machine = Machine { serving, loading };
    figures::head();
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let parts: [Part; 6] = [
        ("pages", pages::measure),
        ("saves", saves::measure),
        ("sign-in", sign_in::measure),
        ("large", large::measure),
        ("crowd", crowd::measure),
        (LONGEST, million::measure),
    ];
    let asked_for =
        |name: &str| if wanted.is_empty() { name != LONGEST } else { wanted.iter().any(|word| word == name) };
    for (_, measure) in parts.iter().filter(|(name, _)| asked_for(name)) {
        measure(&machine);
    }
}

/// A part of the measurement, with its name.
type Part = (&'static str, fn(&Machine));

/// Where the two sides of every exchange run.
struct Machine {
    serving: Runtime,
    loading: Runtime,
}
