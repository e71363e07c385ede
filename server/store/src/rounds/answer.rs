//! Answering as oneself, by an account.

use domain::ids::{AccountId, ResponseId, RoundId};
use domain::links::{InvitationKey, ResponseKey};
use domain::round::{Mode, ResponseState, RoundState};
use uuid::Uuid;

use crate::conn::{Snapshot, Tx};
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::lock::Use;
use crate::sql::{exec, rows, value};

/// Finds or makes the response of an account in a round, and lets a new link open it.
///
/// In a round with one answer for the team, everybody's is the same. A new response begins with earlier answers where
/// the round says so. In a confidential round no account is ever tied to an answer: that it has begun is noted, and only
/// the link by which it did so leads back.
#[derive(Clone, Debug)]
pub struct Begin {
    /// The round.
    pub round_id: RoundId,
    /// The account, a member of its team.
    pub account_id: AccountId,
    /// What the response is called if it is new.
    pub label: String,
    /// Its id if it is new.
    pub response_id: ResponseId,
    /// From the new link.
    pub response_key: ResponseKey,
    /// From the new link as well; noted in a confidential round alone.
    pub invitation_key: InvitationKey,
    /// Today, in microseconds since 1970.
    pub day: i64,
}

/// What became of a [`Begin`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    /// The link opens the account's response.
    Ready {
        /// Whether it begins with earlier answers, made now.
        carried: bool,
    },
    /// The round is confidential, and the account has begun before, by another link: only that one leads back.
    ByOwnLink,
    /// The round takes no answers, and the account has given none.
    NotOpen,
    /// The round or the account is gone.
    NotHere,
}

struct RoundRow {
    state: String,
    mode: String,
    starts_from: Option<Uuid>,
}

impl Command for Begin {
    type Outcome = Begun;

    async fn run(&self, tx: &mut Tx) -> Result<Begun, StoreError> {
        storable(&self.label)?;
        // Who deletes the account takes this lock as well.
        tx.lock_links(Some(self.account_id)).await?;
        if tx.account_is_gone(self.account_id).await? {
            return Ok(Begun::NotHere);
        }
        // Alone, so that nobody gets two.
        tx.lock_round(self.round_id, Use::Alone).await?;
        let found = rows!(
            &mut tx.conn,
            RoundRow,
            r#"SELECT state, mode, starts_from AS "starts_from: _" FROM round WHERE id = $1"#,
            self.round_id.uuid()
        )?;
        let Some(RoundRow { state, mode, starts_from }) = found.into_iter().next() else { return Ok(Begun::NotHere) };
        if mode == (Mode::Confidential { k: 3 }).word() {
            return self.confidential(tx, state == RoundState::Open.word()).await;
        }
        let one_answer = mode == Mode::OneAnswer.word();
        let mut response = tx.response_of(self.round_id, self.account_id, one_answer).await?;
        if response.is_none() && state != RoundState::Open.word() {
            return Ok(Begun::NotOpen);
        }
        let mut carried = false;
        if response.is_none() {
            self.add(tx, if one_answer { super::join::THE_TEAM } else { &self.label }).await?;
            if let Some(last) = starts_from {
                carried = self.carry(tx, RoundId::new(last), one_answer).await?;
            }
            response = Some(self.response_id);
        }
        let Some(response) = response else { return Ok(Begun::NotHere) };
        exec!(
            &mut tx.conn,
            "INSERT INTO participation (round_id, account_id, response_id) VALUES ($1, $2, $3)
            ON CONFLICT (round_id, account_id) DO NOTHING",
            self.round_id.uuid(),
            self.account_id.uuid(),
            response.uuid()
        )?;
        if response != self.response_id {
            exec!(
                &mut tx.conn,
                "INSERT INTO response_link (key, response_id) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING",
                self.response_key.as_str(),
                response.uuid()
            )?;
        }
        Ok(Begun::Ready { carried })
    }
}

