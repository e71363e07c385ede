//! Writing to the log, in the transaction of what is logged.

use domain::audit::{Deed, Entry, FIRST};
use domain::ids::{AccountId, OrganisationId};

use crate::conn::Tx;
use crate::error::{StoreError, one, storable};
use crate::execute::Command;
use crate::sql::{exec, rows};

/// What is to be logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Whose log.
    pub organisation_id: OrganisationId,
    /// Who did it; `None` for the program itself.
    pub actor: Option<AccountId>,
    /// What was done.
    pub deed: Deed,
    /// What it was done to: a kind and an id, such as `team 0193...`; may be empty.
    pub subject: String,
    /// What else has to be known; never the text of an answer.
    pub detail: String,
    /// When, in microseconds since 1970.
    pub at: i64,
}

/// A command whose outcome says whether there is something to log.
pub trait Happened: Command {
    /// Whether the command did something.
    fn happened(outcome: &Self::Outcome) -> bool;
}

/// A command together with the entry that says it was done: both or neither.
#[derive(Clone, Debug)]
pub struct Audited<C> {
    /// What is done.
    pub command: C,
    /// What the log says if it happened.
    pub note: Note,
}

impl<C: Happened> Command for Audited<C> {
    type Outcome = C::Outcome;

    async fn run(&self, tx: &mut Tx) -> Result<C::Outcome, StoreError> {
        let outcome = self.command.run(tx).await?;
        if C::happened(&outcome) {
            tx.note(&self.note).await?;
        }
        Ok(outcome)
    }
}

/// Logs something that changed nothing else, such as a sign-in that failed.
#[derive(Clone, Debug)]
pub struct NoteDown(pub Note);

impl Command for NoteDown {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        tx.note(&self.0).await
    }
}

struct Last {
    number: i64,
    hash: String,
}

impl Tx {
    /// Appends an entry. The last lock that a transaction takes.
    pub(crate) async fn note(&mut self, note: &Note) -> Result<(), StoreError> {
        storable(&note.subject)?;
        storable(&note.detail)?;
        self.lock_log(note.organisation_id).await?;
        let last = rows!(
            &mut self.conn,
            Last,
            "SELECT number, hash FROM audit_entry WHERE organisation_id = $1 ORDER BY number DESC LIMIT 1",
            note.organisation_id.uuid()
        )?;
        let (number, previous) = last.into_iter().next().map_or((0, FIRST.to_owned()), |last| (last.number, last.hash));
        let entry = Entry {
            number: number + 1,
            at: note.at,
            actor: note.actor,
            deed: note.deed.into(),
            subject: note.subject.clone(),
            detail: note.detail.clone(),
        };
        one(exec!(
            &mut self.conn,
            "INSERT INTO audit_entry (organisation_id, number, at, actor, action, subject, detail, previous_hash, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            note.organisation_id.uuid(),
            entry.number,
            entry.at,
            entry.actor.map(AccountId::uuid),
            entry.deed.word(),
            entry.subject,
            entry.detail,
            previous,
            entry.hash(note.organisation_id, &previous)
        )?)
    }
}
