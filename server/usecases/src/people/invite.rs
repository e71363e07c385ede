//! Inviting people, and making their links again.

use domain::account::Email;
use domain::answer::one_line;
use domain::audit::Deed;
use domain::ids::{AccountId, TeamId};
use domain::links::OneTimeSecret;
use domain::rights::Right;
use store::{AddAccount, Added, Audited, InvitePerson, MakeLink, Purpose};

use super::Somebody;
use crate::accounts::{Caller, Owner};
use crate::lists::refused;
use crate::mail::{self, Letter};
use crate::{App, Error, FieldError};

/// Somebody to invite.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Address.
    pub email: String,
    /// Name; may be empty.
    pub name: String,
    /// What they may do.
    pub right: Right,
    /// Their teams.
    pub teams: Vec<TeamId>,
}

/// A link that works once, to be shown once: its secret is kept nowhere.
#[derive(Clone, Debug)]
pub struct Link {
    /// What it is for.
    pub purpose: Purpose,
    /// What the address ends with.
    pub secret: OneTimeSecret,
    /// Until when it works, in microseconds since 1970.
    pub expires: i64,
}

/// Somebody who was invited just now.
#[derive(Clone, Debug)]
pub struct Invited {
    /// The account.
    pub account: AccountId,
    /// Its address.
    pub email: String,
    /// The link, which is to be handed on where no mail was sent.
    pub link: Link,
    /// Whether a mail with a link of its own is on its way; the one here then works no more.
    pub mailed: bool,
}

/// The one place where links for people are mailed, if this server sends mail.
async fn mailed(app: &App, account: AccountId, purpose: Purpose) -> Result<bool, Error> {
    let letter = match purpose {
        Purpose::Reset => Letter::Reset,
        Purpose::Invitation | Purpose::Setup => Letter::Invitation,
    };
    mail::ask(app, account, letter).await
}

/// Invites somebody into the organisation.
///
/// # Errors
/// [`Error::Invalid`] for what cannot be taken; [`Error::Unavailable`].
pub async fn add(app: &App, owner: &Owner, new: &NewPerson) -> Result<Invited, Error> {
    invite(app, owner, new).await
}

/// Invites somebody. Whoever calls this has made sure that the caller may.
pub(crate) async fn invite(app: &App, caller: &Caller, new: &NewPerson) -> Result<Invited, Error> {
    let email = Email::parse(&new.email).map_err(|message| FieldError { field: "email".to_owned(), message });
    let name = one_line("name", &new.name);
    let (email, name) = match (email, name) {
        (Ok(email), Ok(name)) => (email, name),
        (email, name) => return Err(Error::Invalid([email.err(), name.err()].into_iter().flatten().collect())),
    };
    let (at, mint) = (app.now(), app.mint());
    let (id, organisation_id) = (mint.account(at), caller.organisation());
    let link =
        Link { purpose: Purpose::Invitation, secret: mint.one_time_secret(), expires: at + app.policy().invitation };
    let account =
        AddAccount { id, organisation_id, email: email.clone(), name, right: new.right, password_hash: None, at };
    let command = InvitePerson { account, link: link.making(id, at), teams: new.teams.clone() };
    let note = caller.note(app, Deed::AccountInvited, format!("account {id}"), format!("{email}, {}", new.right));
    match app.store.execute(Audited { command, note }).await? {
        Added::Added => {}
        Added::Taken => return Err(refused("email", "Somebody has this address already.")),
    }
    let mailed = mailed(app, id, Purpose::Invitation).await?;
    Ok(Invited { account: id, email: email.as_str().to_owned(), link, mailed })
}

impl Link {
    fn making(&self, account: AccountId, at: i64) -> MakeLink {
        let Self { purpose, secret, expires } = self;
        MakeLink { key: secret.key(), purpose: *purpose, account: Some(account), expires: *expires, at }
    }
}

impl Somebody {
    /// Makes a link anew: to take the invitation up or, for who did, to choose a new password. The one before ends.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an account that is switched off; [`Error::Unavailable`].
    pub async fn make_link(&self, app: &App) -> Result<Invited, Error> {
        if self.account.disabled {
            return Err(Error::NotFound);
        }
        let (at, id) = (app.now(), self.account.id);
        let (purpose, lasts, deed) = if self.account.active {
            (Purpose::Reset, app.policy().reset, Deed::ResetAsked)
        } else {
            (Purpose::Invitation, app.policy().invitation, Deed::AccountInvited)
        };
        let link = Link { purpose, secret: app.mint().one_time_secret(), expires: at + lasts };
        let note = self.owner.note(app, deed, format!("account {id}"), self.account.email.clone());
        app.store.execute(Audited { command: link.making(id, at), note }).await?;
        let mailed = mailed(app, id, purpose).await?;
        Ok(Invited { account: id, email: self.account.email.clone(), link, mailed })
    }
}
