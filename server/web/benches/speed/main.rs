//! How fast pages and saves are, each beside the limit that this machine sets in the same minute.
//!
//! `cargo bench --package web`. A figure alone says little: disks and processors differ, and so do the moods of one
//! machine. So each is taken in turns with what a server could at best do, and what counts is the ratio. Server and
//! clients share the machine; what the clients cost is in both sides of a ratio. Nothing is logged meanwhile.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]
#![expect(clippy::print_stdout, reason = "the figures are what it is run for")]

mod client;
mod figures;
mod load;
mod pages;
mod raw;
mod saves;
mod served;

use std::num::NonZero;
use std::thread::available_parallelism;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};

/// How often each side is measured, in turns with the other.
const ROUNDS: usize = 5;
/// For how long each time.
const TIME: Duration = Duration::from_secs(1);

fn main() {
    // One processor is left to the clients.
    let workers = available_parallelism().map_or(1, NonZero::get).saturating_sub(1).max(1);
    let serving = Builder::new_multi_thread().worker_threads(workers).enable_all().build().unwrap();
    let loading = Builder::new_current_thread().enable_all().build().unwrap();
    let machine = Machine { serving, loading };
    figures::head();
    pages::measure(&machine);
    saves::measure(&machine);
}

/// Where the two sides of every exchange run.
struct Machine {
    serving: Runtime,
    loading: Runtime,
}
