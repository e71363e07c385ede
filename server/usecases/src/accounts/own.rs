//! One's own account: sessions and password.

use domain::answer::one_line;
use domain::audit::Deed;
use domain::ids::SessionId;
use domain::links::SessionSecret;
use store::{Audited, ChangePassword, EndSession, EndSessions, RenameAccount, Session, Which};

use super::client::Client;
use super::sign_in::starting;
use super::{Caller, note};
use crate::limits::Limit;
use crate::mail::{self, Letter};
use crate::passwords::{self, Verdict};
use crate::{App, Error, FieldError};

impl Caller {
    /// The sessions of this account, the one used last first.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn sessions(&self, app: &App) -> Result<Vec<Session>, Error> {
        Ok(app.store.snapshot().await?.sessions_of(self.account().id).await?)
    }

    /// Ends one session; `id` as it stands in the form.
    ///
    /// # Errors
    /// [`Error::NotFound`] for what is none of this account.
    pub async fn end_session(&self, app: &App, id: &str) -> Result<(), Error> {
        let id: SessionId = id.parse().map_err(|_| Error::NotFound)?;
        let command = EndSessions { account_id: self.account().id, which: Which::One(id) };
        let note = note(app, self.account(), Deed::SessionEnded, "from the list".to_owned());
        if app.store.execute(Audited { command, note }).await? == 0 { Err(Error::NotFound) } else { Ok(()) }
    }

    /// Ends every session but this one; how many there were.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn end_other_sessions(&self, app: &App) -> Result<u64, Error> {
        let command = EndSessions { account_id: self.account().id, which: Which::AllBut(self.session_key()) };
        let note = note(app, self.account(), Deed::SessionEnded, "all others".to_owned());
        Ok(app.store.execute(Audited { command, note }).await?)
    }

    /// Ends this session.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn sign_out(&self, app: &App) -> Result<(), Error> {
        let note = note(app, self.account(), Deed::SessionEnded, "signed out".to_owned());
        app.store.execute(Audited { command: EndSession { key: self.session_key() }, note }).await?;
        Ok(())
    }

    /// Changes how the person is called.
    ///
    /// # Errors
    /// [`Error::Invalid`].
    pub async fn rename(&self, app: &App, name: &str) -> Result<(), Error> {
        let name = one_line("name", name).map_err(|fault| Error::Invalid(vec![fault]))?;
        let note = note(app, self.account(), Deed::AccountChanged, "name".to_owned());
        app.store.execute(Audited { command: RenameAccount { account_id: self.account().id, name }, note }).await?;
        Ok(())
    }

    /// Whether this is the account's password. Guessing it from an open session is limited like signing in.
    ///
    /// # Errors
    /// [`Error::Invalid`] with a message at `field` if it is not; [`Error::TooOften`].
    pub(super) async fn prove(&self, app: &App, field: &str, password: &str) -> Result<(), Error> {
        app.take(Limit::SignInByAccount, &format!("prove {}", self.account().id))?;
        let factor = app.store.snapshot().await?.factor(self.account().id).await?;
        let hash = factor.and_then(|factor| factor.password_hash);
        match passwords::verify(app, password, hash).await? {
            Verdict::Right { .. } => Ok(()),
            Verdict::Wrong => {
                let message = "This is not your present password.".to_owned();
                Err(Error::Invalid(vec![FieldError { field: field.to_owned(), message }]))
            }
        }
    }

    /// Changes the password; every session ends, and this browser goes on with a new one, whose secret it gives.
    ///
    /// # Errors
    /// [`Error::Invalid`] with messages at `old` or `password`; [`Error::TooOften`].
    pub async fn change_password(
        &self,
        app: &App,
        client: &Client,
        old: &str,
        new: &str,
    ) -> Result<SessionSecret, Error> {
        let account = self.account();
        let known = [account.name.as_str(), &account.email, &account.organisation_name];
        let new = passwords::check("password", new, &known).map_err(|fault| Error::Invalid(vec![fault]))?;
        self.prove(app, "old", old).await?;
        let password_hash = passwords::hash(app, &new).await?;
        let secret = app.mint().session_secret();
        app.store.execute(starting(app, client, account, &secret)).await?;
        let command = ChangePassword { account_id: account.id, password_hash, keep: secret.key() };
        let note = note(app, account, Deed::PasswordChanged, String::new());
        app.store.execute(Audited { command, note }).await?;
        mail::ask(app, account.id, Letter::PasswordChanged).await?;
        Ok(secret)
    }
}
