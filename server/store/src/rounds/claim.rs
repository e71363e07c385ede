//! Taking a round that was made without an account into an organisation.

use domain::account::folded;
use domain::ids::{AccountId, OrganisationId, RoundId, TeamId};
use domain::links::ManageKey;
use uuid::Uuid;

use crate::audit::Happened;
use crate::conn::Tx;
use crate::error::{StoreError, one, storable};
use crate::execute::Command;
use crate::lock::Use;
use crate::sql::{exec, rows, value};

/// Moves a round from [`OrganisationId::IMPLICIT`] into a team of an organisation. Its manage link ends, its link to
/// share and those of its respondents go on working, and the team that it was made with is deleted if it has no other
/// round.
#[derive(Clone, Debug)]
pub struct ClaimRound {
    /// The round.
    pub round_id: RoundId,
    /// From its manage link.
    pub manage_key: ManageKey,
    /// Where it belongs from now on.
    pub organisation_id: OrganisationId,
    /// In which team.
    pub team: ClaimTo,
    /// The token of its link to share, so that who leads the team can see it again.
    pub share_token: String,
    /// Who claims it.
    pub account_id: AccountId,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

/// The team that a round is claimed for.
#[derive(Clone, Debug)]
pub enum ClaimTo {
    /// One of the organisation.
    Team(TeamId),
    /// One that is made with it.
    NewTeam {
        /// Its id (version 7).
        id: TeamId,
        /// Its name.
        name: String,
    },
}

/// What became of a [`ClaimRound`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claimed {
    /// It belongs to the organisation now.
    Claimed,
    /// It belonged to it before, perhaps by this command's first run. Nothing changed.
    AlreadyOurs,
    /// The organisation has no such team. Nothing changed.
    UnknownTeam,
    /// The link leads to no round that could be claimed: another organisation may have been quicker.
    Unknown,
}

struct Found {
    organisation_id: Uuid,
    team_id: Uuid,
    manage_key: Option<String>,
    share_token: Option<String>,
}

impl Command for ClaimRound {
    type Outcome = Claimed;

    async fn run(&self, tx: &mut Tx) -> Result<Claimed, StoreError> {
        tx.lock_round(self.round_id, Use::Alone).await?;
        let found = rows!(
            &mut tx.conn,
            Found,
            r#"SELECT organisation_id AS "organisation_id: _", team_id AS "team_id: _", manage_key, share_token
            FROM round WHERE id = $1"#,
            self.round_id.uuid()
        )?;
        let Some(found) = found.into_iter().next() else { return Ok(Claimed::Unknown) };
        if found.organisation_id == self.organisation_id.uuid() {
            let ours = found.share_token.as_deref() == Some(self.share_token.as_str());
            return Ok(if ours { Claimed::AlreadyOurs } else { Claimed::Unknown });
        }
        let implicit = found.organisation_id == OrganisationId::IMPLICIT.uuid();
        if !implicit || found.manage_key.as_deref() != Some(self.manage_key.as_str()) {
            return Ok(Claimed::Unknown);
        }
        let Some(team) = self.team(tx).await? else { return Ok(Claimed::UnknownTeam) };
        one(exec!(
            &mut tx.conn,
            "UPDATE round SET organisation_id = $2, team_id = $3, manage_key = NULL, share_token = $4 WHERE id = $1",
            self.round_id.uuid(),
            self.organisation_id.uuid(),
            team.uuid(),
            self.share_token
        )?)?;
        exec!(
            &mut tx.conn,
            "DELETE FROM team WHERE id = $1 AND organisation_id = $2
                AND NOT EXISTS (SELECT 1 FROM round WHERE round.team_id = team.id)",
            found.team_id,
            found.organisation_id
        )?;
        one(exec!(
            &mut tx.conn,
            "INSERT INTO round_event (round_id, number, event, at, account_id)
            SELECT r.id, COALESCE((SELECT max(e.number) FROM round_event e WHERE e.round_id = r.id), 0) + 1, 'claimed',
                CAST($2 AS BIGINT), a.id
            FROM round r JOIN account a ON a.organisation_id = r.organisation_id
            WHERE r.id = $1 AND a.id = $3",
            self.round_id.uuid(),
            self.at,
            self.account_id.uuid()
        )?)?;
        Ok(Claimed::Claimed)
    }
}

impl ClaimRound {
    /// The team, made first if it is new; `None` if the organisation has none of this id.
    async fn team(&self, tx: &mut Tx) -> Result<Option<TeamId>, StoreError> {
        let id = match &self.team {
            ClaimTo::Team(id) => *id,
            ClaimTo::NewTeam { id, name } => {
                storable(name)?;
                exec!(
                    &mut tx.conn,
                    "INSERT INTO team (id, organisation_id, name, name_folded, created_at) VALUES ($1, $2, $3, $4, $5)
                    ON CONFLICT (id) DO NOTHING",
                    id.uuid(),
                    self.organisation_id.uuid(),
                    name,
                    folded(name),
                    self.at
                )?;
                *id
            }
        };
        let found = value!(
            &mut tx.conn,
            r#"SELECT count(*) AS "n!: i64" FROM team
            WHERE id = $1 AND organisation_id = $2 AND archived_at IS NULL"#,
            id.uuid(),
            self.organisation_id.uuid()
        )?;
        Ok((found == Some(1)).then_some(id))
    }
}

impl Happened for ClaimRound {
    fn happened(outcome: &Claimed) -> bool {
        *outcome == Claimed::Claimed
    }
}
