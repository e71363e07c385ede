//! What is to be loaded.

use domain::ids::{AccountId, OrganisationId, ResponseId, RoundId, TeamId, UnitId};
use domain::links::{JoinSecret, ResponseKey};
use domain::round::{Mode, RoundState};

use crate::accounts::AddAccount;
use crate::actions::AddAction;
use crate::audit::Note;
use crate::teams::{AddTeam, SetMembership};
use crate::worksheets::KeepWorksheet;

/// Things to load together. What one refers to is in the same value or in the database already. Times are
/// microseconds since 1970.
#[derive(Clone, Debug, Default)]
pub struct Bulk {
    /// Organisations.
    pub organisations: Vec<BulkOrganisation>,
    /// Units of the first level.
    pub units: Vec<BulkUnit>,
    /// Accounts.
    pub accounts: Vec<AddAccount>,
    /// Teams.
    pub teams: Vec<AddTeam>,
    /// Who belongs to which team; all of them are to belong.
    pub members: Vec<SetMembership>,
    /// Rounds.
    pub rounds: Vec<BulkRound>,
    /// Responses with their answers.
    pub responses: Vec<BulkResponse>,
    /// Actions of the teams' plans.
    pub actions: Vec<AddAction>,
    /// Worksheets of the rounds.
    pub worksheets: Vec<KeepWorksheet>,
    /// Entries of the logs, oldest first.
    pub notes: Vec<Note>,
}

/// An organisation.
#[derive(Clone, Debug)]
pub struct BulkOrganisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// When it was made.
    pub at: i64,
}

/// A unit of the first level.
#[derive(Clone, Debug)]
pub struct BulkUnit {
    /// Its id.
    pub id: UnitId,
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// Its name.
    pub name: String,
    /// When it was made.
    pub at: i64,
}

/// A round that an account has made, with its history: made, opened and closed, as far as it has come.
#[derive(Clone, Debug)]
pub struct BulkRound {
    /// Its id (version 7).
    pub id: RoundId,
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// A team of it.
    pub team_id: TeamId,
    /// The round's name.
    pub name: String,
    /// The model or service that is meant; may be empty.
    pub subject: String,
    /// Who may see whose answers.
    pub mode: Mode,
    /// Where it is in its life.
    pub state: RoundState,
    /// The instrument to answer.
    pub instrument_id: String,
    /// And its version.
    pub instrument_version: String,
    /// The link to share.
    pub join: JoinSecret,
    /// Who made, opened and closed it.
    pub made_by: AccountId,
    /// When it was made.
    pub created_at: i64,
    /// When it was or will be opened.
    pub opens_at: i64,
    /// When it was or will be closed.
    pub closes_at: i64,
}

/// A response.
#[derive(Clone, Debug)]
pub struct BulkResponse {
    /// Its id: random (version 4).
    pub id: ResponseId,
    /// Its round.
    pub round_id: RoundId,
    /// The key of a link of its own.
    pub key: ResponseKey,
    /// The respondent's name.
    pub label: String,
    /// Whose it is, in rounds that are not confidential.
    pub account_id: Option<AccountId>,
    /// The day on which it was begun.
    pub created_day: i64,
    /// The day on which it was handed in, if it was.
    pub submitted_day: Option<i64>,
    /// Its fields.
    pub answers: Vec<BulkAnswer>,
}

/// A field of a response.
#[derive(Clone, Debug)]
pub struct BulkAnswer {
    /// The field's name.
    pub field: String,
    /// What it holds.
    pub value: String,
    /// What it held before, if it was changed.
    pub before: Option<String>,
}
