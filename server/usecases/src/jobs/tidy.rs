//! Throwing away what is over.

use store::{ForgetCommands, Tidy};

use crate::env::day_of;
use crate::{App, Error};

/// How long traces of what is over are kept, in microseconds: 30 days.
const KEPT: i64 = 30 * 24 * 60 * 60_000_000;

/// How long jobs that were done are kept, in microseconds: two days, longer than any of them could come about a second
/// time. There is one a minute.
const DONE_KEPT: i64 = 2 * 24 * 60 * 60_000_000;

/// How long a meeting that nobody ended is kept, in microseconds: a day.
const MEETING_KEPT: i64 = 24 * 60 * 60_000_000;

/// Throws away meetings that nobody ended, sessions and one-time links that have ended, jobs done more than two days ago,
/// failed jobs and sent commands of more than 30 days ago, addresses of sessions that began before that, and quick checks as
/// old as the server's rules say.
pub(super) async fn tidy(app: &App) -> Result<(), Error> {
    let now = app.now();
    let old = now.saturating_sub(KEPT);
    let tidied = app
        .store
        .execute(Tidy {
            // One that has idled too long opens nothing either, but says when its owner was last here.
            sessions_before: now.saturating_sub(app.policy.session_absolute),
            addresses_before: old,
            links_before: now,
            done_before: now.saturating_sub(DONE_KEPT),
            failed_before: old,
            meetings_before: now.saturating_sub(MEETING_KEPT),
            checks_before: app.policy.quick_checks.map(|age| day_of(now.saturating_sub(age))),
        })
        .await?;
    let commands = app.store.execute(ForgetCommands { before_day: day_of(old) }).await?;
    tracing::debug!(?tidied, commands, "threw away what is over");
    Ok(())
}
