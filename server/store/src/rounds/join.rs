//! Joining a round by the link to share.

use domain::ids::{ResponseId, RoundId};
use domain::links::{InvitationKey, JoinKey, ResponseKey};
use domain::round::{Mode, ResponseState, RoundState, numbered};
use uuid::Uuid;

use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::lock::Use;
use crate::sql::{exec, rows, value};

/// Makes a response in the round, and the invitation that let it in: two rows that share nothing.
///
/// Run again with the same keys it changes nothing and gives the same outcome (the number as it is then).
#[derive(Clone, Debug)]
pub struct JoinRound {
    /// From the link that was opened.
    pub join_key: JoinKey,
    /// From the new respondent's own link.
    pub invitation_key: InvitationKey,
    /// The response's id: random (version 4).
    pub response_id: ResponseId,
    /// From the new respondent's own link.
    pub response_key: ResponseKey,
    /// The respondent's name. Empty becomes "Person 3"; a confidential round keeps none at all.
    pub label: String,
    /// Today, in microseconds since 1970.
    pub day: i64,
}

/// What became of a [`JoinRound`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Joining {
    /// The response is there.
    Joined {
        /// Its round.
        round_id: RoundId,
        /// How many responses the round now has, this one included.
        number: i64,
    },
    /// The round takes no answers.
    NotOpen,
    /// No round has this link; or this respondent's link was used before and its response has been erased.
    Unknown,
}

/// What the response of a whole team is called.
pub(super) const THE_TEAM: &str = "The team";

/// The word of a mode in which nobody has a name.
const CONFIDENTIAL: &str = Mode::Confidential { k: 3 }.word();

struct Found {
    id: Uuid,
    state: String,
    mode: String,
}

impl Command for JoinRound {
    type Outcome = Joining;

    async fn run(&self, tx: &mut Tx) -> Result<Joining, StoreError> {
        storable(&self.label)?;
        let Some(round_id) = self.round(tx).await?.map(|round| RoundId::new(round.id)) else {
            return Ok(Joining::Unknown);
        };
        // Alone, so that the round does not close meanwhile and every response gets a number of its own.
        tx.lock_round(round_id, Use::Alone).await?;
        let Some(round) = self.round(tx).await? else { return Ok(Joining::Unknown) };
        let is_new = round.state == RoundState::Open.word() && self.invite(tx, round_id).await?;
        let team = if round.mode == Mode::OneAnswer.word() { tx.any_response(round_id).await? } else { None };
        if is_new && let Some(team) = team {
            // One answer for the team: whoever joins opens the same.
            exec!(
                &mut tx.conn,
                "INSERT INTO response_link (key, response_id) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING",
                self.response_key.as_str(),
                team.uuid()
            )?;
        } else if is_new {
            let number = self.count(tx, round_id).await? + 1;
            let label = match (round.mode == CONFIDENTIAL, self.label.as_str()) {
                (true, _) => String::new(),
                _ if round.mode == Mode::OneAnswer.word() => THE_TEAM.to_owned(),
                (false, "") => numbered(number),
                (false, name) => name.to_owned(),
            };
            self.add_response(tx, round_id, &label).await?;
            super::shuffle::beginnings(tx, round_id).await?;
        } else if !self.has_response(tx).await? {
            let open = round.state == RoundState::Open.word();
            return Ok(if open { Joining::Unknown } else { Joining::NotOpen });
        }
        Ok(Joining::Joined { round_id, number: self.count(tx, round_id).await? })
    }
}

impl JoinRound {
    /// How many responses the round has.
    async fn count(&self, tx: &mut Tx, round: RoundId) -> Result<i64, StoreError> {
        let found =
            value!(&mut tx.conn, r#"SELECT count(*) AS "n!: i64" FROM response WHERE round_id = $1"#, round.uuid())?;
        Ok(found.unwrap_or(0))
    }

    async fn round(&self, tx: &mut Tx) -> Result<Option<Found>, StoreError> {
        let found = rows!(
            &mut tx.conn,
            Found,
            r#"SELECT id AS "id: _", state, mode FROM round WHERE join_key = $1"#,
            self.join_key.as_str()
        )?;
        Ok(found.into_iter().next())
    }

    /// Notes the invitation; `false` if it was noted before.
    async fn invite(&self, tx: &mut Tx, round: RoundId) -> Result<bool, StoreError> {
        let made = exec!(
            &mut tx.conn,
            "INSERT INTO invitation (key, round_id, created_day) VALUES ($1, $2, $3) ON CONFLICT (key) DO NOTHING",
            self.invitation_key.as_str(),
            round.uuid(),
            self.day
        )?;
        Ok(made == 1)
    }

    async fn add_response(&self, tx: &mut Tx, round: RoundId, label: &str) -> Result<(), StoreError> {
        exec!(
            &mut tx.conn,
            "INSERT INTO response (id, round_id, key, label, state, created_day, submitted_day, too_fast)
            VALUES ($1, $2, $3, $4, $5, $6, NULL, FALSE)",
            self.response_id.uuid(),
            round.uuid(),
            self.response_key.as_str(),
            label,
            ResponseState::Open.word(),
            self.day
        )?;
        Ok(())
    }

    async fn has_response(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        let found = value!(
            &mut tx.conn,
            r#"SELECT count(*) AS "n!: i64" FROM response WHERE id = (SELECT id FROM response WHERE key = $1
                UNION ALL SELECT response_id FROM response_link WHERE key = $1 LIMIT 1)"#,
            self.response_key.as_str()
        )?;
        Ok(found == Some(1))
    }
}
