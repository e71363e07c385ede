//! The web server, from settings to an orderly end.

use std::net::{TcpListener, ToSocketAddrs as _};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use app::routes;
use domain::comparison::ComparisonReport;
use domain::quick_check::CheckData;
use domain::report::RoundReport;
use mail::Smtp;
use store::{OpenError, Store};
use tokio::runtime::Runtime;
use tokio::signal::unix::{SignalKind, signal};
use usecases::accounts::setup_link;
use usecases::mail::Office;
use usecases::{App, SystemClock, SystemEntropy};
use web::{RenderPdf, RenderPdfError, Settings, State};

use crate::failure::Failure;
use crate::{args, config, demo, telemetry};

/// How long the end of the program waits for the job in hand. One that is cut off is done after its lease.
const JOB_GRACE: Duration = Duration::from_secs(5);

/// The typesetter, as the web part wants it.
struct Typst;

impl RenderPdf for Typst {
    fn render(&self, report: &RoundReport<'_>) -> Result<Vec<u8>, RenderPdfError> {
        Ok(report::render_pdf(report)?)
    }

    fn render_comparison(&self, report: &ComparisonReport<'_>) -> Result<Vec<u8>, RenderPdfError> {
        Ok(report::render_comparison_pdf(report)?)
    }

    fn render_check(&self, data: &CheckData) -> Result<Vec<u8>, RenderPdfError> {
        Ok(report::render_check_pdf(data)?)
    }
}

/// `plumbline serve`
///
/// # Errors
/// The settings cannot be used, or the server cannot start.
pub fn run(args: args::Serve) -> Result<(), Failure> {
    let config = config::Serve::new(args)?;
    telemetry::start(&config.log)?;
    Runtime::new()?.block_on(async move {
        let listener = listen(&config.addr)?;
        let store = open(&config.database).await?;
        let report = store.migrate().await?;
        tracing::info!(engine = ?store.engine(), applied = report.applied.len(), "the database is ready");
        let app = App::new(store.clone(), Arc::new(SystemClock), Arc::new(SystemEntropy)).await?;
        let address = config.public_url.clone().unwrap_or(format!("http://{}", listener.local_addr()?));
        let app = with_mail(app.with_policy(config.policy), config.mail, &address)?;
        if let Some(demo) = &config.demo {
            say(&demo::prepare(&app, demo).await?);
        }
        let setup = setup_link(&app).await?;
        let settings = Settings {
            public_url: config.public_url.clone(),
            operator: config.operator,
            trusted_proxies: config.trusted_proxies,
            styleguide: config.styleguide,
            demo: config.demo.is_some(),
        };
        let jobs = tokio::spawn(usecases::jobs::run(app.clone(), end()));
        let router = web::router(State::new(app, Arc::new(Typst), settings));
        if let Some(link) = setup {
            say(&format!("Set Plumbline up, once, within a day: {address}{}", routes::setup(&link.token())));
        }
        say(&format!("Plumbline is ready. Open {address} in a browser. Stop it with Ctrl-C."));
        web::serve(listener, router, end()).await?;
        if tokio::time::timeout(JOB_GRACE, jobs).await.is_err() {
            tracing::warn!("a job was cut off; it will be done later");
        }
        store.close().await;
        Ok(())
    })
}

/// The same, sending mail if a mail server is set.
fn with_mail(app: App, mail: Option<config::Mail>, address: &str) -> Result<App, Failure> {
    let Some(config::Mail { url, from }) = mail else { return Ok(app) };
    let host = address.split("://").last().unwrap_or(address).split([':', '/']).next().unwrap_or("localhost");
    let from = from.unwrap_or_else(|| format!("Plumbline <plumbline@{host}>"));
    let smtp = Smtp::new(&url, &from).map_err(|error| Failure::Input(error.to_string()))?;
    Ok(app.with_office(Office { post: Arc::new(smtp), address: address.to_owned() }))
}

fn listen(address: &str) -> Result<TcpListener, Failure> {
    let found = address.to_socket_addrs().map_err(|error| {
        Failure::Input(format!("{address:?} is no address to listen on ({error}); give one such as 127.0.0.1:3000"))
    })?;
    let found: Vec<_> = found.collect();
    let listener = TcpListener::bind(found.as_slice())
        .with_context(|| format!("{address} cannot be listened on; is another server running there?"))?;
    Ok(listener)
}

/// Opens the database; an address that is none is wrong input.
pub(crate) async fn open(database: &config::Database) -> Result<Store, Failure> {
    Store::open(&database.0).await.map_err(|error| match error {
        OpenError::Address { .. } | OpenError::BadAddress { .. } => Failure::Input(error.to_string()),
        other => other.into(),
    })
}

/// `plumbline migrate`
///
/// # Errors
/// The database cannot be opened or migrated.
pub fn migrate(args: &args::Database) -> Result<(), Failure> {
    let database = config::database(args)?;
    Runtime::new()?.block_on(async move {
        let store = open(&database).await?;
        let report = store.migrate().await?;
        say(&format!("The database is up to date; {} migrations were applied.", report.applied.len()));
        store.close().await;
        Ok(())
    })
}

#[expect(clippy::print_stdout, reason = "the one line that a person waits for")]
pub(crate) fn say(text: &str) {
    println!("{text}");
}

/// Comes about on SIGTERM or Ctrl-C.
async fn end() {
    let (Ok(mut terminate), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        tracing::error!("signals cannot be listened to; the server ends only by force");
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}
