//! The result of a round, in words.

use std::collections::HashMap;

use domain::answer::AnswerSheet;
use domain::ids::ResponseId;
use domain::instrument::Instrument;
use domain::report::{Context, ReportData};
use domain::round::Mode;
use domain::scoring::score;
use store::{ResponseSummary, RoundAnswer};

use crate::manage::Manager;
use crate::{App, Conflict, Error};

/// Scores the round's answers as they stand. Responses without a scored answer do not count as respondents.
///
/// # Errors
/// [`Error::Conflict`] for a confidential round, whose answers no path leads out of yet, and where the round's
/// instrument is not known; [`Error::Unavailable`].
pub async fn report(app: &App, manager: &Manager) -> Result<ReportData, Error> {
    let round = manager.round();
    match round.mode {
        Mode::Named | Mode::OneAnswer => {}
        Mode::Confidential { .. } => return Err(Error::Conflict(Conflict::NotPublished)),
    }
    let instrument = app.instrument_of(round)?;
    let mut snapshot = app.store.snapshot().await?;
    let responses = snapshot.responses_of_round(round.id).await?;
    let answers = snapshot.answers_of_round(round.id).await?;
    drop(snapshot);
    let context = Context {
        team: round.team_name.clone(),
        round: round.name.clone(),
        subject: round.subject.clone(),
        date: date_of(app.now()),
    };
    // Work for a processor: a round may have many respondents.
    let scored = tokio::task::spawn_blocking(move || {
        let sheet = sheet(instrument, &responses, &answers);
        ReportData::new(instrument, &score(instrument, &sheet), context)
    });
    scored.await.map_err(|fault| Error::Broken(fault.to_string()))
}

fn sheet(instrument: &Instrument, responses: &[ResponseSummary], answers: &[RoundAnswer]) -> AnswerSheet {
    let mut by_response: HashMap<ResponseId, Vec<&RoundAnswer>> = HashMap::new();
    for answer in answers {
        by_response.entry(answer.response_id).or_default().push(answer);
    }
    let mut builder = AnswerSheet::builder(instrument);
    for response in responses.iter().filter(|response| response.answered > 0) {
        let mut respondent = builder.respondent(response.label.clone(), &[]);
        respondent.fast(response.too_fast);
        for answer in by_response.get(&response.id).into_iter().flatten() {
            if let Err(error) = respondent.answer(&answer.field, &answer.value) {
                // Every value was checked before it was stored, so this is a fault; the rest still counts.
                tracing::error!(field = error.field, "a stored answer cannot be read");
            }
        }
    }
    builder.build()
}

/// "23 November 2026"
pub(crate) fn date_of(now: i64) -> String {
    time::OffsetDateTime::from_unix_timestamp(now / 1_000_000)
        .map_or_else(|_| String::new(), |date| format!("{} {} {}", date.day(), date.month(), date.year()))
}
