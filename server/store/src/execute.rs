//! Writes that somebody waits for.

use std::future::Future;

use crate::conn::Tx;
use crate::error::StoreError;
use crate::open::{Backend, Store};

/// A write as a small value: it can wait in a queue, share a commit with others, and be run again.
///
/// It may be run twice although it succeeded the first time (the connection was lost while it committed), and must
/// then have one effect.
pub trait Command: Clone + Send + Sync + 'static {
    /// What the caller is told after the commit.
    type Outcome: Send + 'static;

    /// Does the work inside `tx`. An error undoes all of it.
    fn run(&self, tx: &mut Tx) -> impl Future<Output = Result<Self::Outcome, StoreError>> + Send;
}

impl Store {
    /// Runs a command and commits it. When this returns, its effect is on the disk.
    ///
    /// On SQLite the command waits for the writer, which commits up to a hundred of them at once; it runs even if the
    /// caller goes away. On PostgreSQL it has a transaction of its own and is run again when another one was in the
    /// way or the server changed.
    ///
    /// # Errors
    /// [`StoreError::Busy`] if too many are waiting; the command's own error; that of the commit. Nothing was saved.
    pub async fn execute<C: Command>(&self, command: C) -> Result<C::Outcome, StoreError> {
        match &*self.backend {
            #[cfg(feature = "sqlite")]
            Backend::Sqlite { writer, .. } => writer.execute(command).await,
            #[cfg(feature = "postgres")]
            Backend::Postgres(pool) => retried::execute(pool, &command).await,
        }
    }
}

#[cfg(feature = "postgres")]
mod retried {
    use std::hash::{BuildHasher as _, Hasher as _, RandomState};
    use std::time::Duration;

    use super::{Command, StoreError, Tx};

    /// Waits in milliseconds before each further attempt, five seconds together: a new leader takes longer than a
    /// user waits, two commands in each other's way are apart after the first.
    const WAITS: [u64; 8] = [5, 20, 80, 200, 500, 1_000, 1_500, 1_500];

    pub(super) async fn execute<C: Command>(pool: &sqlx::PgPool, command: &C) -> Result<C::Outcome, StoreError> {
        let mut waits = WAITS.into_iter();
        loop {
            match once(pool, command).await {
                Err(error) if error.is_transient() => {
                    let Some(wait) = waits.next() else { return Err(error) };
                    tracing::debug!(%error, wait, "a command is run again");
                    tokio::time::sleep(jittered(wait)).await;
                }
                result => return result,
            }
        }
    }

    async fn once<C: Command>(pool: &sqlx::PgPool, command: &C) -> Result<C::Outcome, StoreError> {
        let mut tx = Tx::on_postgres(pool).await?;
        let outcome = command.run(&mut tx).await?;
        tx.save().await?;
        Ok(outcome)
    }

    /// Between half and all of `wait`, so that two commands do not meet again and again. Nothing secret hangs on it.
    fn jittered(wait: u64) -> Duration {
        let random = RandomState::new().build_hasher().finish();
        Duration::from_micros(wait * 500 + random % (wait * 500))
    }
}
