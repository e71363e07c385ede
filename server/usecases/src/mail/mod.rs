//! Mail: what it says, and who it is given to.
//!
//! A mail with a link is a job. The job's payload names the account and the kind of letter and holds no secret: the link is
//! made when the job runs, only its key is stored, and a letter that is sent twice has a link of its own each time, of
//! which the last works.

mod letter;
mod rounds;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use domain::ids::AccountId;
use store::{Account, MakeLink, Purpose};

use letter::Words;
pub use letter::{Letter, Mail};
pub(crate) use rounds::{deliver_link, deliver_reminder, reminder};

use crate::jobs::{Job, enqueue};
use crate::{App, Error};

/// Why a mail could not be handed over, without any secret.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{0}")]
pub struct NotSent(pub String);

/// What comes of handing a mail over.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>>;

/// Takes mails and sees that they arrive.
pub trait Post: Send + Sync {
    /// Hands a mail over; it is on its way when this returns.
    fn send<'a>(&'a self, mail: &'a Mail) -> Sending<'a>;
}

/// How this server sends mail.
#[derive(Clone)]
pub struct Office {
    /// Who takes the mails.
    pub post: Arc<dyn Post>,
    /// Where people reach the server, without a slash at its end: links begin with it.
    pub address: String,
}

/// Asks for a letter to an account; whether one is sent. Without mail, who made the link has to hand it on.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn ask(app: &App, account: AccountId, letter: Letter) -> Result<bool, Error> {
    if !app.sends_mail() {
        return Ok(false);
    }
    let job = Job::Mail { account, letter };
    // Every request is a letter of its own.
    let key = format!("{}/{}", job.kind(), app.mint().nonce());
    enqueue(app, job, key).await?;
    Ok(true)
}

/// Writes a letter and hands it over.
pub(crate) async fn deliver(app: &App, id: AccountId, letter: Letter) -> Result<(), Error> {
    let Some(office) = &app.office else { return Err(Error::Broken("no mail is set up".to_owned())) };
    let account = app.store.snapshot().await?.account_by_id(id).await?;
    let Some(account) = account.filter(|account| wanted(account, letter)) else { return Ok(()) };
    let link = link(app, &account, letter, &office.address).await?;
    let mail = letter.write(&account, link.as_deref());
    office.post.send(&mail).await.map_err(|NotSent(why)| Error::Broken(format!("mail: {why}")))
}

/// Whether the letter still makes sense: the account may have changed since it was asked for.
fn wanted(account: &Account, letter: Letter) -> bool {
    match letter {
        Letter::Invitation => !account.active && !account.disabled,
        Letter::Reset => account.active && !account.disabled,
        Letter::PasswordChanged => account.active,
    }
}

/// Makes the link that the letter brings.
async fn link(app: &App, account: &Account, letter: Letter, address: &str) -> Result<Option<String>, Error> {
    let at = app.now();
    let (purpose, time, path) = match letter {
        Letter::Invitation => (Purpose::Invitation, app.policy().invitation, "invitation"),
        Letter::Reset => (Purpose::Reset, app.policy().reset, "reset"),
        Letter::PasswordChanged => return Ok(None),
    };
    let secret = app.mint().one_time_secret();
    let command = MakeLink { key: secret.key(), purpose, account: Some(account.id), expires: at + time, at };
    app.store.execute(command).await?;
    Ok(Some(format!("{address}/{path}/{}", secret.token())))
}
