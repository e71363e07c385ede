//! One's own data: what is kept, a copy of it, and leaving.

use domain::account::Email;
use domain::audit::Deed;
use domain::round::Mode;
use store::{
    Account, Audited, DeleteAccount, Deleted, Leaving, Note, NoteDown, OwnAction, OwnResponse, OwnTeam, OwnValue,
    Session,
};

use super::Caller;
use crate::{App, Error, FieldError};

/// What a response is called whose author has left.
const SOMEBODY: &str = "Somebody who left";

/// Everything that is kept about an account.
#[derive(Clone, Debug)]
pub struct OwnData {
    /// The account.
    pub account: Account,
    /// Its sessions, the one used last first.
    pub sessions: Vec<Session>,
    /// The teams that it belongs to.
    pub teams: Vec<OwnTeam>,
    /// The responses that are known to be its own.
    pub responses: Vec<OwnResponse>,
    /// Every value that they hold or held, by response and field, oldest first.
    pub values: Vec<OwnValue>,
    /// The actions of teams' plans that it owns, oldest first.
    pub actions: Vec<OwnAction>,
    /// Entries of the log that it made or that were made about it.
    pub log_entries: i64,
}

/// What becomes of one's own responses in named rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// They stay in their results, without the name.
    Keep,
    /// They are erased, with their history.
    Erase,
}

/// What there is to know before leaving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goodbye {
    /// Own responses in named rounds.
    pub responses: usize,
    /// Actions of teams' plans that will have no owner then.
    pub actions: usize,
    /// Whether nobody else could run the organisation.
    pub last_owner: bool,
}

impl OwnData {
    /// Fields that hold something now, comments and the like included.
    #[must_use]
    pub fn filled(&self) -> usize {
        let mut filled = 0;
        let mut values = self.values.iter().peekable();
        while let Some(value) = values.next() {
            let last =
                values.peek().is_none_or(|next| (next.response_id, &next.field) != (value.response_id, &value.field));
            filled += usize::from(last && !value.value.is_empty());
        }
        filled
    }
}

impl Caller {
    /// Everything that is kept about the account.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn own_data(&self, app: &App) -> Result<OwnData, Error> {
        let account = self.account().clone();
        let mut snapshot = app.store.snapshot().await?;
        Ok(OwnData {
            sessions: snapshot.sessions_of(account.id).await?,
            teams: snapshot.own_teams(account.id).await?,
            responses: snapshot.own_responses(account.id).await?,
            values: snapshot.own_values(account.id).await?,
            actions: snapshot.own_actions(account.id).await?,
            log_entries: snapshot.audit_count_of(account.organisation_id, account.id).await?,
            account,
        })
    }

    /// The same to take away: the log says that it was taken.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn take_data(&self, app: &App) -> Result<OwnData, Error> {
        let data = self.own_data(app).await?;
        app.store.execute(NoteDown(self.own_note(app, Deed::DataExported, ""))).await?;
        Ok(data)
    }

    /// What there is to know before leaving.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn goodbye(&self, app: &App) -> Result<Goodbye, Error> {
        let mut snapshot = app.store.snapshot().await?;
        let responses = snapshot.own_responses(self.account().id).await?;
        let named = responses.iter().filter(|response| response.mode == Mode::Named.word()).count();
        let actions = snapshot.own_actions(self.account().id).await?.len();
        Ok(Goodbye { responses: named, actions, last_owner: snapshot.only_owner_is(self.account().id).await? })
    }

    /// Deletes the account. Every session of it ends. `email` is what was typed to confirm it.
    ///
    /// # Errors
    /// [`Error::Invalid`] if the address is not the account's, or if nobody else could run the organisation.
    pub async fn leave(&self, app: &App, email: &str, answers: Answers) -> Result<(), Error> {
        let same = Email::parse(&self.account().email).ok().map(|email| email.folded());
        if Email::parse(email).ok().map(|email| email.folded()) != same {
            return Err(invalid("Type the address of this account to confirm."));
        }
        let (answers, detail) = match answers {
            Answers::Keep => (Leaving::Keep { label: SOMEBODY.to_owned() }, "own answers kept without the name"),
            Answers::Erase => (Leaving::Erase, "own answers erased"),
        };
        let command = DeleteAccount { account_id: self.account().id, organisation_id: self.organisation(), answers };
        let note = self.own_note(app, Deed::AccountDeleted, detail);
        match app.store.execute(Audited { command, note }).await? {
            Deleted::Deleted | Deleted::Unknown => Ok(()),
            Deleted::LastOwner => {
                Err(invalid("You are the only owner who can sign in. Make somebody else an owner first."))
            }
        }
    }

    fn own_note(&self, app: &App, deed: Deed, detail: &str) -> Note {
        let id = self.account().id;
        Note {
            organisation_id: self.organisation(),
            actor: Some(id),
            deed,
            subject: format!("account {id}"),
            detail: detail.to_owned(),
            at: app.now(),
        }
    }
}

fn invalid(message: &str) -> Error {
    Error::Invalid(vec![FieldError { field: "email".to_owned(), message: message.to_owned() }])
}
