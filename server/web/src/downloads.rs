//! Files to take away. Making one is work for a processor, so it is done on a bounded pool away from the async
//! threads, and not at all when whoever asked has gone.

use std::sync::Arc;

use app::components::when::day;
use app::pages::compare::{about, title};
use app::pages::problem::Problem;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::Uri;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use domain::comparison::{ComparisonReport, Head};
use domain::quick_check::CheckData;
use domain::report::{Letterhead, RoundReport, Standing};
use domain::sample;
use serde::Deserialize;
use store::Round;
use tables::{About, Export};
use tokio::sync::{OnceCell, Semaphore};
use usecases::Error;
use usecases::accounts::SeeResults;
use usecases::compare::{self, Compared, Made};
use usecases::results::{Outlet, Sees, Whole};
use usecases::{check, manage, results};

use crate::pages::rounds::no_report;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// Why a report could not be made; for the log only.
pub type RenderPdfError = Box<dyn std::error::Error + Send + Sync>;

/// Makes PDFs. Given from outside, so that this crate's tests need no typesetter.
pub trait RenderPdf: Send + Sync {
    /// The bytes of the PDF of a result.
    ///
    /// # Errors
    /// A fault of the template or the typesetter.
    fn render(&self, report: &RoundReport<'_>) -> Result<Vec<u8>, RenderPdfError>;

    /// The bytes of the PDF of rounds side by side.
    ///
    /// # Errors
    /// A fault of the template or the typesetter.
    fn render_comparison(&self, report: &ComparisonReport<'_>) -> Result<Vec<u8>, RenderPdfError>;

    /// The bytes of the PDF page of a quick check.
    ///
    /// # Errors
    /// A fault of the template or the typesetter.
    fn render_check(&self, check: &CheckData) -> Result<Vec<u8>, RenderPdfError>;
}

/// So many reports may wait for each one being made.
const WAITING: usize = 32;

/// The pool that makes reports.
#[derive(Clone)]
pub struct Reports {
    renderer: Arc<dyn RenderPdf>,
    working: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    /// That of the sample, which never changes.
    sample: Arc<OnceCell<Bytes>>,
}

/// Why no report came of it.
enum NoReport {
    Busy,
    Failed(RenderPdfError),
}

impl Reports {
    pub(crate) fn new(renderer: Arc<dyn RenderPdf>) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            renderer,
            working: Arc::new(Semaphore::new(cores)),
            waiting: Arc::new(Semaphore::new(cores * WAITING)),
            sample: Arc::default(),
        }
    }

    /// Lets `render` make one in its turn.
    async fn make<R>(&self, render: R) -> Result<Bytes, NoReport>
    where
        R: FnOnce(&dyn RenderPdf) -> Result<Vec<u8>, RenderPdfError> + Send + 'static,
    {
        let place = self.waiting.try_acquire().map_err(|_| NoReport::Busy)?;
        let permit = Arc::clone(&self.working).acquire_owned().await.map_err(|_| NoReport::Busy)?;
        drop(place);
        let renderer = Arc::clone(&self.renderer);
        tokio::task::spawn_blocking(move || {
            let made = render(renderer.as_ref());
            drop(permit);
            made
        })
        .await
        .map_err(|fault| NoReport::Failed(fault.into()))?
        .map(Bytes::from)
        .map_err(NoReport::Failed)
    }
}

/// `/manage/{token}/report.pdf`
pub async fn report_pdf(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    frame: Frame,
) -> Result<Response, Failure> {
    let printed = async {
        let manager = manage::open(&state.app, &token).await?;
        Printed::of(&state, &manager).await
    };
    let printed = printed.await.map_err(|error| Failure::of(&frame, &error))?;
    report_file(&state, &frame, printed).await
}

/// `/report/{token}/report.pdf`, for whoever holds a link to the result.
pub async fn sent_pdf(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    frame: Frame,
) -> Result<Response, Failure> {
    let printed = async {
        let reader = results::read_by_link(&state.app, &token).await?;
        Printed::of(&state, &reader).await
    };
    match printed.await {
        Ok(printed) => report_file(&state, &frame, printed).await,
        Err(error) => Ok(no_report(&frame, &error)),
    }
}

