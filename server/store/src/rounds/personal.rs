//! Personal links: made for people without an account, replaced or withdrawn while nobody has used them.

use domain::ids::{InvitationId, RoundId};
use domain::links::InvitationKey;
use domain::round::RoundState;
use uuid::Uuid;

use crate::audit::Happened;
use crate::conn::{Snapshot, Tx};
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::lock::Use;
use crate::sql::{exec, rows, value};

/// Most people that a round invites by personal links.
pub const MOST_INVITATIONS: i64 = 1_000;

/// Somebody who was invited by a personal link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its id: the same whatever becomes of the link.
    pub id: InvitationId,
    /// The name; may be empty if there is an address.
    pub name: String,
    /// The address; may be empty if there is a name.
    pub email: String,
    /// Whether its link was used.
    pub used: bool,
}

struct Row {
    id: Uuid,
    round_id: Uuid,
    name: String,
    email: String,
    used: bool,
}

impl From<Row> for Invitation {
    fn from(Row { id, round_id: _, name, email, used }: Row) -> Self {
        Self { id: InvitationId::new(id), name, email, used }
    }
}

/// One of the people of [`InvitePeople`].
#[derive(Clone, Debug)]
pub struct NewInvitation {
    /// The invitation's id: random (version 4).
    pub id: InvitationId,
    /// From the person's link.
    pub key: InvitationKey,
    /// The name; may be empty if there is an address.
    pub name: String,
    /// The address; may be empty if there is a name.
    pub email: String,
}

/// Makes personal invitations. Those that are there already, by their ids, stay as they are.
#[derive(Clone, Debug)]
pub struct InvitePeople {
    /// The round.
    pub round_id: RoundId,
    /// Whom.
    pub people: Vec<NewInvitation>,
    /// Today, in microseconds since 1970.
    pub day: i64,
}

/// What became of an [`InvitePeople`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inviting {
    /// All are invited; so many of them now.
    Invited(u64),
    /// The round takes no answers. Nobody was invited.
    NotOpen,
    /// The round has [`MOST_INVITATIONS`] or would have more. Nobody was invited.
    TooMany,
    /// These were invited before, by another id: names or addresses. Nobody was invited.
    Known(Vec<String>),
}

impl Command for InvitePeople {
    type Outcome = Inviting;

    async fn run(&self, tx: &mut Tx) -> Result<Inviting, StoreError> {
        for NewInvitation { name, email, .. } in &self.people {
            storable(name)?;
            storable(email)?;
        }
        tx.lock_round(self.round_id, Use::Alone).await?;
        if !tx.takes_answers(self.round_id).await? {
            return Ok(Inviting::NotOpen);
        }
        let there = tx.invitations_of_round(self.round_id).await?;
        let new: Vec<_> = self.people.iter().filter(|new| there.iter().all(|old| old.id != new.id)).collect();
        let same = |new: &NewInvitation| there.iter().any(|old| old.name == new.name && old.email == new.email);
        let known: Vec<_> = new.iter().filter(|new| same(new)).map(|new| called(&new.name, &new.email)).collect();
        if !known.is_empty() {
            return Ok(Inviting::Known(known));
        }
        let most = usize::try_from(MOST_INVITATIONS).unwrap_or(usize::MAX);
        if there.len() + new.len() > most {
            return Ok(Inviting::TooMany);
        }
        let mut made = 0;
        for NewInvitation { id, key, name, email } in new {
            made += exec!(
                &mut tx.conn,
                "INSERT INTO invitation (key, round_id, created_day, name, email, used, id)
                VALUES ($1, $2, $3, $4, $5, FALSE, $6) ON CONFLICT DO NOTHING",
                key.as_str(),
                self.round_id.uuid(),
                self.day,
                name,
                email,
                id.uuid()
            )?;
        }
        Ok(Inviting::Invited(made))
    }
}

fn called(name: &str, email: &str) -> String {
    domain::invitees::called(name, email)
}

impl Happened for InvitePeople {
    fn happened(outcome: &Inviting) -> bool {
        matches!(outcome, Inviting::Invited(1..))
    }
}

/// Gives an invitation that nobody has used another link; the one before leads nowhere from then on.
#[derive(Clone, Debug)]
pub struct ReplaceInvitation {
    /// The round.
    pub round_id: RoundId,
    /// Its invitation.
    pub id: InvitationId,
    /// From the new link.
    pub key: InvitationKey,
}

impl Command for ReplaceInvitation {
    /// Whether the new link works: not if the round takes no answers, or the invitation was used or is gone.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        tx.lock_round(self.round_id, Use::Alone).await?;
        if !tx.takes_answers(self.round_id).await? {
            return Ok(false);
        }
        let replaced = exec!(
            &mut tx.conn,
            "UPDATE invitation SET key = $3 WHERE id = $1 AND round_id = $2 AND used = FALSE",
            self.id.uuid(),
            self.round_id.uuid(),
            self.key.as_str()
        )?;
        Ok(replaced == 1)
    }
}

impl Happened for ReplaceInvitation {
    fn happened(replaced: &bool) -> bool {
        *replaced
    }
}

/// Takes an invitation back that nobody has used.
#[derive(Clone, Debug)]
pub struct WithdrawInvitation {
    /// The round.
    pub round_id: RoundId,
    /// Its invitation.
    pub id: InvitationId,
}

impl Command for WithdrawInvitation {
    /// Whether it is gone now: not if the round takes no answers, or the invitation was used or was gone before.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        tx.lock_round(self.round_id, Use::Alone).await?;
        if !tx.takes_answers(self.round_id).await? {
            return Ok(false);
        }
        let withdrawn = exec!(
            &mut tx.conn,
            "DELETE FROM invitation WHERE id = $1 AND round_id = $2 AND used = FALSE",
            self.id.uuid(),
            self.round_id.uuid()
        )?;
        Ok(withdrawn == 1)
    }
}

impl Happened for WithdrawInvitation {
    fn happened(withdrawn: &bool) -> bool {
        *withdrawn
    }
}

impl Snapshot {
    /// Whether a round takes answers; not if there is none.
    pub(super) async fn takes_answers(&mut self, round: RoundId) -> Result<bool, StoreError> {
        let state = value!(&mut self.conn, "SELECT state FROM round WHERE id = $1", round.uuid())?;
        Ok(state.as_deref() == Some(RoundState::Open.word()))
    }

    /// Those whom a round invites by personal links, by name.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn invitations_of_round(&mut self, round: RoundId) -> Result<Vec<Invitation>, StoreError> {
        let found = rows!(
            &mut self.conn,
            Row,
            r#"SELECT id AS "id!: _", round_id AS "round_id: _", name, email, used AS "used: _"
            FROM invitation WHERE round_id = $1 AND id IS NOT NULL ORDER BY name, email, id"#,
            round.uuid()
        )?;
        Ok(found.into_iter().map(Invitation::from).collect())
    }

    /// The personal invitation of a link, and its round's id.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn invitation_by_key(
        &mut self,
        key: &InvitationKey,
    ) -> Result<Option<(Invitation, RoundId)>, StoreError> {
        let found = rows!(
            &mut self.conn,
            Row,
            r#"SELECT id AS "id!: _", round_id AS "round_id: _", name, email, used AS "used: _"
            FROM invitation WHERE key = $1 AND id IS NOT NULL"#,
            key.as_str()
        )?;
        Ok(found.into_iter().next().map(|row| {
            let round = RoundId::new(row.round_id);
            (row.into(), round)
        }))
    }
}
