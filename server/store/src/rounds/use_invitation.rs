//! Beginning by a personal link.

use domain::ids::{ResponseId, RoundId};
use domain::invitees::called;
use domain::links::{InvitationKey, ResponseKey};
use domain::round::{Mode, ResponseState};

use super::join::{Joining, THE_TEAM};
use crate::conn::Tx;
use crate::error::StoreError;
use crate::execute::Command;
use crate::lock::Use;
use crate::sql::{exec, value};

/// Makes the one response of a personal link, and marks its invitation used. In a round with one answer for the team it
/// opens the team's.
///
/// A named round's response bears the name of who was invited, a confidential one's none. Run again, it leads to the
/// same response.
#[derive(Clone, Debug)]
pub struct UseInvitation {
    /// From the link.
    pub invitation_key: InvitationKey,
    /// From the same link.
    pub response_key: ResponseKey,
    /// The response's id if it is new: random (version 4).
    pub response_id: ResponseId,
    /// Today, in microseconds since 1970.
    pub day: i64,
}

impl Command for UseInvitation {
    type Outcome = Joining;

    async fn run(&self, tx: &mut Tx) -> Result<Joining, StoreError> {
        let Some((_, round_id)) = tx.invitation_by_key(&self.invitation_key).await? else {
            return Ok(Joining::Unknown);
        };
        // Alone, so that the link is not replaced meanwhile, and the round does not close.
        tx.lock_round(round_id, Use::Alone).await?;
        let Some((invitation, _)) = tx.invitation_by_key(&self.invitation_key).await? else {
            return Ok(Joining::Unknown);
        };
        if invitation.used {
            let there = tx.response_by_key(&self.response_key).await?.is_some();
            return if there { self.joined(tx, round_id).await } else { Ok(Joining::Unknown) };
        }
        let Some(round) = tx.round(round_id).await? else { return Ok(Joining::Unknown) };
        if !tx.takes_answers(round_id).await? {
            return Ok(Joining::NotOpen);
        }
        let team = if round.mode == Mode::OneAnswer { tx.any_response(round_id).await? } else { None };
        if let Some(team) = team {
            exec!(
                &mut tx.conn,
                "INSERT INTO response_link (key, response_id) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING",
                self.response_key.as_str(),
                team.uuid()
            )?;
        } else {
            let label = match round.mode {
                Mode::Confidential { .. } => String::new(),
                Mode::OneAnswer => THE_TEAM.to_owned(),
                Mode::Named => called(&invitation.name, &invitation.email),
            };
            exec!(
                &mut tx.conn,
                "INSERT INTO response (id, round_id, key, label, state, created_day, submitted_day, too_fast)
                VALUES ($1, $2, $3, $4, $5, $6, NULL, FALSE)",
                self.response_id.uuid(),
                round_id.uuid(),
                self.response_key.as_str(),
                label,
                ResponseState::Open.word(),
                self.day
            )?;
        }
        let key = self.invitation_key.as_str();
        exec!(&mut tx.conn, "UPDATE invitation SET used = TRUE WHERE key = $1", key)?;
        super::shuffle::beginnings(tx, round_id).await?;
        self.joined(tx, round_id).await
    }
}

impl UseInvitation {
    async fn joined(&self, tx: &mut Tx, round_id: RoundId) -> Result<Joining, StoreError> {
        let id = round_id.uuid();
        let number = value!(&mut tx.conn, r#"SELECT count(*) AS "n!: i64" FROM response WHERE round_id = $1"#, id)?;
        Ok(Joining::Joined { round_id, number: number.unwrap_or(0) })
    }
}
