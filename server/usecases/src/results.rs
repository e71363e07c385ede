//! The result of a round, in words.

use std::collections::HashMap;

use domain::answer::AnswerSheet;
use domain::audit::Deed;
use domain::ids::ResponseId;
use domain::instrument::Instrument;
use domain::report::{Context, ReportData};
use domain::round::{Mode, RoundState};
use domain::scoring::score;
use store::{Note, NoteDown, ResponseSummary, Round, RoundAnswer};

use crate::accounts::{RoundAccess, SeeResults};
use crate::manage::Manager;
use crate::{App, Conflict, Error};

mod sealed {
    pub trait Sealed {}
}

/// What proves that the caller may see a round's result. Nothing outside this file can be one.
pub trait Sees: sealed::Sealed + Sync {
    /// The round whose result may be seen.
    fn seen(&self) -> &Round;
}

impl sealed::Sealed for Manager {}
impl sealed::Sealed for RoundAccess<SeeResults> {}

impl Sees for Manager {
    fn seen(&self) -> &Round {
        self.round()
    }
}

impl Sees for RoundAccess<SeeResults> {
    fn seen(&self) -> &Round {
        self.round()
    }
}

/// Scores the round's answers as they stand. Responses without a scored answer do not count as respondents. The same
/// for whoever may see it: there is no second path to a result.
///
/// # Errors
/// [`Error::Conflict`] for a confidential round, whose answers no path leads out of yet, and where the round's
/// instrument is not known; [`Error::Unavailable`].
pub async fn report(app: &App, seer: &impl Sees) -> Result<ReportData, Error> {
    let round = seer.seen();
    match round.mode {
        Mode::Named | Mode::OneAnswer => {}
        Mode::Confidential { .. } => return Err(Error::Conflict(Conflict::NotPublished)),
    }
    let instrument = app.instrument_of(round)?;
    let mut snapshot = app.store.snapshot().await?;
    let responses = snapshot.responses_of_round(round.id).await?;
    let answers = snapshot.answers_of_round(round.id).await?;
    let erased_at = snapshot.round_plan(round.id).await?.erased_at;
    drop(snapshot);
    let context = Context {
        team: round.team_name.clone(),
        round: round.name.clone(),
        subject: round.subject.clone(),
        date: date_of(app.now()),
        erased: erased_at.map(date_of),
    };
    // Work for a processor: a round may have many respondents.
    let scored = tokio::task::spawn_blocking(move || {
        let sheet = sheet(instrument, &responses, &answers);
        ReportData::new(instrument, &score(instrument, &sheet), context)
    });
    let mut report = scored.await.map_err(|fault| Error::Broken(fault.to_string()))?;
    if round.state == RoundState::Draft {
        report.notices.insert(0, DRAFT.to_owned());
    }
    Ok(report)
}

/// What the result of a round says that nobody can have answered yet.
const DRAFT: &str = "This round is a draft. Its result grows with the first answers after it was opened.";

/// Logs that a report was taken out by an account.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn exported(app: &App, access: &RoundAccess<SeeResults>) -> Result<(), Error> {
    let note = Note {
        organisation_id: access.caller().organisation(),
        actor: Some(access.caller().account().id),
        deed: Deed::Exported,
        subject: format!("round {}", access.round().id),
        detail: "PDF report".to_owned(),
        at: app.now(),
    };
    Ok(app.store.execute(NoteDown(note)).await?)
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
