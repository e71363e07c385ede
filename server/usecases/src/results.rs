//! The result of a round, in words.

use domain::audit::Deed;
use domain::privacy::{Refused, publish};
use domain::report::{Context, ReportData};
use domain::round::{Mode, RoundState};
use store::{Note, NoteDown, Round};

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
/// [`Error::Conflict`] for a confidential round, and where the round's instrument is not known; [`Error::Unavailable`].
pub async fn report(app: &App, seer: &impl Sees) -> Result<ReportData, Error> {
    let round = seer.seen();
    match round.mode {
        Mode::Named | Mode::OneAnswer => {}
        // Each publication has to know the one before, and none is kept yet.
        Mode::Confidential { .. } => return Err(Error::Conflict(Conflict::NotPublished)),
    }
    let instrument = app.instrument_of(round)?;
    let mut snapshot = app.store.snapshot().await?;
    let answers = snapshot.answers_of_round(round).await?;
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
        let publication = publish(instrument, &answers.seal(instrument), None, 0)?;
        Ok::<_, Refused>(ReportData::new(instrument, &publication.published().scores, context))
    });
    let made = scored.await.map_err(|fault| Error::Broken(fault.to_string()))?;
    let mut report = made.map_err(|_| Error::Conflict(Conflict::NotPublished))?;
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

/// "23 November 2026"
pub(crate) fn date_of(now: i64) -> String {
    time::OffsetDateTime::from_unix_timestamp(now / 1_000_000)
        .map_or_else(|_| String::new(), |date| format!("{} {} {}", date.day(), date.month(), date.year()))
}
