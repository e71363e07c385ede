//! What the server does by itself: jobs that are kept in the database, so that none is lost when the program ends, and
//! that several servers share, each doing a job while it holds its lease.
//!
//! [`run`] is the runner; tests call [`work_once`]. To add a job: a variant of [`Job`], its words, and its arm in `done`.

mod kind;
mod runner;
mod tidy;

pub use kind::Job;
pub use runner::{run, work_once};

use crate::{App, Error};

/// Does a job. It may have been done before, in part or whole, by an attempt whose end nobody heard of.
async fn done(app: &App, job: Job) -> Result<(), Error> {
    match job {
        Job::Turn => turn(app),
        Job::Tidy => tidy::tidy(app).await,
    }
}

/// The place for what happens to rounds when their time has come: nothing yet has a time of its own.
#[expect(clippy::unnecessary_wraps, reason = "what comes here asks the store")]
fn turn(_app: &App) -> Result<(), Error> {
    Ok(())
}
