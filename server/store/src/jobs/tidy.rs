//! Throwing away what is over.

use crate::conn::Tx;
use crate::error::StoreError;
use crate::execute::Command;
use crate::sql::exec;

/// Throws away what is over. All times are in microseconds since 1970.
#[derive(Clone, Debug)]
pub struct Tidy {
    /// Sessions that began before.
    pub sessions_before: i64,
    /// Addresses of sessions that began before.
    pub addresses_before: i64,
    /// Links that work once, and links to results, that ended before.
    pub links_before: i64,
    /// Jobs that were done before.
    pub done_before: i64,
    /// Jobs that were given up before.
    pub failed_before: i64,
    /// Meetings that began before, with their votes.
    pub meetings_before: i64,
    /// Quick checks of days before; `None` to keep them all.
    pub checks_before: Option<i64>,
}

/// How much a [`Tidy`] threw away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tidied {
    /// Sessions.
    pub sessions: u64,
    /// Addresses of sessions that go on.
    pub addresses: u64,
    /// One-time links.
    pub links: u64,
    /// Jobs.
    pub jobs: u64,
    /// Meetings.
    pub meetings: u64,
    /// Quick checks.
    pub checks: u64,
}

impl Command for Tidy {
    type Outcome = Tidied;

    async fn run(&self, tx: &mut Tx) -> Result<Tidied, StoreError> {
        let c = &mut tx.conn;
        let sessions = exec!(&mut *c, "DELETE FROM session WHERE created_at < $1", self.sessions_before)?;
        let addresses = exec!(
            &mut *c,
            "UPDATE session SET address = '' WHERE created_at < $1 AND address <> ''",
            self.addresses_before
        )?;
        let once = exec!(&mut *c, "DELETE FROM one_time_link WHERE expires_at < $1", self.links_before)?;
        let reports = exec!(&mut *c, "DELETE FROM report_link WHERE expires_at < $1", self.links_before)?;
        let done = exec!(&mut *c, "DELETE FROM job WHERE done_at IS NOT NULL AND done_at < $1", self.done_before)?;
        let failed =
            exec!(&mut *c, "DELETE FROM job WHERE failed_at IS NOT NULL AND failed_at < $1", self.failed_before)?;
        let meetings = exec!(&mut *c, "DELETE FROM meeting WHERE started_at < $1", self.meetings_before)?;
        let checks = match self.checks_before {
            Some(day) => exec!(&mut *c, "DELETE FROM quick_check WHERE created_day < $1", day)?,
            None => 0,
        };
        Ok(Tidied { sessions, addresses, links: once + reports, jobs: done + failed, meetings, checks })
    }
}
