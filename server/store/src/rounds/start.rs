//! Starting a round.

use domain::account::folded;
use domain::ids::{OrganisationId, RoundId, TeamId};
use domain::links::{JoinKey, ManageKey};
use domain::round::{Mode, RoundState};

use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::{exec, value};

/// Makes a round that is open at once, and its team unless that is there (which then keeps its name).
///
/// Run again with the same ids it changes nothing.
#[derive(Clone, Debug)]
pub struct StartRound {
    /// The organisation, which must exist.
    pub organisation_id: OrganisationId,
    /// The team: a new one, or one of this organisation.
    pub team_id: TeamId,
    /// The team's name if it is new.
    pub team_name: String,
    /// The round's id (version 7).
    pub round_id: RoundId,
    /// The round's name.
    pub round_name: String,
    /// The model or service that is meant; empty if the team as a whole.
    pub subject: String,
    /// Who may see whose answers.
    pub mode: Mode,
    /// The instrument to answer.
    pub instrument_id: String,
    /// And its version.
    pub instrument_version: String,
    /// The key of the link that manages the round.
    pub manage_key: ManageKey,
    /// The key of the link to share.
    pub join_key: JoinKey,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for StartRound {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        for text in [&self.team_name, &self.round_name, &self.subject, &self.instrument_id, &self.instrument_version] {
            storable(text)?;
        }
        exec!(
            &mut tx.conn,
            "INSERT INTO team (id, organisation_id, name, created_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (id) DO NOTHING",
            self.team_id.uuid(),
            self.organisation_id.uuid(),
            self.team_name,
            self.at
        )?;
        // A team of a foreign organisation is refused by the foreign key.
        let made = exec!(
            &mut tx.conn,
            "INSERT INTO round (id, organisation_id, team_id, name, subject, mode, k, state, instrument_id,
                instrument_version, manage_key, join_key, created_at, name_folded)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            ON CONFLICT (id) DO NOTHING",
            self.round_id.uuid(),
            self.organisation_id.uuid(),
            self.team_id.uuid(),
            self.round_name,
            self.subject,
            self.mode.word(),
            self.mode.k().map(i64::from),
            RoundState::Open.word(),
            self.instrument_id,
            self.instrument_version,
            self.manage_key.as_str(),
            self.join_key.as_str(),
            self.at,
            folded(&self.round_name)
        )?;
        if made == 0 { self.must_be_ours(tx).await } else { Ok(()) }
    }
}

impl StartRound {
    /// The id is taken: by this command's first run, or by another round.
    async fn must_be_ours(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let key = value!(&mut tx.conn, "SELECT manage_key FROM round WHERE id = $1", self.round_id.uuid())?;
        if key.flatten().as_deref() == Some(self.manage_key.as_str()) {
            Ok(())
        } else {
            Err(StoreError::Inconsistent { what: "the id of a new round is taken" })
        }
    }
}
