//! Reading rounds.

use domain::ids::{OrganisationId, RoundId, TeamId};
use domain::links::{JoinKey, ManageKey};
use domain::round::{Mode, RoundState};
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::rows;

/// A round with the name of its team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// Whose round it is.
    pub organisation_id: OrganisationId,
    /// The team that answers.
    pub team_id: TeamId,
    /// That team's name.
    pub team_name: String,
    /// The round's name.
    pub name: String,
    /// The model or service that is meant; empty if the team as a whole.
    pub subject: String,
    /// Who may see whose answers.
    pub mode: Mode,
    /// Whether it takes answers.
    pub state: RoundState,
    /// The instrument that is answered.
    pub instrument_id: String,
    /// And its version.
    pub instrument_version: String,
    /// When it was made, in microseconds since 1970.
    pub created_at: i64,
}

/// A round as the queries give it.
pub(crate) struct RoundRow {
    pub(crate) id: Uuid,
    pub(crate) organisation_id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) team_name: String,
    pub(crate) name: String,
    pub(crate) subject: String,
    pub(crate) mode: String,
    pub(crate) k: Option<i64>,
    pub(crate) state: String,
    pub(crate) instrument_id: String,
    pub(crate) instrument_version: String,
    pub(crate) created_at: i64,
}

impl TryFrom<RoundRow> for Round {
    type Error = StoreError;

    fn try_from(row: RoundRow) -> Result<Self, StoreError> {
        let RoundRow {
            id,
            organisation_id,
            team_id,
            team_name,
            name,
            subject,
            mode,
            k,
            state,
            instrument_id,
            instrument_version,
            created_at,
        } = row;
        Ok(Self {
            id: RoundId::new(id),
            organisation_id: OrganisationId::new(organisation_id),
            team_id: TeamId::new(team_id),
            team_name,
            name,
            subject,
            mode: Mode::from_stored(&mode, k).ok_or(StoreError::Inconsistent { what: "a round of an unknown mode" })?,
            state: RoundState::from_word(&state)
                .ok_or(StoreError::Inconsistent { what: "a round in an unknown state" })?,
            instrument_id,
            instrument_version,
            created_at,
        })
    }
}

impl Snapshot {
    /// The round that a manage link opens.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn round_by_manage_key(&mut self, key: &ManageKey) -> Result<Option<Round>, StoreError> {
        let found = rows!(
            &mut self.conn,
            RoundRow,
            r#"SELECT r.id AS "id: _", r.organisation_id AS "organisation_id: _", r.team_id AS "team_id: _",
                t.name AS team_name, r.name, r.subject, r.mode, r.k, r.state, r.instrument_id, r.instrument_version,
                r.created_at
            FROM round r JOIN team t ON t.id = r.team_id
            WHERE r.manage_key = $1"#,
            key.as_str()
        )?;
        found.into_iter().next().map(Round::try_from).transpose()
    }

    /// A round, for what happens by itself: whoever asks for somebody finds rounds by their links or organisation.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn round(&mut self, round: RoundId) -> Result<Option<Round>, StoreError> {
        let found = rows!(
            &mut self.conn,
            RoundRow,
            r#"SELECT r.id AS "id: _", r.organisation_id AS "organisation_id: _", r.team_id AS "team_id: _",
                t.name AS team_name, r.name, r.subject, r.mode, r.k, r.state, r.instrument_id, r.instrument_version,
                r.created_at
            FROM round r JOIN team t ON t.id = r.team_id
            WHERE r.id = $1"#,
            round.uuid()
        )?;
        found.into_iter().next().map(Round::try_from).transpose()
    }

    /// The round that a link to share opens.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn round_by_join_key(&mut self, key: &JoinKey) -> Result<Option<Round>, StoreError> {
        let found = rows!(
            &mut self.conn,
            RoundRow,
            r#"SELECT r.id AS "id: _", r.organisation_id AS "organisation_id: _", r.team_id AS "team_id: _",
                t.name AS team_name, r.name, r.subject, r.mode, r.k, r.state, r.instrument_id, r.instrument_version,
                r.created_at
            FROM round r JOIN team t ON t.id = r.team_id
            WHERE r.join_key = $1"#,
            key.as_str()
        )?;
        found.into_iter().next().map(Round::try_from).transpose()
    }
}