/// `/rounds/{id}/report.pdf`: the log says that it was taken out.
pub async fn round_pdf(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    SignedIn(caller): SignedIn,
    frame: Frame,
) -> Result<Response, Failure> {
    let printed = async {
        let access = caller.round::<SeeResults>(&state.app, &id).await?;
        let printed = Printed::of(&state, &access).await?;
        Ok((access, printed))
    };
    let (access, printed) = printed.await.map_err(|error| Failure::of(&frame, &error))?;
    let made = report_file(&state, &frame, printed).await?;
    results::exported(&state.app, &access, "PDF report").await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(made)
}

/// A result that is to be printed.
struct Printed {
    whole: Whole,
    letterhead: Letterhead,
}

impl Printed {
    async fn of(state: &crate::State, seer: &impl Sees) -> Result<Self, Error> {
        let whole = results::whole(&state.app, seer).await?;
        Ok(Self { whole, letterhead: results::letterhead(&state.app, seer).await? })
    }

    fn paper(&self) -> RoundReport<'_> {
        let Whole { report, outlet } = &self.whole;
        RoundReport {
            data: report,
            instrument: outlet.instrument,
            published: &outlet.published,
            standing: Standing::of_round(outlet.digest.as_deref()),
            letterhead: &self.letterhead,
        }
    }
}

async fn report_file(state: &crate::State, frame: &Frame, printed: Printed) -> Result<Response, Failure> {
    let name = slug(&format!("{} {}", printed.whole.report.team, printed.whole.report.round));
    file(frame, &name, PDF, state.reports.make(move |renderer| renderer.render(&printed.paper())).await)
}

/// Which rounds are asked for.
#[derive(Debug, Deserialize)]
pub struct Side {
    #[serde(default)]
    rounds: String,
}

/// `/compare.pdf`: the log of each round says that it was taken out.
pub async fn comparison_pdf(
    State(state): State<crate::State>,
    Query(asked): Query<Side>,
    SignedIn(caller): SignedIn,
    frame: Frame,
) -> Result<Response, Failure> {
    let found = async {
        // Choosing rounds is for the page.
        let ids = compare::read(&asked.rounds).ok().filter(|ids| !ids.is_empty()).ok_or(Error::NotFound)?;
        let rounds = caller.rounds(&state.app, &ids).await?;
        let compared = rounds.compare(&state.app).await?;
        let letterhead = rounds.letterhead(&state.app).await?;
        Ok((rounds, compared, letterhead))
    };
    let (rounds, Compared { columns, comparison }, letterhead) =
        found.await.map_err(|error| Failure::of(&frame, &error))?;
    let (title, date) = (title(&columns), day(state.app.now()));
    let name = slug(&title);
    let heads: Vec<Head> = columns
        .into_iter()
        .map(|column| Head {
            about: about(&column),
            published: column.made != Made::Not,
            team: column.team_name,
            round: column.name,
        })
        .collect();
    let typeset = move |renderer: &dyn RenderPdf| {
        let report = ComparisonReport {
            title: &title,
            columns: &heads,
            comparison: &comparison,
            date: &date,
            letterhead: &letterhead,
        };
        renderer.render_comparison(&report)
    };
    let made = file(&frame, &name, PDF, state.reports.make(typeset).await)?;
    rounds.exported(&state.app).await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(made)
}

/// A form in which a result can be taken away as tables.
#[derive(Clone, Copy, Debug)]
enum Form {
    Workbook,
    Csv,
    Json,
}

