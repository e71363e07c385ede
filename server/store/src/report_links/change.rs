//! Making and withdrawing links.

use domain::ids::{AccountId, ReportLinkId, RoundId};
use domain::links::ReportKey;

use crate::audit::Happened;
use crate::conn::Tx;
use crate::error::StoreError;
use crate::execute::Command;
use crate::sql::{exec, value};

/// Links of a round that work at the same time, at most.
pub const MOST_REPORT_LINKS: i64 = 50;

/// Makes a link to what a round has published. Run again with the same id it changes nothing.
#[derive(Clone, Debug)]
pub struct MakeReportLink {
    /// Its id (version 7).
    pub id: ReportLinkId,
    /// The round.
    pub round_id: RoundId,
    /// From the link's secret, which is kept nowhere.
    pub key: ReportKey,
    /// Who makes it.
    pub made_by: AccountId,
    /// Now, in microseconds since 1970.
    pub at: i64,
    /// Until when it works, in microseconds since 1970.
    pub expires_at: i64,
}

/// What became of a [`MakeReportLink`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportLinked {
    /// It works.
    Made,
    /// The round has [`MOST_REPORT_LINKS`] that work.
    TooMany,
}

impl Command for MakeReportLink {
    type Outcome = ReportLinked;

    async fn run(&self, tx: &mut Tx) -> Result<ReportLinked, StoreError> {
        let working = value!(
            &mut tx.conn,
            r#"SELECT count(*) AS "n!: i64" FROM report_link WHERE round_id = $1 AND expires_at > $2 AND id <> $3"#,
            self.round_id.uuid(),
            self.at,
            self.id.uuid()
        )?;
        if working.unwrap_or(0) >= MOST_REPORT_LINKS {
            return Ok(ReportLinked::TooMany);
        }
        exec!(
            &mut tx.conn,
            "INSERT INTO report_link (id, round_id, key, made_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (id) DO NOTHING",
            self.id.uuid(),
            self.round_id.uuid(),
            self.key.as_str(),
            self.made_by.uuid(),
            self.at,
            self.expires_at
        )?;
        Ok(ReportLinked::Made)
    }
}

impl Happened for MakeReportLink {
    fn happened(made: &ReportLinked) -> bool {
        *made == ReportLinked::Made
    }
}

/// Withdraws a link of a round: from then on it leads nowhere.
#[derive(Clone, Copy, Debug)]
pub struct WithdrawReportLink {
    /// The round.
    pub round_id: RoundId,
    /// Its link.
    pub id: ReportLinkId,
}

impl Command for WithdrawReportLink {
    /// Whether the round had it.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        let gone = exec!(
            &mut tx.conn,
            "DELETE FROM report_link WHERE id = $1 AND round_id = $2",
            self.id.uuid(),
            self.round_id.uuid()
        )?;
        Ok(gone == 1)
    }
}

impl Happened for WithdrawReportLink {
    fn happened(gone: &bool) -> bool {
        *gone
    }
}
