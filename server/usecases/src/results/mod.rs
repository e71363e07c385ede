//! The result of a round, in words.

use domain::audit::Deed;
use domain::instrument::Instrument;
use domain::privacy::{Published, SealedAnswers, publish, without_flagged};
use domain::report::{Context, ReportData};
use domain::round::RoundState;
use store::{Note, NoteDown, Round};

use crate::accounts::{RoundAccess, SeeResults};
use crate::manage::Manager;
use crate::{App, Error};

mod letterhead;
mod links;
mod outlook;
mod publishing;
mod shown;

pub use letterhead::letterhead;
pub use links::{DAYS, Reader, read_by_link};
pub use outlook::Outlook;
pub use publishing::{Recomputed, recompute};
pub(crate) use publishing::{published, to_last};
use shown::{Seen, seen};
pub(crate) use shown::{Shown, seen_together};

mod sealed {
    pub trait Sealed {}
}

/// What proves that the caller may see a round's result. Nothing outside this file can be one.
pub trait Sees: sealed::Sealed + Sync {
    /// The round whose result may be seen.
    fn seen(&self) -> &Round;
}

impl sealed::Sealed for Manager {}
impl sealed::Sealed for Reader {}
impl sealed::Sealed for RoundAccess<SeeResults> {}

impl Sees for Manager {
    fn seen(&self) -> &Round {
        self.round()
    }
}

impl Sees for Reader {
    fn seen(&self) -> &Round {
        self.round()
    }
}

impl Sees for RoundAccess<SeeResults> {
    fn seen(&self) -> &Round {
        self.round()
    }
}

/// The result of a round, in words and as it was published: one reading, so both say the same.
#[derive(Clone, Debug)]
pub struct Whole {
    /// In words.
    pub report: ReportData,
    /// As it was published.
    pub outlet: Outlet,
}

/// The result of a round: of a closed one as it was published, of one that is not confidential and not closed its
/// answers as they stand, of an open confidential one that there is none yet. Responses without a scored answer do not
/// count as respondents. The same for whoever may see it: there is no second path to a result.
///
/// # Errors
/// [`Error::Conflict`] where the round's instrument is not known; [`Error::Unavailable`].
pub async fn whole(app: &App, seer: &impl Sees) -> Result<Whole, Error> {
    let round = seer.seen();
    let instrument = app.instrument_of(round)?;
    let Seen { shown, erased_at } = seen(app, round).await?;
    let context = Context {
        team: round.team_name.clone(),
        round: round.name.clone(),
        subject: round.subject.clone(),
        date: date_of(app.now()),
        erased: erased_at.map(date_of),
    };
    let mut report = match shown.published() {
        Some(published) => ReportData::of(instrument, published, context),
        None => ReportData::unpublished(instrument, context),
    };
    if round.state == RoundState::Draft {
        report.notices.insert(0, DRAFT.to_owned());
    }
    if let (Shown::Published(kept), RoundState::Open) = (&shown, round.state) {
        let day = date_of(kept.made_at);
        report.notices.insert(0, format!("This round was opened again. What you see was published on {day}; the next result comes when it is closed."));
    }
    Ok(Whole { report, outlet: Outlet::of(instrument, round, shown)? })
}

/// The words of [`whole`].
///
/// # Errors
/// As for [`whole`].
pub async fn report(app: &App, seer: &impl Sees) -> Result<ReportData, Error> {
    Ok(whole(app, seer).await?.report)
}

/// The same without the people whose answers were flagged, from the answers as they stand. `None` where nobody was, where
/// the answers are gone, and of a confidential round.
///
/// # Errors
/// As for [`whole`].
pub async fn unflagged(app: &App, seer: &impl Sees) -> Result<Option<Whole>, Error> {
    let round = seer.seen();
    let instrument = app.instrument_of(round)?;
    let answers = app.store.snapshot().await?.answers_of_round(round).await?;
    let work = move || without_flagged(instrument, &answers.seal(instrument));
    let made = tokio::task::spawn_blocking(work).await.map_err(|fault| Error::Broken(fault.to_string()))?;
    let Some((flagged, published)) = made else { return Ok(None) };
    let context = Context {
        team: round.team_name.clone(),
        round: round.name.clone(),
        subject: round.subject.clone(),
        date: date_of(app.now()),
        erased: None,
    };
    let mut report = ReportData::of(instrument, &published, context);
    let left_out = if flagged == 1 { "1 person".to_owned() } else { format!("{flagged} people") };
    report.notices.insert(0, format!("Left out: {left_out} whose answers look odd, and all comments. The result of the round is the one with everybody."));
    Ok(Some(Whole { report, outlet: Outlet { instrument, published, at: None, digest: None } }))
}

/// What a round publishes, for a file.
#[derive(Clone, Debug)]
pub struct Outlet {
    /// The instrument that was answered.
    pub instrument: &'static Instrument,
    /// What is published; of a confidential round that is not closed, that nothing is.
    pub published: Published,
    /// When it was, in microseconds since 1970; `None` while answers can still change it.
    pub at: Option<i64>,
    /// SHA-256 of what was published, in 64 hexadecimal digits; `None` while answers can still change it.
    pub digest: Option<String>,
}

impl Outlet {
    fn of(instrument: &'static Instrument, round: &Round, shown: Shown) -> Result<Self, Error> {
        let (published, at, digest) = match shown {
            Shown::Published(kept) => (kept.published, Some(kept.made_at), Some(kept.digest)),
            Shown::Live(published) => (published, None, None),
            Shown::Nothing => {
                let nobody = SealedAnswers::builder(instrument, round.mode, RoundState::Closed).seal();
                let nothing =
                    publish(instrument, &nobody, None, 0).map_err(|refused| Error::Broken(refused.to_string()))?;
                (nothing.published().clone(), None, None)
            }
        };
        Ok(Self { instrument, published, at, digest })
    }
}

/// What a round publishes, as [`report`] tells it in words: through the same check, and no second path.
///
/// # Errors
/// As for [`report`].
pub async fn outlet(app: &App, seer: &impl Sees) -> Result<Outlet, Error> {
    let round = seer.seen();
    let instrument = app.instrument_of(round)?;
    Outlet::of(instrument, round, seen(app, round).await?.shown)
}

/// What the result of a round says that nobody can have answered yet.
const DRAFT: &str = "This round is a draft. Its result grows with the first answers after it was opened.";

/// Logs that `what`, such as a "PDF report", was taken out by an account.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn exported(app: &App, access: &RoundAccess<SeeResults>, what: &str) -> Result<(), Error> {
    let note = Note {
        organisation_id: access.caller().organisation(),
        actor: Some(access.caller().account().id),
        deed: Deed::Exported,
        subject: format!("round {}", access.round().id),
        detail: what.to_owned(),
        at: app.now(),
    };
    Ok(app.store.execute(NoteDown(note)).await?)
}

/// "23 November 2026"
pub(crate) fn date_of(now: i64) -> String {
    time::OffsetDateTime::from_unix_timestamp(now / 1_000_000)
        .map_or_else(|_| String::new(), |date| format!("{} {} {}", date.day(), date.month(), date.year()))
}