impl Form {
    /// By the ending of the address.
    fn of(uri: &Uri) -> Option<Self> {
        match uri.path().rsplit_once('.')?.1 {
            "xlsx" => Some(Self::Workbook),
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    const fn kind(self) -> Kind {
        match self {
            Self::Workbook => {
                Kind { ending: "xlsx", media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }
            }
            Self::Csv => Kind { ending: "csv", media: "text/csv; charset=utf-8" },
            Self::Json => Kind { ending: "json", media: "application/json" },
        }
    }

    fn write(self, round: &Round, outlet: &Outlet, now: i64) -> Result<Vec<u8>, RenderPdfError> {
        let about = About {
            team: round.team_name.clone(),
            round: round.name.clone(),
            subject: round.subject.clone(),
            mode: Some(round.mode),
            published: outlet.at.map(|at| at / 1_000_000),
            digest: outlet.digest.clone(),
            // What is published never changes, so its file is said to be as old as it.
            created: outlet.at.unwrap_or(now) / 1_000_000,
        };
        let export = Export::new(outlet.instrument, &outlet.published, about)?;
        Ok(match self {
            Self::Workbook => tables::xlsx(&export)?,
            Self::Csv => tables::csv(&export)?,
            Self::Json => tables::json(&export)?,
        })
    }
}

/// `/manage/{token}/report.xlsx`, `.csv` and `.json`
pub async fn tables(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    uri: Uri,
    frame: Frame,
) -> Result<Response, Failure> {
    let found = async {
        let form = Form::of(&uri).ok_or(Error::NotFound)?;
        let manager = manage::open(&state.app, &token).await?;
        let outlet = results::outlet(&state.app, &manager).await?;
        Ok((form, manager.round().clone(), outlet))
    };
    let (form, round, outlet) = found.await.map_err(|error| Failure::of(&frame, &error))?;
    table_file(&state, &frame, form, round, outlet).await
}

/// `/rounds/{id}/report.xlsx`, `.csv` and `.json`: the log says that it was taken out.
pub async fn round_tables(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    uri: Uri,
    SignedIn(caller): SignedIn,
    frame: Frame,
) -> Result<Response, Failure> {
    let found = async {
        let form = Form::of(&uri).ok_or(Error::NotFound)?;
        let access = caller.round::<SeeResults>(&state.app, &id).await?;
        let outlet = results::outlet(&state.app, &access).await?;
        Ok((form, access, outlet))
    };
    let (form, access, outlet) = found.await.map_err(|error| Failure::of(&frame, &error))?;
    let made = table_file(&state, &frame, form, access.round().clone(), outlet).await?;
    let what = format!("{} of the result", form.kind().ending.to_uppercase());
    results::exported(&state.app, &access, &what).await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(made)
}

async fn table_file(
    state: &crate::State,
    frame: &Frame,
    form: Form,
    round: Round,
    outlet: Outlet,
) -> Result<Response, Failure> {
    let (name, now) = (slug(&format!("{} {}", round.team_name, round.name)), state.app.now());
    file(frame, &name, form.kind(), state.reports.make(move |_| form.write(&round, &outlet, now)).await)
}

/// `/check/{token}/report.pdf`
pub async fn check_pdf(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    frame: Frame,
) -> Result<Response, Failure> {
    let data = async { check::open(&state.app, &token).await?.data(&state.app) };
    let data = data.await.map_err(|error| Failure::of(&frame, &error))?;
    let name = slug(&format!("quick check {}", data.date));
    file(&frame, &name, PDF, state.reports.make(move |renderer| renderer.render_check(&data)).await)
}

/// `/sample/report.pdf`, made once.
pub async fn sample_pdf(State(state): State<crate::State>, frame: Frame) -> Result<Response, Failure> {
    let reports = &state.reports;
    let make = || reports.make(|renderer| renderer.render(&sample::on_paper()));
    file(&frame, "sample", PDF, reports.sample.get_or_try_init(make).await.cloned())
}

/// What kind of file it is.
#[derive(Clone, Copy, Debug)]
struct Kind {
    ending: &'static str,
    media: &'static str,
}

const PDF: Kind = Kind { ending: "pdf", media: "application/pdf" };

/// The file to take away, or why there is none.
fn file(frame: &Frame, name: &str, kind: Kind, made: Result<Bytes, NoReport>) -> Result<Response, Failure> {
    match made {
        Ok(bytes) => {
            let disposition =
                HeaderValue::from_str(&format!("attachment; filename=\"plumbline-{name}.{}\"", kind.ending))
                    .unwrap_or(HeaderValue::from_static("attachment"));
            let kind = HeaderValue::from_static(kind.media);
            Ok(([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, disposition)], bytes).into_response())
        }
        Err(NoReport::Busy) => Err(Failure::new(frame, Problem::Busy)),
        Err(NoReport::Failed(error)) => {
            tracing::error!(error = error.as_ref() as &dyn std::error::Error, "the report could not be made");
            Err(Failure::new(frame, Problem::Fault))
        }
    }
}

/// Letters and digits of ASCII, joined by hyphens: safe in a file's name anywhere.
fn slug(text: &str) -> String {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join("-").chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_name_is_safe_in_a_header_and_on_a_disk() {
        assert_eq!(super::slug("Payments Risk, \"Q3\"\r\n../ November 2026"), "payments-risk-q3-november-2026");
        assert_eq!(super::slug("日本"), "");
    }
}
