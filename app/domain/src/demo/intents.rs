//! What the teams of the story plan about their results.

use crate::plan::Status;

/// An action of a team's plan.
#[derive(Clone, Copy, Debug)]
pub struct Intent {
    /// The place of the round from whose result it was made.
    pub round: usize,
    /// What is done.
    pub title: &'static str,
    /// The practice's id.
    pub practice: &'static str,
    /// The place of its owner among the team's people.
    pub owner: Option<usize>,
    /// Its last day, in days from today; those that are past are below 0.
    pub due: Option<i64>,
    /// How far it is.
    pub status: Status,
    /// The index to reach.
    pub target: i64,
    /// What else is to be known.
    pub note: &'static str,
}

const fn intent(round: usize, title: &'static str, practice: &'static str, status: Status) -> Intent {
    Intent { round, title, practice, owner: None, due: None, status, target: 75, note: "" }
}

const CLAIMS: [Intent; 5] = [
    Intent {
        owner: Some(3),
        due: Some(-150),
        ..intent(0, "Train the routing model in the pipeline", "TE1", Status::Done)
    },
    Intent { owner: Some(5), due: Some(-12), ..intent(1, "Alert on drift in what comes in", "TE4", Status::Doing) },
    Intent {
        owner: Some(4),
        due: Some(38),
        note: "Start with the claims table: most faults came from there.",
        ..intent(1, "Test the data on every run", "TE2", Status::ToDo)
    },
    Intent { owner: Some(0), due: Some(66), ..intent(1, "Say who decides on a release", "TE5", Status::ToDo) },
    intent(0, "Buy a second feature store", "TE2", Status::Dropped),
];

const MOTOR: [Intent; 2] = [
    Intent {
        owner: Some(0),
        due: Some(10),
        note: "Builders and operations each answered for a different half of the pipeline.",
        ..intent(1, "Plan together every two weeks", "CE2", Status::Doing)
    },
    Intent { owner: Some(5), ..intent(1, "Send model alerts to operations too", "TE4", Status::ToDo) },
];

const ROUTES: [Intent; 1] =
    [Intent { owner: Some(2), due: Some(24), ..intent(1, "Keep every model in one registry", "TE3", Status::ToDo) }];

/// What the team of this name plans.
#[must_use]
pub fn intents(team: &str) -> &'static [Intent] {
    match team {
        "Claims Triage" => &CLAIMS,
        "Motor Pricing" => &MOTOR,
        "Route Planning" => &ROUTES,
        _ => &[],
    }
}
