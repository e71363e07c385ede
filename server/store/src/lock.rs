//! Locks for commands that decide between a read and a write.
//!
//! On SQLite a write transaction is alone anyway. PostgreSQL lets others write between two statements; there the
//! lock of the scope is held until the transaction ends. What was read before the lock must be read again.
//!
//! Always in this order, so that no two commands wait for each other: people, then quick check, then round, then
//! response, then log.

use domain::ids::{OrganisationId, ResponseId, RoundId};
use domain::links::CheckKey;

use crate::conn::{Conn, Tx};
use crate::error::StoreError;

/// How a command uses the thing that it locks.
#[derive(Clone, Copy)]
pub(crate) enum Use {
    /// It relies on the thing staying as it is: several may at once.
    Shared,
    /// It changes the thing.
    Alone,
}

/// The first half of a lock's number: which table is meant.
const ROUND: i32 = 1;
const RESPONSE: i32 = 2;
const CHECK: i32 = 3;
const LOG: i32 = 4;
const PEOPLE: i32 = 6;

impl Tx {
    pub(crate) async fn lock_check(&mut self, check: &CheckKey) -> Result<(), StoreError> {
        let random = check.as_str().get(..16).and_then(|digits| u64::from_str_radix(digits, 16).ok());
        let random = random.ok_or(StoreError::Inconsistent { what: "a key that is no hash" })?;
        self.lock(CHECK, random, Use::Alone).await
    }

    pub(crate) async fn lock_round(&mut self, round: RoundId, how: Use) -> Result<(), StoreError> {
        self.lock(ROUND, round.uuid().as_u64_pair().1, how).await
    }

    pub(crate) async fn lock_response(&mut self, response: ResponseId) -> Result<(), StoreError> {
        self.lock(RESPONSE, response.uuid().as_u64_pair().1, Use::Alone).await
    }

    /// The accounts, units and teams of an organisation, for what counts them before it changes them.
    pub(crate) async fn lock_people(&mut self, organisation: OrganisationId) -> Result<(), StoreError> {
        self.lock(PEOPLE, organisation.uuid().as_u64_pair().1, Use::Alone).await
    }

    pub(crate) async fn lock_log(&mut self, organisation: OrganisationId) -> Result<(), StoreError> {
        self.lock(LOG, organisation.uuid().as_u64_pair().1, Use::Alone).await
    }

    /// `random` are 64 bits of the id. Two ids with the same 32 of them only wait for each other needlessly.
    async fn lock(&mut self, table: i32, random: u64, how: Use) -> Result<(), StoreError> {
        match &mut self.0.conn {
            #[cfg(feature = "sqlite")]
            Conn::Sqlite(_) => {
                let _ = (table, random, how);
                Ok(())
            }
            #[cfg(feature = "postgres")]
            Conn::Postgres(transaction) => {
                let [.., a, b, c, d] = random.to_be_bytes();
                let row = i32::from_be_bytes([a, b, c, d]);
                match how {
                    Use::Shared => sqlx::query!("SELECT pg_advisory_xact_lock_shared($1, $2)", table, row),
                    Use::Alone => sqlx::query!("SELECT pg_advisory_xact_lock($1, $2)", table, row),
                }
                .execute(&mut **transaction)
                .await
                .map(drop)
                .map_err(crate::error::driver)
            }
        }
    }
}
