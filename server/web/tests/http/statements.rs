//! How many statements a page asks the database: as many for many rounds as for two.

use std::cell::Cell;
use std::sync::Once;

use domain::ids::RoundId;
use domain::rights::Right;
use domain::round::Mode;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::helpers::{Browser, TestApp};
use crate::published::{closed, page};

thread_local! {
    /// The statements of this thread: each test has its own.
    static COUNTED: Cell<usize> = const { Cell::new(0) };
}

/// Counts what the store tells of its statements. One for all tests: where several come and go, `tracing` may miss events.
struct Counter;

impl Subscriber for Counter {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "store::statement"
    }

    fn event(&self, _: &Event<'_>) {
        COUNTED.set(COUNTED.get() + 1);
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// The statements behind a page that has been looked at before.
pub async fn statements(app: &TestApp, who: &Browser, path: &str) -> usize {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| tracing::subscriber::set_global_default(Counter).unwrap());
    page(app, who, path).await;
    let before = COUNTED.get();
    page(app, who, path).await;
    COUNTED.get() - before
}

struct Place {
    app: TestApp,
    viewer: Browser,
    rounds: Vec<RoundId>,
}

impl Place {
    /// Eight closed rounds of two teams.
    async fn new() -> Self {
        let app = TestApp::new().await;
        let organisation = app.organisation("Ours").await;
        let viewer = app.account(organisation, "Vera Viewer", Right::Viewer).await;
        let teams = [app.team(organisation, "Fraud", &[]).await, app.team(organisation, "Growth", &[]).await];
        let mut rounds = Vec::new();
        for number in 1..=8 {
            let team = teams[usize::from(number % 2)];
            rounds.push(closed(&app, (organisation, team), number, Mode::Named, &["3", "4"]).await);
        }
        Self { app, viewer, rounds }
    }

    async fn of(&self, path: &str) -> usize {
        statements(&self.app, &self.viewer, path).await
    }
}

#[tokio::test]
async fn eight_rounds_are_compared_with_as_many_statements_as_two() {
    let place = Place::new().await;
    let compared = async |count: usize| {
        let ids: Vec<String> = place.rounds[..count].iter().map(ToString::to_string).collect();
        place.of(&format!("/compare?rounds={}", ids.join(","))).await
    };
    // The session, the rounds with the right to them, what they have published, and others to choose from.
    assert_eq!([compared(2).await, compared(8).await], [4, 4]);
}

#[tokio::test]
async fn a_result_needs_five_statements() {
    let place = Place::new().await;
    // The session, the round with the right to it, the round before it, what it has published, and what is planned.
    assert_eq!(place.of(&format!("/rounds/{}/results", place.rounds[7])).await, 5);
}
