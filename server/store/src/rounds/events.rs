//! What happened to a round, and what is planned for it.

use domain::ids::{AccountId, RoundId};
use uuid::Uuid;

use crate::conn::{Snapshot, Tx};
use crate::error::StoreError;
use crate::sql::{exec, rows};

/// What can happen to a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// It was made.
    Made,
    /// It was opened.
    Opened,
    /// It was closed.
    Closed,
    /// It was opened again.
    Reopened,
    /// Its result was published.
    Published,
    /// It was taken into the organisation.
    Claimed,
    /// Its answers were deleted.
    Erased,
}

impl Event {
    const ALL: [(Self, &str); 7] = [
        (Self::Made, "made"),
        (Self::Opened, "opened"),
        (Self::Closed, "closed"),
        (Self::Reopened, "reopened"),
        (Self::Published, "published"),
        (Self::Claimed, "claimed"),
        (Self::Erased, "erased"),
    ];

    /// The word that is stored, and read.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(event, _)| *event == self).map_or("", |(_, word)| word)
    }
}

/// Something that happened to a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundEvent {
    /// What.
    pub event: Event,
    /// When, in microseconds since 1970.
    pub at: i64,
    /// Who did it: a name or address; `None` if it happened by itself, or who did it has left.
    pub by: Option<String>,
}

/// What an account's round has besides what every round has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundPlan {
    /// When it opens by itself, in microseconds since 1970.
    pub opens_at: Option<i64>,
    /// When it closes by itself.
    pub closes_at: Option<i64>,
    /// Days after closing until its answers are deleted.
    pub retention_days: Option<i64>,
    /// When it was closed.
    pub closed_at: Option<i64>,
    /// When its answers were deleted.
    pub erased_at: Option<i64>,
    /// The token of the link to share.
    pub share_token: Option<String>,
    /// Whether respondents start from earlier answers.
    pub carries: bool,
}

struct EventRow {
    event: String,
    at: i64,
    name: Option<String>,
    email: Option<String>,
}

struct PlanRow {
    opens_at: Option<i64>,
    closes_at: Option<i64>,
    retention_days: Option<i64>,
    closed_at: Option<i64>,
    erased_at: Option<i64>,
    share_token: Option<String>,
    starts_from: Option<Uuid>,
}

impl Snapshot {
    /// What happened to a round, in its order.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn round_events(&mut self, round: RoundId) -> Result<Vec<RoundEvent>, StoreError> {
        let found = rows!(
            &mut self.conn,
            EventRow,
            r#"SELECT e.event, e.at, a.name AS "name?", a.email AS "email?"
            FROM round_event e LEFT JOIN account a ON a.id = e.account_id
            WHERE e.round_id = $1 ORDER BY e.number"#,
            round.uuid()
        )?;
        let read = |EventRow { event, at, name, email }| {
            let known = Event::ALL.iter().find(|(_, word)| *word == event);
            let (event, _) = known.ok_or(StoreError::Inconsistent { what: "an unknown event of a round" })?;
            Ok(RoundEvent { event: *event, at, by: name.filter(|name| !name.is_empty()).or(email) })
        };
        found.into_iter().map(read).collect()
    }

    /// What is planned for a round.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn round_plan(&mut self, round: RoundId) -> Result<RoundPlan, StoreError> {
        let found = rows!(
            &mut self.conn,
            PlanRow,
            r#"SELECT opens_at, closes_at, retention_days, closed_at, erased_at, share_token,
                starts_from AS "starts_from: _"
            FROM round WHERE id = $1"#,
            round.uuid()
        )?;
        Ok(found.into_iter().next().map_or_else(RoundPlan::default, |row| RoundPlan {
            opens_at: row.opens_at,
            closes_at: row.closes_at,
            retention_days: row.retention_days,
            closed_at: row.closed_at,
            erased_at: row.erased_at,
            share_token: row.share_token,
            carries: row.starts_from.is_some(),
        }))
    }
}

impl Tx {
    /// Notes what happens to a round; who does it has the round to itself.
    pub(crate) async fn round_event(
        &mut self,
        round: RoundId,
        event: Event,
        by: Option<AccountId>,
        at: i64,
    ) -> Result<(), StoreError> {
        exec!(
            &mut self.conn,
            "INSERT INTO round_event (round_id, number, event, at, account_id)
            VALUES ($1, (SELECT count(*) + 1 FROM round_event WHERE round_id = $1), $2, $3, $4)",
            round.uuid(),
            event.word(),
            at,
            by.map(AccountId::uuid)
        )?;
        Ok(())
    }
}
