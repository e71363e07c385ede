//! Links that work once: taking an invitation up, and choosing a new password.

use domain::account::Email;
use domain::answer::one_line;
use domain::audit::Deed;
use domain::ids::{AccountId, OrganisationId};
use domain::links::{OneTimeSecret, SessionSecret};
use store::{Account, Audited, ByLink, NoteDown, Purpose, ResetPassword, TakeUp};

use super::client::Client;
use super::note;
use crate::limits::Limit;
use crate::mail::{self, Letter};
use crate::{App, Error, passwords};

/// A link that still works, and whose it is.
#[derive(Clone, Debug)]
pub struct Lead {
    /// The account that it leads to.
    pub account: Account,
    secret: OneTimeSecret,
}

async fn open(app: &App, token: &str, purpose: Purpose) -> Result<Lead, Error> {
    let secret = OneTimeSecret::parse(token).ok_or(Error::NotFound)?;
    let mut snapshot = app.store.snapshot().await?;
    let link = snapshot.one_time_link(&secret.key(), app.now()).await?.filter(|link| link.purpose == purpose);
    let id = link.and_then(|link| link.account).ok_or(Error::NotFound)?;
    let account = snapshot.account_by_id(id).await?.filter(|account| !account.disabled).ok_or(Error::NotFound)?;
    Ok(Lead { account, secret })
}

/// Looks an invitation up by the token of its link.
///
/// # Errors
/// [`Error::NotFound`] if it is unknown, used or too old.
pub async fn invitation(app: &App, token: &str) -> Result<Lead, Error> {
    open(app, token, Purpose::Invitation).await
}

/// Looks a link for a new password up by its token.
///
/// # Errors
/// [`Error::NotFound`] if it is unknown, used or too old.
pub async fn reset(app: &App, token: &str) -> Result<Lead, Error> {
    open(app, token, Purpose::Reset).await
}

/// What is filled in to take an invitation up.
#[derive(Clone, Debug, Default)]
pub struct NewPassword {
    /// The person's name; may be empty.
    pub name: String,
    /// The chosen password.
    pub password: String,
}

/// Takes an invitation up, and signs the person in.
///
/// # Errors
/// [`Error::Invalid`] with messages at the fields; [`Error::NotFound`] if the link was used meanwhile.
pub async fn take_up(app: &App, client: &Client, lead: &Lead, new: &NewPassword) -> Result<SessionSecret, Error> {
    let name = one_line("name", &new.name);
    let known = [new.name.as_str(), &lead.account.email, &lead.account.organisation_name];
    let password = passwords::check("password", &new.password, &known);
    let (name, password) = match (name, password) {
        (Ok(name), Ok(password)) => (name, password),
        (name, password) => return Err(Error::Invalid([name.err(), password.err()].into_iter().flatten().collect())),
    };
    let password_hash = passwords::hash(app, &password).await?;
    let command = TakeUp { key: lead.secret.key(), name, password_hash, at: app.now() };
    let note = note(app, &lead.account, Deed::AccountMade, String::new());
    match app.store.execute(Audited { command, note }).await? {
        ByLink::Done(id) => signed_in(app, client, lead.account.organisation_id, id).await,
        ByLink::NoLink | ByLink::Taken => Err(Error::NotFound),
    }
}

pub(super) async fn signed_in(
    app: &App,
    client: &Client,
    organisation: OrganisationId,
    id: AccountId,
) -> Result<SessionSecret, Error> {
    let account = app.store.snapshot().await?.account(organisation, id).await?.ok_or(Error::NotFound)?;
    super::setup::begin(app, client, &account).await
}

impl Lead {
    /// Chooses a new password. Every session of the account ends; it signs in again, with its second factor if it has
    /// one.
    ///
    /// # Errors
    /// [`Error::Invalid`] with a message at the field; [`Error::NotFound`] if the link was used meanwhile.
    pub async fn choose(&self, app: &App, password: &str) -> Result<(), Error> {
        let known = [self.account.name.as_str(), &self.account.email, &self.account.organisation_name];
        let password = passwords::check("password", password, &known).map_err(|fault| Error::Invalid(vec![fault]))?;
        let password_hash = passwords::hash(app, &password).await?;
        let command = ResetPassword { key: self.secret.key(), password_hash, at: app.now() };
        let note = note(app, &self.account, Deed::PasswordChanged, String::new());
        match app.store.execute(Audited { command, note }).await? {
            ByLink::Done(id) => mail::ask(app, id, Letter::PasswordChanged).await.map(drop),
            ByLink::NoLink | ByLink::Taken => Err(Error::NotFound),
        }
    }
}

/// Asks for a link to choose a new password, sent by mail. Nobody is told whether there is such an account: the mail is
/// a job, so the time does not tell either.
///
/// # Errors
/// [`Error::TooOften`]; [`Error::Invalid`] for what is no address; [`Error::Unavailable`].
pub async fn ask_for_reset(app: &App, client: &Client, email: &str) -> Result<(), Error> {
    client.may(app, Limit::SignInByAddress)?;
    let email = Email::parse(email)
        .map_err(|message| Error::Invalid(vec![crate::FieldError { field: "email".to_owned(), message }]))?;
    app.take(Limit::SignInByAccount, &format!("reset {}", email.folded()))?;
    let account = app.store.snapshot().await?.account_by_email(&email).await?;
    if let Some(account) = account.filter(|account| account.active && !account.disabled) {
        app.store.execute(NoteDown(note(app, &account, Deed::ResetAsked, client.network()))).await?;
        mail::ask(app, account.id, Letter::Reset).await?;
    }
    Ok(())
}
