//! A server that is put together as the program's, but can be told to commit carelessly.
//!
//! A check that has never failed proves little, so the check of power loss is shown a server that would lose answers.
//! What makes it careless is a field of [`Options`] that only code can set. The program reads it from nowhere: with a
//! flag or a variable for it, somebody would one day switch off what this test stands for. So the careless server
//! cannot be the program itself; it is this test's own binary, started again for the one "test" below.

use std::env;
use std::future::pending;
use std::net::TcpListener;
use std::process::Command;
use std::sync::Arc;

use domain::comparison::ComparisonReport;
use domain::quick_check::CheckData;
use domain::report::RoundReport;
use store::{Options, Store};
use tokio::runtime::Runtime;
use usecases::{App, SystemClock, SystemEntropy};
use web::{RenderPdf, RenderPdfError, Settings, State};

const CARELESS: &str = "PLUMBLINE_TEST_CARELESS";

/// The command that serves until it is killed.
pub fn command(careless: bool) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "control::serve", "--ignored", "--nocapture"]).env(CARELESS, careless.to_string());
    command
}

/// Nobody asks for a report here.
struct NoReports;

impl RenderPdf for NoReports {
    fn render(&self, _: &RoundReport<'_>) -> Result<Vec<u8>, RenderPdfError> {
        Err("no reports here".into())
    }

    fn render_comparison(&self, _: &ComparisonReport<'_>) -> Result<Vec<u8>, RenderPdfError> {
        Err("no reports here".into())
    }

    fn render_check(&self, _: &CheckData) -> Result<Vec<u8>, RenderPdfError> {
        Err("no reports here".into())
    }
}

#[test]
#[ignore = "no test but a server, which the test of power loss starts"]
fn serve() {
    let careless = env::var(CARELESS).expect("the test of power loss sets this").parse().unwrap();
    let options = Options { loses_commits_without_power: careless, ..Options::default() };
    Runtime::new().unwrap().block_on(async {
        let store = Store::open_with(&env::var("DATABASE_URL").unwrap(), &options).await.unwrap();
        store.migrate().await.unwrap();
        let app = App::new(store, Arc::new(SystemClock), Arc::new(SystemEntropy)).await.unwrap();
        let router = web::router(State::new(app, Arc::new(NoReports), Settings::default()));
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        println!("Open http://{}", listener.local_addr().unwrap());
        web::serve(listener, router, pending()).await.unwrap();
    });
}