impl Begin {
    async fn confidential(&self, tx: &mut Tx, open: bool) -> Result<Begun, StoreError> {
        let used = value!(
            &mut tx.conn,
            "SELECT key FROM invitation WHERE round_id = $1 AND account_id = $2 AND used = TRUE",
            self.round_id.uuid(),
            self.account_id.uuid()
        )?;
        if let Some(used) = used {
            // The same link once more, from a button that was pressed twice.
            let same = used == self.invitation_key.as_str();
            return Ok(if same { Begun::Ready { carried: false } } else { Begun::ByOwnLink });
        }
        if !open {
            return Ok(Begun::NotOpen);
        }
        let noted = exec!(
            &mut tx.conn,
            "INSERT INTO invitation (key, round_id, created_day, account_id, used) VALUES ($1, $2, $3, $4, TRUE)
            ON CONFLICT (key) DO NOTHING",
            self.invitation_key.as_str(),
            self.round_id.uuid(),
            self.day,
            self.account_id.uuid()
        )?;
        if noted == 0 {
            return Ok(Begun::NotHere);
        }
        self.add(tx, "").await?;
        super::shuffle::beginnings(tx, self.round_id).await?;
        Ok(Begun::Ready { carried: false })
    }

    async fn add(&self, tx: &mut Tx, label: &str) -> Result<(), StoreError> {
        exec!(
            &mut tx.conn,
            "INSERT INTO response (id, round_id, key, label, state, created_day, submitted_day, too_fast)
            VALUES ($1, $2, $3, $4, $5, $6, NULL, FALSE)",
            self.response_id.uuid(),
            self.round_id.uuid(),
            self.response_key.as_str(),
            label,
            ResponseState::Open.word(),
            self.day
        )?;
        Ok(())
    }

    /// Copies the answers of an earlier response, each as its first version.
    async fn carry(&self, tx: &mut Tx, last: RoundId, one_answer: bool) -> Result<bool, StoreError> {
        let Some(from) = tx.response_of(last, self.account_id, one_answer).await? else { return Ok(false) };
        let copied = exec!(
            &mut tx.conn,
            "INSERT INTO answer (response_id, field, value, version, changed_day)
            SELECT $1, field, value, 1, CAST($3 AS BIGINT) FROM answer WHERE response_id = $2 AND value <> ''",
            self.response_id.uuid(),
            from.uuid(),
            self.day
        )?;
        exec!(
            &mut tx.conn,
            "INSERT INTO answer_history (response_id, field, version, value, changed_day)
            SELECT response_id, field, version, value, changed_day FROM answer WHERE response_id = $1",
            self.response_id.uuid()
        )?;
        Ok(copied > 0)
    }
}

impl Snapshot {
    async fn account_is_gone(&mut self, account: AccountId) -> Result<bool, StoreError> {
        let there =
            value!(&mut self.conn, r#"SELECT count(*) AS "n!: i64" FROM account WHERE id = $1"#, account.uuid())?;
        Ok(there == Some(0))
    }

    /// The response that an account gave in a round, or that the team gave in one with one answer.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn response_of(
        &mut self,
        round: RoundId,
        account: AccountId,
        one_answer: bool,
    ) -> Result<Option<ResponseId>, StoreError> {
        let own = value!(
            &mut self.conn,
            r#"SELECT response_id AS "id: Uuid" FROM participation WHERE round_id = $1 AND account_id = $2"#,
            round.uuid(),
            account.uuid()
        )?;
        if own.is_some() || !one_answer {
            return Ok(own.map(ResponseId::new));
        }
        self.any_response(round).await
    }

    /// The response of a round with one answer for the team, if there is one.
    pub(super) async fn any_response(&mut self, round: RoundId) -> Result<Option<ResponseId>, StoreError> {
        let any = value!(
            &mut self.conn,
            r#"SELECT id AS "id: Uuid" FROM response WHERE round_id = $1 ORDER BY created_day, id LIMIT 1"#,
            round.uuid()
        )?;
        Ok(any.map(ResponseId::new))
    }
}
