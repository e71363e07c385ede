//! Signing in: by password, and by a code where there is a second factor.

use domain::account::Email;
use domain::audit::Deed;
use domain::links::{RecoverySecret, SessionSecret};
use store::{Account, Audited, AwaitCode, EndSession, NoteDown, Rehash, StartSession, UseRecovery, UseStep};
use tokio::time::{Instant, sleep_until};

use super::client::Client;
use super::note;
use super::totp::step_of;
use crate::limits::Limit;
use crate::passwords::{self, Verdict};
use crate::{App, Error};

/// How long a code may take to come after the password, in microseconds.
const CODE_TIME: i64 = 10 * 60_000_000;

/// What came of an attempt.
#[derive(Clone, Debug)]
pub enum SignIn {
    /// Signed in; the cookie's new secret.
    In(SessionSecret),
    /// The password was right, and a code is needed; the cookie's secret until then.
    NeedsCode(SessionSecret),
    /// Address, password or code are wrong: which, nobody is told.
    Refused,
}

/// Signs in by address and password. Known and unknown addresses, accounts that are off or not taken up, take the same
/// way, the same work and the same time.
///
/// # Errors
/// [`Error::TooOften`] by address or account; [`Error::Unavailable`].
pub async fn sign_in(app: &App, client: &Client, email: &str, password: &str) -> Result<SignIn, Error> {
    let began = Instant::now();
    let found = attempt(app, client, email, password).await;
    if matches!(found, Ok(SignIn::Refused)) {
        sleep_until(began + app.policy().refusal).await;
    }
    found
}

async fn attempt(app: &App, client: &Client, email: &str, password: &str) -> Result<SignIn, Error> {
    client.may(app, Limit::SignInByAddress)?;
    let email = Email::parse(email).ok();
    if let Some(email) = &email {
        app.take(Limit::SignInByAccount, &email.folded())?;
    }
    let (account, hash) = known(app, email.as_ref()).await?;
    let verdict = passwords::verify(app, password, hash.clone()).await?;
    let Some(account) = account else { return Ok(SignIn::Refused) };
    let Verdict::Right { weak } = verdict else {
        let refused = note(app, &account, Deed::SignInFailed, client.network());
        app.store.execute(NoteDown(refused)).await?;
        return Ok(SignIn::Refused);
    };
    if let Some(old) = hash.filter(|_| weak)
        && let Ok(password) = domain::account::Password::parse(password)
    {
        // Another time, if there is no room for it now.
        if let Ok(new) = passwords::hash(app, &password).await {
            let old = store::PasswordHash(old);
            app.store.execute(Rehash { account_id: account.id, old, new }).await?;
        }
    }
    let secret = app.mint().session_secret();
    let start = starting(app, client, &account, &secret);
    if account.second_factor {
        app.store.execute(AwaitCode(start)).await?;
        return Ok(SignIn::NeedsCode(secret));
    }
    let note = note(app, &account, Deed::SignedIn, client.network());
    app.store.execute(Audited { command: start, note }).await?;
    Ok(SignIn::In(secret))
}

/// The account that may sign in under an address, and its hash; for all others, neither.
async fn known(app: &App, email: Option<&Email>) -> Result<(Option<Account>, Option<String>), Error> {
    let Some(email) = email else { return Ok((None, None)) };
    let mut snapshot = app.store.snapshot().await?;
    let account = snapshot.account_by_email(email).await?.filter(|account| account.active && !account.disabled);
    let factor = match &account {
        Some(account) => snapshot.factor(account.id).await?,
        None => None,
    };
    Ok((account, factor.and_then(|factor| factor.password_hash)))
}

/// A session that begins now.
pub(super) fn starting(app: &App, client: &Client, account: &Account, secret: &SessionSecret) -> StartSession {
    StartSession {
        key: secret.key(),
        id: app.mint().session(),
        account_id: account.id,
        address: client.network(),
        agent: client.short_agent(),
        at: app.now(),
    }
}

/// Signs in with the code of the second factor, or a recovery code, after [`SignIn::NeedsCode`]; `token` is that of the
/// cookie. `None` if the password has to be given again.
///
/// # Errors
/// [`Error::TooOften`]; [`Error::Unavailable`].
pub async fn sign_in_by_code(app: &App, client: &Client, token: &str, code: &str) -> Result<Option<SignIn>, Error> {
    let Some(account) = awaiting(app, token).await? else { return Ok(None) };
    client.may(app, Limit::SignInByAddress)?;
    app.take(Limit::SignInByAccount, &format!("code {}", account.id))?;
    let factor = app.store.snapshot().await?.factor(account.id).await?;
    let Some(totp) = factor.and_then(|factor| factor.totp_secret) else { return Ok(None) };
    let code: String = code.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
    let deed = if let Some(step) = step_of(&totp, &code, app.now())? {
        app.store.execute(UseStep { account_id: account.id, step }).await?.then_some(Deed::SignedIn)
    } else if let Some(recovery) = RecoverySecret::parse(&code) {
        let key = recovery.key();
        app.store.execute(UseRecovery { account_id: account.id, key }).await?.then_some(Deed::RecoveryUsed)
    } else {
        None
    };
    let Some(deed) = deed else {
        app.store.execute(NoteDown(note(app, &account, Deed::SignInFailed, client.network()))).await?;
        return Ok(Some(SignIn::Refused));
    };
    // A new secret: the one of the half-way cookie is no session.
    let secret = app.mint().session_secret();
    let note = note(app, &account, deed, client.network());
    app.store.execute(Audited { command: starting(app, client, &account, &secret), note }).await?;
    if let Some(half) = SessionSecret::parse(token) {
        app.store.execute(EndSession { key: half.key() }).await?;
    }
    Ok(Some(SignIn::In(secret)))
}

/// The account whose password was given under this cookie and whose code is still to come.
async fn awaiting(app: &App, token: &str) -> Result<Option<Account>, Error> {
    let Some(secret) = SessionSecret::parse(token) else { return Ok(None) };
    let found = app.store.snapshot().await?.session(&secret.key()).await?;
    let holds = |found: &store::SessionAccount| {
        let young = app.now() - found.session.created_at <= CODE_TIME;
        found.session.awaits_code && young && !found.account.disabled && found.account.active
    };
    Ok(found.filter(holds).map(|found| found.account))
}

/// Whether a code is awaited under this cookie.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn awaits_code(app: &App, token: &str) -> Result<bool, Error> {
    Ok(awaiting(app, token).await?.is_some())
}
