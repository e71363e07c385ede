//! The person behind a request.

use domain::ids::{AccountId, OrganisationId, UnitId};
use domain::links::SessionSecret;
use domain::rights::{Action, Reach, Right};
use store::{Account, SeeSession, Session, SessionAccount};

use crate::{App, Error};

/// How much older the last use may be on record than it was: a write a page would be too many. In microseconds.
const SEEN_EVERY: i64 = 60_000_000;

/// Proof that a request comes from a signed-in account whose session holds.
#[derive(Clone, Debug)]
pub struct Caller {
    account: Account,
    session: Session,
    secret: SessionSecret,
}

/// Looks up who a cookie's token belongs to. `None` if nobody, or if the session has run out or the account was
/// switched off.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn caller(app: &App, token: &str) -> Result<Option<Caller>, Error> {
    let Some(secret) = SessionSecret::parse(token) else { return Ok(None) };
    let found = app.store.snapshot().await?.session(&secret.key()).await?;
    let Some(SessionAccount { session, account }) = found else { return Ok(None) };
    let now = app.now();
    let policy = app.policy();
    let holds = now - session.seen_at <= policy.session_idle && now - session.created_at <= policy.session_absolute;
    if !holds || session.awaits_code || account.disabled || !account.active {
        return Ok(None);
    }
    if now - session.seen_at >= SEEN_EVERY {
        app.store.execute(SeeSession { key: secret.key(), at: now }).await?;
    }
    Ok(Some(Caller { account, session, secret }))
}

impl Caller {
    /// The account.
    #[must_use]
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// This session.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The organisation, which nothing that this caller reaches lies outside of.
    #[must_use]
    pub fn organisation(&self) -> OrganisationId {
        self.account.organisation_id
    }

    /// What the account may do.
    #[must_use]
    pub fn right(&self) -> Right {
        self.account.right
    }

    /// How the person is called: by name, or by address.
    #[must_use]
    pub fn shown(&self) -> &str {
        if self.account.name.is_empty() { &self.account.email } else { &self.account.name }
    }

    /// The key of this session, for what ends it or spares it.
    pub(crate) fn session_key(&self) -> domain::links::SessionKey {
        self.secret.key()
    }

    /// Proof that the caller may change the organisation.
    ///
    /// # Errors
    /// [`Error::NotAllowed`].
    pub fn owner(&self) -> Result<Owner, Error> {
        match self.right().reach(Action::ManageOrganisation) {
            Reach::Organisation => Ok(Owner(self.clone())),
            Reach::OwnTeams | Reach::Nothing => Err(Error::NotAllowed),
        }
    }

    /// The same, asked for on the page of a person; `id` is what stands in the address.
    ///
    /// # Errors
    /// [`Error::NotFound`] for nobody of this organisation, whatever the right: what belongs to another one is not there.
    pub async fn owner_for_person(&self, app: &App, id: &str) -> Result<Owner, Error> {
        let id: AccountId = id.parse().map_err(|_| Error::NotFound)?;
        let found = app.store.snapshot().await?.account(self.organisation(), id).await?;
        if found.is_some() { self.owner() } else { Err(Error::NotFound) }
    }

    /// The same, asked for on the page of a unit.
    ///
    /// # Errors
    /// As [`Caller::owner_for_person`].
    pub async fn owner_for_unit(&self, app: &App, id: &str) -> Result<Owner, Error> {
        let id: UnitId = id.parse().map_err(|_| Error::NotFound)?;
        let units = app.store.snapshot().await?.units(self.organisation()).await?;
        if units.iter().any(|unit| unit.place.id == id) { self.owner() } else { Err(Error::NotFound) }
    }
}

/// Proof that the caller may change the organisation: its people, units, teams, settings; and see its log.
#[derive(Clone, Debug)]
pub struct Owner(Caller);

impl std::ops::Deref for Owner {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.0
    }
}
