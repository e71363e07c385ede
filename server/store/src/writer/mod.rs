//! SQLite's one writer: takes what has queued, commits once, then answers everybody.
//!
//! A commit costs a flush of the disk, 0.3 to 3 ms; shared by a hundred saves it costs next to nothing.

mod job;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use futures::FutureExt as _;
use sqlx::SqlitePool;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::conn::Tx;
use crate::error::StoreError;
use crate::execute::Command;
use job::Job;

/// Commands that share one commit.
const BATCH: usize = 100;

/// The way to the writer's task.
pub(crate) struct Writer {
    /// `None` once the store is closed: the task ends when the queue is empty.
    queue: Mutex<Option<mpsc::Sender<Box<dyn Job>>>>,
    task: Mutex<Option<JoinHandle<()>>>,
    saving: Arc<AtomicBool>,
}

impl Writer {
    pub(crate) fn start(pool: SqlitePool, capacity: usize) -> Self {
        let (queue, waiting) = mpsc::channel(capacity);
        let saving = Arc::new(AtomicBool::new(true));
        let task = tokio::spawn(write(pool, waiting, Arc::clone(&saving)));
        Self { queue: Mutex::new(Some(queue)), task: Mutex::new(Some(task)), saving }
    }

    /// Whether the last commit succeeded (or there was none yet).
    pub(crate) fn is_saving(&self) -> bool {
        self.saving.load(Ordering::Relaxed)
    }

    pub(crate) async fn execute<C: Command>(&self, command: C) -> Result<C::Outcome, StoreError> {
        let (job, answer) = job::queued(command);
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner).clone();
        queue.ok_or_else(closed)?.try_send(job).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => StoreError::Busy,
            mpsc::error::TrySendError::Closed(_) => closed(),
        })?;
        answer.await.unwrap_or_else(|_| Err(closed()))
    }

    /// Refuses new commands and waits until the queued ones are answered.
    pub(crate) async fn finish(&self) {
        drop(self.queue.lock().unwrap_or_else(PoisonError::into_inner).take());
        let task = self.task.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(task) = task
            && let Err(error) = task.await
        {
            tracing::error!(%error, "the writer did not end well");
        }
    }
}

fn closed() -> StoreError {
    StoreError::Unavailable { source: Arc::new(sqlx::Error::PoolClosed) }
}

async fn write(pool: SqlitePool, mut waiting: mpsc::Receiver<Box<dyn Job>>, saving: Arc<AtomicBool>) {
    let mut batch = Vec::with_capacity(BATCH);
    while waiting.recv_many(&mut batch, BATCH).await > 0 {
        let committed = commit(&pool, &mut batch).await;
        saving.store(matches!(committed, Ok(Wrote::All)), Ordering::Relaxed);
        if let Err(error) = &committed {
            tracing::error!(error = error as &dyn std::error::Error, commands = batch.len(), "a commit failed");
        }
        let committed = committed.map(drop);
        for job in batch.drain(..) {
            job.answer(&committed);
        }
    }
}

/// How well the disk took a batch that was committed.
enum Wrote {
    All,
    /// A command found no room, and the others did.
    NotAll,
}

/// Runs every command under a savepoint of its own and commits what succeeded.
async fn commit(pool: &SqlitePool, batch: &mut [Box<dyn Job>]) -> Result<Wrote, StoreError> {
    let mut tx = Tx::immediate(pool).await?;
    let mut wrote = Wrote::All;
    for job in batch {
        tx.statement("SAVEPOINT command").await?;
        // A fault in one command must not take the writer along.
        let panicked = || Err(StoreError::Inconsistent { what: "a command panicked" });
        let ran = std::panic::AssertUnwindSafe(job.run(&mut tx)).catch_unwind().await.unwrap_or_else(|_| panicked());
        if let Err(error) = ran {
            // On a full disk SQLite has rolled back everything, the savepoint too: then nobody's work is left.
            tx.statement("ROLLBACK TO command").await.map_err(|_| error.clone())?;
            if matches!(error, StoreError::NotSaved { .. }) {
                wrote = Wrote::NotAll;
            }
            job.failed(error);
        }
        tx.statement("RELEASE command").await?;
    }
    tx.save().await.map(|()| wrote)
}

impl Tx {
    /// Runs a statement that speaks of the transaction itself, and only SQLite knows.
    async fn statement(&mut self, sql: &'static str) -> Result<(), StoreError> {
        match &mut self.0.conn {
            crate::conn::Conn::Sqlite(transaction) => {
                sqlx::query(sql).execute(&mut **transaction).await.map(drop).map_err(crate::error::driver)
            }
            #[cfg(feature = "postgres")]
            crate::conn::Conn::Postgres(_) => Err(StoreError::Inconsistent { what: "the writer is SQLite's" }),
        }
    }
}
