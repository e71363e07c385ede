//! How many statements the database is asked.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use tracing::callsite::rebuild_interest_cache;
use tracing::level_filters::LevelFilter;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Where the store tells of its statements.
const TARGET: &str = "store::statement";

static COUNTING: AtomicBool = AtomicBool::new(false);
static COUNTED: AtomicUsize = AtomicUsize::new(0);

/// Listens to nothing but statements, and only while they are counted: measurements of time pay nothing for it.
struct Counter;

impl Subscriber for Counter {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        COUNTING.load(Ordering::Relaxed) && metadata.target() == TARGET
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(if COUNTING.load(Ordering::Relaxed) { LevelFilter::TRACE } else { LevelFilter::OFF })
    }

    fn event(&self, _: &Event<'_>) {
        COUNTED.fetch_add(1, Ordering::Relaxed);
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// Makes ready to count.
pub fn listen() {
    tracing::subscriber::set_global_default(Counter).unwrap();
}

/// The statements that are run until `work` is done.
pub async fn count(work: impl Future<Output = ()>) -> usize {
    COUNTING.store(true, Ordering::Relaxed);
    rebuild_interest_cache();
    let before = COUNTED.load(Ordering::Relaxed);
    work.await;
    let counted = COUNTED.load(Ordering::Relaxed) - before;
    COUNTING.store(false, Ordering::Relaxed);
    rebuild_interest_cache();
    counted
}
