//! What people do with Plumbline, one verb a file: look up, apply the domain, save.
//!
//! A use case takes an [`App`] and the caller's credential, never a bare id: [`manage::Manager`],
//! [`respond::Respondent`] and [`check::Checked`] can only be had by presenting the link that gives the right, and what
//! [`accounts`] hands out only by a session, so a function that takes one needs no check of its own.
//!
//! To add a use case: a file with the verb's name, a function (or a method of the capability it needs), an outcome
//! that a page can show, and a test in `web`'s HTTP suite.

pub mod accounts;
pub mod audit;
pub mod check;
pub mod claim;
pub mod compare;
pub mod dashboard;
pub mod demo;
mod env;
mod error;
pub mod import;
pub mod jobs;
pub mod join;
pub mod letterhead;
pub mod limits;
pub mod lists;
pub mod mail;
pub mod manage;
pub mod meeting;
pub mod moment;
pub mod overview;
pub mod passwords;
pub mod people;
pub mod plan;
mod policy;
pub mod respond;
pub mod results;
pub mod rounds;
pub mod search;
pub mod settings;
pub mod start;
pub mod teams;
pub mod units;
pub mod worksheet;

use std::sync::Arc;

use domain::instrument::Instrument;
use store::{EnsureOrganisation, Store};

pub use env::{Clock, Entropy, SystemClock, SystemEntropy};
pub use error::{Conflict, Error, FieldError};
pub use policy::{Hashing, Policy};

/// What every use case needs: the store, the clock, the random source and the instrument.
#[derive(Clone)]
pub struct App {
    store: Store,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    instrument: &'static Instrument,
    policy: Policy,
    pool: passwords::Pool,
    limits: limits::Limits,
    office: Option<mail::Office>,
}

impl App {
    /// Puts the parts together and makes sure that the organisation of account-free rounds exists.
    ///
    /// # Errors
    /// The store cannot be written.
    pub async fn new(store: Store, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Result<Self, Error> {
        let app = Self {
            store,
            clock,
            entropy,
            instrument: Instrument::builtin(),
            policy: Policy::default(),
            pool: passwords::Pool::default(),
            limits: limits::Limits::default(),
            office: None,
        };
        let name = "Rounds without an account".to_owned();
        app.store.execute(EnsureOrganisation { id: env::IMPLICIT, name, at: app.clock.now() }).await?;
        Ok(app)
    }

    /// The same with other rules than those by default.
    #[must_use]
    pub fn with_policy(self, policy: Policy) -> Self {
        Self { policy, ..self }
    }

    /// The rules that who runs the server has set.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The same, sending mail.
    #[must_use]
    pub fn with_office(self, office: mail::Office) -> Self {
        Self { office: Some(office), ..self }
    }

    /// Whether mail is sent: otherwise links are shown to who makes them.
    #[must_use]
    pub fn sends_mail(&self) -> bool {
        self.office.is_some()
    }

    /// How many password hashes were computed since the start.
    #[must_use]
    pub fn hashes(&self) -> u64 {
        self.pool.hashed()
    }

    fn pool(&self) -> &passwords::Pool {
        &self.pool
    }

    /// The instrument that new rounds are made with.
    #[must_use]
    pub fn instrument(&self) -> &'static Instrument {
        self.instrument
    }

    /// What time it is, in microseconds since 1970 UTC.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.clock.now()
    }

    /// Whether the database answers and has every migration.
    ///
    /// # Errors
    /// It does not, or lacks one.
    pub async fn ready(&self) -> Result<(), Error> {
        Ok(self.store.check().await?)
    }

    /// The instrument of a round, if this program has it.
    fn instrument_of(&self, round: &store::Round) -> Result<&'static Instrument, Error> {
        self.instrument_named(&round.instrument_id, &round.instrument_version)
    }

    /// The instrument of this name and version, if this program has it.
    fn instrument_named(&self, id: &str, version: &str) -> Result<&'static Instrument, Error> {
        let known = id == self.instrument.id && version == self.instrument.version;
        if known { Ok(self.instrument) } else { Err(Error::Conflict(Conflict::UnknownInstrument)) }
    }

    /// Random text for a content security policy: 128 bits in hexadecimal digits.
    #[must_use]
    pub fn nonce(&self) -> String {
        self.mint().nonce()
    }

    fn today(&self) -> i64 {
        env::day_of(self.clock.now())
    }

    fn mint(&self) -> env::Mint<'_> {
        env::Mint(self.entropy.as_ref())
    }
}
