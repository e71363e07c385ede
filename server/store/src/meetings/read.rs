//! Reading meetings. No read gives a telephone's key, and none gives votes that are not shown yet but a telephone's own.

use domain::ids::{ResponseId, RoundId};
use domain::links::{PhoneKey, ResponseKey, VoteKey};
use domain::meeting::Phase;
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::{rows, value};

/// A meeting that is going on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Its round.
    pub round_id: RoundId,
    /// The token of the link that telephones open.
    pub vote_token: String,
    /// The question that is talked about, by its id.
    pub item: String,
    /// Whether the votes are shown.
    pub phase: Phase,
    /// 1 for the first question, one more with every step.
    pub version: i64,
}

/// How many telephones are there, and how many of them have voted: never which.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Present {
    /// Telephones that have joined.
    pub phones: i64,
    /// Of these, those with a vote on the question of now.
    pub voted: i64,
}

struct MeetingRow {
    round_id: Uuid,
    vote_token: String,
    item: String,
    phase: String,
    version: i64,
}

struct PresentRow {
    phones: i64,
    voted: i64,
}

struct VotesRow {
    value: String,
    n: i64,
}

impl TryFrom<MeetingRow> for Meeting {
    type Error = StoreError;

    fn try_from(row: MeetingRow) -> Result<Self, StoreError> {
        let MeetingRow { round_id, vote_token, item, phase, version } = row;
        let phase = Phase::from_word(&phase).ok_or(StoreError::Inconsistent { what: "a meeting in no known phase" })?;
        Ok(Self { round_id: RoundId::new(round_id), vote_token, item, phase, version })
    }
}

impl Snapshot {
    /// The meeting of a round, if one is going on.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn meeting(&mut self, round: RoundId) -> Result<Option<Meeting>, StoreError> {
        let found = rows!(
            &mut self.conn,
            MeetingRow,
            r#"SELECT round_id AS "round_id: _", vote_token, item, phase, version FROM meeting WHERE round_id = $1"#,
            round.uuid()
        )?;
        found.into_iter().next().map(Meeting::try_from).transpose()
    }

    /// The meeting that a telephone's link opens, if it is going on.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn meeting_by_vote_key(&mut self, key: &VoteKey) -> Result<Option<Meeting>, StoreError> {
        let found = rows!(
            &mut self.conn,
            MeetingRow,
            r#"SELECT round_id AS "round_id: _", vote_token, item, phase, version FROM meeting WHERE vote_key = $1"#,
            key.as_str()
        )?;
        found.into_iter().next().map(Meeting::try_from).transpose()
    }

    /// How many are there and have voted.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn present(&mut self, round: RoundId) -> Result<Present, StoreError> {
        let found = rows!(
            &mut self.conn,
            PresentRow,
            r#"SELECT count(*) AS "phones!: i64", count(*) FILTER (WHERE value <> '') AS "voted!: i64"
            FROM meeting_vote WHERE round_id = $1"#,
            round.uuid()
        )?;
        Ok(found.into_iter().next().map(|PresentRow { phones, voted }| Present { phones, voted }).unwrap_or_default())
    }

    /// The votes on the question of now and how often each was given; nothing before they are shown.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn shown_votes(&mut self, round: RoundId) -> Result<Vec<(String, i64)>, StoreError> {
        let found = rows!(
            &mut self.conn,
            VotesRow,
            r#"SELECT v.value, count(*) AS "n!: i64"
            FROM meeting m JOIN meeting_vote v ON v.round_id = m.round_id
            WHERE m.round_id = $1 AND m.phase = 'revealed' AND v.value <> ''
            GROUP BY v.value ORDER BY v.value"#,
            round.uuid()
        )?;
        Ok(found.into_iter().map(|VotesRow { value, n }| (value, n)).collect())
    }

    /// A telephone's own vote, empty if it has none yet; `None` if it has not joined.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn own_vote(&mut self, round: RoundId, phone: &PhoneKey) -> Result<Option<String>, StoreError> {
        value!(
            &mut self.conn,
            "SELECT value FROM meeting_vote WHERE round_id = $1 AND phone_key = $2",
            round.uuid(),
            phone.as_str()
        )
    }

    /// A key that opens a response, for who may write into it without its link.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn key_of_response(&mut self, response: ResponseId) -> Result<Option<ResponseKey>, StoreError> {
        let key = value!(&mut self.conn, "SELECT key FROM response WHERE id = $1", response.uuid())?;
        let read = |key: String| {
            ResponseKey::from_stored(&key).ok_or(StoreError::Inconsistent { what: "a key that is no hash" })
        };
        key.map(read).transpose()
    }
}
