//! The answers of a round on their way to being published.

use std::collections::HashMap;
use std::fmt;

use domain::ids::ResponseId;
use domain::instrument::Instrument;
use domain::privacy::SealedAnswers;
use domain::round::{Mode, RoundState};
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::responses::ResponseSummary;
use crate::rounds::Round;
use crate::sql::rows;

/// What was answered in a round. Nobody can read it: it can be sealed, and what is sealed comes out by
/// [`domain::privacy::publish`] alone.
pub struct CollectedAnswers {
    mode: Mode,
    state: RoundState,
    responses: Vec<ResponseSummary>,
    answers: Vec<AnswerRow>,
}

impl fmt::Debug for CollectedAnswers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CollectedAnswers").finish_non_exhaustive()
    }
}

struct AnswerRow {
    response_id: Uuid,
    field: String,
    value: String,
}

impl Snapshot {
    /// The fields of all responses of a round that are not empty.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn answers_of_round(&mut self, round: &Round) -> Result<CollectedAnswers, StoreError> {
        let responses = self.responses_of_round(round.id).await?;
        let answers = rows!(
            &mut self.conn,
            AnswerRow,
            r#"SELECT a.response_id AS "response_id: _", a.field, a.value
            FROM response p JOIN answer a ON a.response_id = p.id
            WHERE p.round_id = $1 AND a.value <> ''
            ORDER BY a.response_id, a.field"#,
            round.id.uuid()
        )?;
        Ok(CollectedAnswers { mode: round.mode, state: round.state, responses, answers })
    }
}

impl CollectedAnswers {
    /// Reads the answers as those to `instrument`, work for a processor. Responses without a scored answer do not count
    /// as respondents.
    #[must_use]
    pub fn seal(self, instrument: &Instrument) -> SealedAnswers {
        let mut by_response: HashMap<ResponseId, Vec<&AnswerRow>> = HashMap::new();
        for answer in &self.answers {
            by_response.entry(ResponseId::new(answer.response_id)).or_default().push(answer);
        }
        let mut builder = SealedAnswers::builder(instrument, self.mode, self.state);
        for response in self.responses.iter().filter(|response| response.answered > 0) {
            let mut respondent = builder.respondent(response.id.to_string(), response.label.clone());
            respondent.fast(response.too_fast);
            for answer in by_response.get(&response.id).into_iter().flatten() {
                if let Err(error) = respondent.answer(&answer.field, &answer.value) {
                    // Every value was checked before it was stored, so this is a fault; the rest still counts. What the
                    // message says may be the answer, and is not told.
                    tracing::error!(field = error.field, "a stored answer cannot be read");
                }
            }
        }
        builder.seal()
    }
}
