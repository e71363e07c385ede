//! Reading the log.

use domain::audit::{Deed, Entry, Filter, Link, Said};
use domain::ids::{AccountId, OrganisationId};
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::{rows, value};

struct EntryRow {
    number: i64,
    at: i64,
    actor: Option<Uuid>,
    action: String,
    subject: String,
    detail: String,
    previous_hash: String,
    hash: String,
}

impl From<EntryRow> for Link {
    fn from(row: EntryRow) -> Self {
        let EntryRow { number, at, actor, action, subject, detail, previous_hash, hash } = row;
        let deed = Said::from_word(action);
        let entry = Entry { number, at, actor: actor.map(AccountId::new), deed, subject, detail };
        Self { entry, previous: previous_hash, hash }
    }
}

impl Snapshot {
    /// Those entries of an organisation's log that are meant, with numbers below `before`, newest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn audit_entries(
        &mut self,
        organisation: OrganisationId,
        Filter { deed, by }: Filter,
        before: i64,
        limit: i64,
    ) -> Result<Vec<Link>, StoreError> {
        let found = rows!(
            &mut self.conn,
            EntryRow,
            r#"SELECT number, at, actor AS "actor: _", action, subject, detail, previous_hash, hash
            FROM audit_entry
            WHERE organisation_id = $1 AND number < $2 AND (CAST($4 AS TEXT) = '' OR action = $4)
                AND (actor = $5 OR $5 IS NULL)
            ORDER BY number DESC LIMIT CAST($3 AS BIGINT)"#,
            organisation.uuid(),
            before,
            limit,
            deed.map_or("", Deed::word),
            by.map(AccountId::uuid)
        )?;
        Ok(found.into_iter().map(Link::from).collect())
    }

    /// Entries of an organisation's log with numbers above `after`, oldest first, as its chain is followed.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn audit_run(
        &mut self,
        organisation: OrganisationId,
        after: i64,
        limit: i64,
    ) -> Result<Vec<Link>, StoreError> {
        let found = rows!(
            &mut self.conn,
            EntryRow,
            r#"SELECT number, at, actor AS "actor: _", action, subject, detail, previous_hash, hash
            FROM audit_entry WHERE organisation_id = $1 AND number > $2 ORDER BY number LIMIT CAST($3 AS BIGINT)"#,
            organisation.uuid(),
            after,
            limit
        )?;
        Ok(found.into_iter().map(Link::from).collect())
    }

    /// How many entries concern an account: what it did, and what was done to it.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn audit_count_of(
        &mut self,
        organisation: OrganisationId,
        account: AccountId,
    ) -> Result<i64, StoreError> {
        let found = value!(
            &mut self.conn,
            r#"SELECT count(*) AS "n!: i64" FROM audit_entry
            WHERE organisation_id = $1 AND (actor = $2 OR subject = $3)"#,
            organisation.uuid(),
            account.uuid(),
            format!("account {account}")
        )?;
        Ok(found.unwrap_or(0))
    }
}
