//! Making jobs.

use domain::ids::JobId;

use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::{exec, value};

/// Makes a job, unless there was one with its key: done ones count too until they are thrown away.
#[derive(Clone, Debug)]
pub struct Enqueue {
    /// Its id (version 7).
    pub id: JobId,
    /// What is to be done, as a word.
    pub kind: String,
    /// What has to be known for it: a JSON object without any secret.
    pub payload: String,
    /// What makes the same job the same.
    pub key: String,
    /// Not before then, in microseconds since 1970.
    pub due_at: i64,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

/// What became of an [`Enqueue`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enqueued {
    /// It will be done.
    Made,
    /// Another one with this key was there before.
    Known,
}

impl Command for Enqueue {
    type Outcome = Enqueued;

    async fn run(&self, tx: &mut Tx) -> Result<Enqueued, StoreError> {
        for text in [&self.kind, &self.payload, &self.key] {
            storable(text)?;
        }
        let made = exec!(
            &mut tx.conn,
            "INSERT INTO job (id, kind, payload, key, due_at, created_at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING",
            self.id.uuid(),
            self.kind,
            self.payload,
            self.key,
            self.due_at,
            self.at
        )?;
        if made == 1 {
            return Ok(Enqueued::Made);
        }
        let ours = value!(
            &mut tx.conn,
            r#"SELECT count(*) AS "n!: i64" FROM job WHERE id = $1 AND key = $2"#,
            self.id.uuid(),
            self.key
        )?;
        Ok(if ours == Some(1) { Enqueued::Made } else { Enqueued::Known })
    }
}
