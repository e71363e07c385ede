//! Accounts from the command line: who can reach the database needs no account to make one.

use domain::account::Email;
use domain::answer::one_line;
use domain::audit::Deed;
use domain::ids::OrganisationId;
use domain::links::OneTimeSecret;
use domain::rights::Right;
use store::{AddAccount, Added, Audited, EnsureOrganisation, MakeLink, Note, Purpose};

use crate::{App, Error, FieldError};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct NewUser {
    /// The address.
    pub email: String,
    /// The person's name; may be empty.
    pub name: String,
    /// What the account may do.
    pub right: Right,
    /// The organisation's name; may be empty where there is one only.
    pub organisation: String,
}

fn refuse(field: &str, message: String) -> Error {
    Error::Invalid(vec![FieldError { field: field.to_owned(), message }])
}

/// Makes an account and gives the link by which its person chooses a password. The first one makes its organisation too.
///
/// # Errors
/// [`Error::Invalid`] naming the argument.
pub async fn make_user(app: &App, new: &NewUser) -> Result<OneTimeSecret, Error> {
    let email = Email::parse(&new.email).map_err(|message| refuse("email", message))?;
    let name = one_line("name", &new.name).map_err(|fault| Error::Invalid(vec![fault]))?;
    let organisation_id = organisation(app, &new.organisation).await?;
    let at = app.now();
    let id = app.mint().account(at);
    let command = AddAccount { id, organisation_id, email, name, right: new.right, password_hash: None, at };
    let deed = Deed::AccountInvited;
    let (subject, detail) = (format!("account {id}"), format!("{} (from the shell)", new.right));
    let note = Note { organisation_id, actor: None, deed, subject, detail, at };
    if app.store.execute(Audited { command, note }).await? == Added::Taken {
        return Err(refuse("email", format!("{} has an account already; make a reset link instead.", new.email)));
    }
    let secret = app.mint().one_time_secret();
    let expires = at + app.policy().invitation;
    let (key, purpose) = (secret.key(), Purpose::Invitation);
    app.store.execute(MakeLink { key, purpose, account: Some(id), expires, at }).await?;
    Ok(secret)
}

/// The organisation of this name, made if there is none at all yet.
async fn organisation(app: &App, name: &str) -> Result<OrganisationId, Error> {
    let name = one_line("organisation", name).map_err(|fault| Error::Invalid(vec![fault]))?;
    let known = app.store.snapshot().await?.organisations().await?;
    match (known.as_slice(), name.as_str()) {
        ([], _) => {
            let at = app.now();
            let id = app.mint().organisation(at);
            let name = if name.is_empty() { "Our organisation".to_owned() } else { name };
            app.store.execute(EnsureOrganisation { id, name, at }).await?;
            Ok(id)
        }
        ([(id, _)], "") => Ok(*id),
        (several, "") => {
            let names: Vec<&str> = several.iter().map(|(_, name)| name.as_str()).collect();
            Err(refuse("organisation", format!("Say which organisation: {}.", names.join(", "))))
        }
        (known, wanted) => known.iter().find(|(_, name)| name == wanted).map(|(id, _)| *id).ok_or_else(|| {
            let names: Vec<&str> = known.iter().map(|(_, name)| name.as_str()).collect();
            refuse("organisation", format!("There is no organisation {wanted:?}; there is {}.", names.join(", ")))
        }),
    }
}

/// Makes a link by which an account chooses a new password; for one that was never taken up, a new invitation.
///
/// # Errors
/// [`Error::Invalid`] if there is no such account.
pub async fn reset_link(app: &App, email: &str) -> Result<(OneTimeSecret, Purpose), Error> {
    let email = Email::parse(email).map_err(|message| refuse("email", message))?;
    let account = app.store.snapshot().await?.account_by_email(&email).await?;
    let account = account.ok_or_else(|| refuse("email", format!("{email} has no account.")))?;
    let at = app.now();
    let secret = app.mint().one_time_secret();
    let (purpose, time) = if account.active {
        (Purpose::Reset, app.policy().reset)
    } else {
        (Purpose::Invitation, app.policy().invitation)
    };
    let command = MakeLink { key: secret.key(), purpose, account: Some(account.id), expires: at + time, at };
    let mut note = super::note(app, &account, Deed::ResetAsked, "from the shell".to_owned());
    note.actor = None;
    app.store.execute(Audited { command, note }).await?;
    Ok((secret, purpose))
}
