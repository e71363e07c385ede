//! What the server does by itself: jobs that are kept in the database, so that none is lost when the program ends, and
//! that several servers share, each doing a job while it holds its lease.
//!
//! [`run`] is the runner; tests call [`work_once`]. To add a job: a variant of [`Job`], its words, and its arm in `done`.

mod kind;
mod runner;
mod tidy;

pub use kind::Job;
pub(crate) use runner::enqueue;
pub use runner::{run, work_once};

use crate::{App, Error, mail, rounds};

/// Does a job. It may have been done before, in part or whole, by an attempt whose end nobody heard of.
async fn done(app: &App, job: Job) -> Result<(), Error> {
    match job {
        Job::Turn => rounds::due(app).await.map(drop),
        Job::Mail { account, letter } => mail::deliver(app, account, letter).await,
        Job::PersonalLink { round, invitation } => mail::deliver_link(app, round, invitation).await,
        Job::Reminder { round, account } => mail::deliver_reminder(app, round, account).await,
        Job::Tidy => tidy::tidy(app).await,
    }
}
