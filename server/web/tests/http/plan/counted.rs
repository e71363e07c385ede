//! Pages of plans ask the database as often for many actions as for few.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::round::Mode;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::Place;
use crate::published::closed;

/// Counts what the store tells of its statements on this thread.
struct Counter(Arc<AtomicUsize>);

impl Subscriber for Counter {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "store::statement"
    }

    fn event(&self, _: &Event<'_>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn the_number_of_statements_does_not_grow_with_the_actions() {
    let place = Place::new().await;
    let home = (place.organisation, place.team);
    let first = closed(&place.app, home, 1, Mode::Named, &["2"; 3]).await;
    closed(&place.app, home, 2, Mode::Named, &["3"; 3]).await;
    place.add("The first", &[("round", &first.to_string())]).await;
    let counted = Arc::new(AtomicUsize::new(0));
    let listening = tracing::subscriber::set_default(Counter(counted.clone()));
    let count = async |path: &str| {
        counted.store(0, Ordering::Relaxed);
        place.text(&place.viewer, path).await;
        counted.load(Ordering::Relaxed)
    };
    // The first look publishes.
    count(&place.plan()).await;
    let few = [count("/plan").await, count(&place.plan()).await];
    assert!((1..=3).contains(&few[0]) && (1..=12).contains(&few[1]), "{few:?}");
    for number in 0..20 {
        place.add(&format!("Action {number}"), &[("round", &first.to_string())]).await;
    }
    assert_eq!([count("/plan").await, count(&place.plan()).await], few);
    drop(listening);
}
