//! The first run: the link that makes the first organisation and its owner.

use domain::account::Email;
use domain::answer::one_line;
use domain::audit::Deed;
use domain::links::{OneTimeSecret, SessionSecret};
use domain::rights::Right;
use store::{AddAccount, Audited, ByLink, MakeLink, Note, Purpose, SetUp};

use super::client::Client;
use super::sign_in::starting;
use crate::{App, Error, FieldError, passwords};

/// What is filled in.
#[derive(Clone, Debug, Default)]
pub struct NewOrganisation {
    /// The organisation's name.
    pub organisation: String,
    /// The owner's name; may be empty.
    pub name: String,
    /// The owner's address.
    pub email: String,
    /// The owner's password.
    pub password: String,
}

/// How far the first run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetupState {
    /// Nobody can sign in yet.
    Waiting,
    /// Somebody can.
    Done,
}

/// Whether anybody can sign in.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn setup_state(app: &App) -> Result<SetupState, Error> {
    let done = app.store.snapshot().await?.has_accounts().await?;
    Ok(if done { SetupState::Done } else { SetupState::Waiting })
}

/// Makes the set-up link, if nobody can sign in yet. An earlier one ends.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn setup_link(app: &App) -> Result<Option<OneTimeSecret>, Error> {
    if setup_state(app).await? == SetupState::Done {
        return Ok(None);
    }
    let secret = app.mint().one_time_secret();
    let at = app.now();
    let expires = at + app.policy().setup;
    app.store.execute(MakeLink { key: secret.key(), purpose: Purpose::Setup, account: None, expires, at }).await?;
    Ok(Some(secret))
}

/// Whether a set-up link still works.
///
/// # Errors
/// [`Error::NotFound`] if not.
pub(super) async fn open(app: &App, token: &str) -> Result<OneTimeSecret, Error> {
    let secret = OneTimeSecret::parse(token).ok_or(Error::NotFound)?;
    let link = app.store.snapshot().await?.one_time_link(&secret.key(), app.now()).await?;
    link.filter(|link| link.purpose == Purpose::Setup).map(|_| secret).ok_or(Error::NotFound)
}

/// Looks whether the set-up link of this token still works.
///
/// # Errors
/// [`Error::NotFound`] if not.
pub async fn look(app: &App, token: &str) -> Result<(), Error> {
    open(app, token).await.map(drop)
}

/// Makes the first organisation and its owner, and signs the owner in.
///
/// # Errors
/// [`Error::Invalid`] with messages at the fields; [`Error::NotFound`] if the link works no more.
pub async fn set_up(app: &App, client: &Client, token: &str, new: &NewOrganisation) -> Result<SessionSecret, Error> {
    let link = open(app, token).await?;
    let refuse = |field: &str, message: String| FieldError { field: field.to_owned(), message };
    let organisation = one_line("organisation", &new.organisation).and_then(|name| {
        if name.is_empty() { Err(refuse("organisation", "Give the organisation a name.".to_owned())) } else { Ok(name) }
    });
    let name = one_line("name", &new.name);
    let email = Email::parse(&new.email).map_err(|message| refuse("email", message));
    let password = passwords::check("password", &new.password, &[&new.name, &new.email, &new.organisation]);
    let (organisation, name, email, password) = match (organisation, name, email, password) {
        (Ok(organisation), Ok(name), Ok(email), Ok(password)) => (organisation, name, email, password),
        (organisation, name, email, password) => {
            let faults = [organisation.err(), name.err(), email.err(), password.err()];
            return Err(Error::Invalid(faults.into_iter().flatten().collect()));
        }
    };
    let at = app.now();
    let organisation_id = app.mint().organisation(at);
    let owner = AddAccount {
        id: app.mint().account(at),
        organisation_id,
        email,
        name,
        right: Right::Owner,
        password_hash: Some(passwords::hash(app, &password).await?),
        at,
    };
    let note = Note {
        organisation_id,
        actor: Some(owner.id),
        deed: Deed::OrganisationMade,
        subject: format!("organisation {organisation_id}"),
        detail: String::new(),
        at,
    };
    let id = owner.id;
    let command = SetUp { key: link.key(), organisation_id, organisation, owner };
    match app.store.execute(Audited { command, note }).await? {
        ByLink::Done(_) => {}
        ByLink::NoLink => return Err(Error::NotFound),
        ByLink::Taken => {
            let message = "This address has an account that waits for its invitation to be taken up. Use another one.";
            return Err(Error::Invalid(vec![refuse("email", message.to_owned())]));
        }
    }
    super::links::signed_in(app, client, organisation_id, id).await
}

/// Starts the session of an account that has just chosen its password.
pub(super) async fn begin(app: &App, client: &Client, account: &store::Account) -> Result<SessionSecret, Error> {
    let secret = app.mint().session_secret();
    let note = super::note(app, account, Deed::SignedIn, client.network());
    app.store.execute(Audited { command: starting(app, client, account, &secret), note }).await?;
    Ok(secret)
}
