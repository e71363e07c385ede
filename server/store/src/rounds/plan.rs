//! Rounds that an account makes: planning, changing, and the link to share.

use domain::account::folded;
use domain::ids::{AccountId, OrganisationId, RoundId, TeamId};
use domain::links::JoinKey;
use domain::round::{Mode, RoundState};

use super::events::Event;
use crate::audit::Happened;
use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::lock::Use;
use crate::sql::exec;

/// The round of one team among those that are made at once.
#[derive(Clone, Debug)]
pub struct PlannedRound {
    /// Its id (version 7).
    pub id: RoundId,
    /// The team; one of another organisation, or one that was put away, is passed over.
    pub team_id: TeamId,
    /// The key of the link to share.
    pub join_key: JoinKey,
    /// That link's token.
    pub share_token: String,
}

/// What is said of rounds when they are made, and may be changed until they close.
#[derive(Clone, Debug)]
pub struct Terms {
    /// The name.
    pub name: String,
    /// The model or service that is meant; empty if the team as a whole.
    pub subject: String,
    /// When it opens by itself, in microseconds since 1970.
    pub opens_at: Option<i64>,
    /// When it closes by itself.
    pub closes_at: Option<i64>,
    /// Days after closing until its answers are deleted.
    pub retention_days: Option<i64>,
}

/// Makes a round for each of these teams, all or none. Run again with the same ids it changes nothing.
#[derive(Clone, Debug)]
pub struct PlanRounds {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// The rounds.
    pub rounds: Vec<PlannedRound>,
    /// What is said of them.
    pub terms: Terms,
    /// Who may see whose answers.
    pub mode: Mode,
    /// Whether they take answers at once; otherwise they are drafts.
    pub open: bool,
    /// Whether respondents start from the answers of the team's last round that was answered in the same way.
    pub carry: bool,
    /// The instrument to answer.
    pub instrument_id: String,
    /// And its version.
    pub instrument_version: String,
    /// Who makes them.
    pub by: AccountId,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for PlanRounds {
    /// How many were made.
    type Outcome = u64;

    async fn run(&self, tx: &mut Tx) -> Result<u64, StoreError> {
        let Terms { name, subject, opens_at, closes_at, retention_days } = &self.terms;
        storable(name)?;
        storable(subject)?;
        let state = if self.open { RoundState::Open } else { RoundState::Draft };
        let mut made = 0;
        for PlannedRound { id, team_id, join_key, share_token } in &self.rounds {
            let one = exec!(
                &mut tx.conn,
                "INSERT INTO round (id, organisation_id, team_id, name, name_folded, subject, mode, k, state,
                    instrument_id, instrument_version, join_key, share_token, opens_at, closes_at, retention_days,
                    created_by, created_at, starts_from)
                SELECT $1, t.organisation_id, t.id, $4, $5, $6, $7, CAST($8 AS BIGINT), $9, $10, $11, $12, $13,
                    CAST($14 AS BIGINT), CAST($15 AS BIGINT), CAST($16 AS BIGINT), $17, CAST($18 AS BIGINT),
                    (SELECT l.id FROM round l WHERE l.team_id = t.id AND l.organisation_id = t.organisation_id
                        AND l.state IN ('closed', 'published') AND l.erased_at IS NULL AND CAST($19 AS BIGINT) = 1
                        AND l.mode = $7 AND l.mode <> 'confidential' ORDER BY l.created_at DESC LIMIT 1)
                FROM team t WHERE t.id = $2 AND t.organisation_id = $3 AND t.archived_at IS NULL
                ON CONFLICT (id) DO NOTHING",
                id.uuid(),
                team_id.uuid(),
                self.organisation_id.uuid(),
                name,
                folded(name),
                subject,
                self.mode.word(),
                self.mode.k().map(i64::from),
                state.word(),
                self.instrument_id,
                self.instrument_version,
                join_key.as_str(),
                share_token,
                *opens_at,
                *closes_at,
                *retention_days,
                self.by.uuid(),
                self.at,
                i64::from(self.carry)
            )?;
            if one == 1 {
                tx.round_event(*id, Event::Made, Some(self.by), self.at).await?;
                if self.open {
                    tx.round_event(*id, Event::Opened, Some(self.by), self.at).await?;
                }
                made += 1;
            }
        }
        Ok(made)
    }
}

impl Happened for PlanRounds {
    fn happened(made: &u64) -> bool {
        *made > 0
    }
}

/// Changes what is said of a round that is not closed.
#[derive(Clone, Debug)]
pub struct ChangeRound {
    /// The round.
    pub round_id: RoundId,
    /// What is said of it now.
    pub terms: Terms,
}

impl Command for ChangeRound {
    /// Whether it could be changed.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        let Terms { name, subject, opens_at, closes_at, retention_days } = &self.terms;
        storable(name)?;
        storable(subject)?;
        let changed = exec!(
            &mut tx.conn,
            "UPDATE round SET name = $2, name_folded = $3, subject = $4, opens_at = $5, closes_at = $6,
                retention_days = $7
            WHERE id = $1 AND state IN ('draft', 'open')",
            self.round_id.uuid(),
            name,
            folded(name),
            subject,
            *opens_at,
            *closes_at,
            *retention_days
        )?;
        Ok(changed == 1)
    }
}

impl Happened for ChangeRound {
    fn happened(changed: &bool) -> bool {
        *changed
    }
}

/// Deletes a round that never took an answer.
#[derive(Clone, Debug)]
pub struct DeleteDraft {
    /// The round.
    pub round_id: RoundId,
}

impl Command for DeleteDraft {
    /// Whether it was a draft.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        tx.lock_round(self.round_id, Use::Alone).await?;
        let id = self.round_id.uuid();
        Ok(exec!(&mut tx.conn, "DELETE FROM round WHERE id = $1 AND state = 'draft'", id)? == 1)
    }
}

impl Happened for DeleteDraft {
    fn happened(deleted: &bool) -> bool {
        *deleted
    }
}

/// Gives a round a new link to share; the one before leads nowhere from then on.
#[derive(Clone, Debug)]
pub struct ShareLink {
    /// The round.
    pub round_id: RoundId,
    /// The new link's key.
    pub join_key: JoinKey,
    /// Its token.
    pub token: String,
}

impl Command for ShareLink {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        exec!(
            &mut tx.conn,
            "UPDATE round SET join_key = $2, share_token = $3 WHERE id = $1",
            self.round_id.uuid(),
            self.join_key.as_str(),
            self.token
        )?;
        Ok(())
    }
}

impl Happened for ShareLink {
    fn happened((): &()) -> bool {
        true
    }
}
