//! The servers: the application as it is served in earnest, and a bare one that hands out bytes.

use std::future::pending;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::serve::ListenerExt as _;
use domain::comparison::ComparisonReport;
use domain::quick_check::CheckData;
use domain::report::RoundReport;
use store::Store;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use usecases::{App, SystemClock, SystemEntropy};
use web::{RenderPdf, RenderPdfError, Settings, State};

use crate::client::{Answer, Client, headers};

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

/// A folder on the disk that the build is on: the system's folder for temporary files may be in memory, where
/// flushing costs nothing.
pub fn folder() -> TempDir {
    TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

fn loopback() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}

/// The application on a database in `folder`.
pub fn application(serving: &Runtime, folder: &TempDir) -> SocketAddr {
    serving.block_on(async { serve(app(folder).await.0) })
}

/// The use cases on a database in `folder`, and the way around them.
pub async fn app(folder: &TempDir) -> (App, Store) {
    let url = format!("sqlite://{}/bench.db", folder.path().display());
    let store = Store::open(&url).await.unwrap();
    store.migrate().await.unwrap();
    let app = App::new(store.clone(), Arc::new(SystemClock), Arc::new(SystemEntropy)).await.unwrap();
    (app, store)
}

/// Serves use cases, on the runtime that this is called in.
pub fn serve(app: App) -> SocketAddr {
    let (listener, address) = loopback();
    let router = web::router(State::new(app, Arc::new(NoReports), Settings::default()));
    tokio::spawn(web::serve(listener, router, pending()));
    address
}

/// A bare router that gives an answer's very headers and body to whatever it is asked, without delay for small packets.
pub fn bare(serving: &Runtime, answer: &Answer<'_>) -> SocketAddr {
    // What the server says about the connection itself it says here too.
    let own = ["content-length", "transfer-encoding", "connection", "date"];
    let given: HeaderMap = headers(answer.head)
        .filter(|(name, _)| !own.contains(name))
        .map(|(name, value)| (name.parse::<HeaderName>().unwrap(), HeaderValue::from_str(value).unwrap()))
        .collect();
    let body = Bytes::from(answer.whole_body());
    let router = Router::new().fallback(move || async move { (given, body) });
    let (listener, address) = loopback();
    listener.set_nonblocking(true).unwrap();
    serving.spawn(async move {
        let listener = tokio::net::TcpListener::from_std(listener).unwrap();
        let listener = listener.tap_io(|stream| stream.set_nodelay(true).unwrap());
        axum::serve(listener, router).await.unwrap();
    });
    address
}

/// A request without a body, or with a form.
pub fn request(method: &str, path: &str, more: &str, form: &str) -> Vec<u8> {
    let kind = "Content-Type: application/x-www-form-urlencoded";
    format!(
        "{method} {path} HTTP/1.1\r\nHost: localhost\r\n{kind}\r\nContent-Length: {}\r\n{more}\r\n{form}",
        form.len()
    )
    .into_bytes()
}

/// Starts a round and gives the paths of so many responses to it.
pub async fn responses(client: &mut Client, count: usize) -> Vec<String> {
    let manage = client.exchange(&request("POST", "/start", "", "")).await.header("location").unwrap().to_owned();
    let page = client.exchange(&request("GET", &manage, "", "")).await.whole_body();
    let page = String::from_utf8(page).unwrap();
    let share = format!("/join/{}", page.split("/join/").nth(1).unwrap().split('"').next().unwrap());
    let mut paths = Vec::new();
    for _ in 0..count {
        let joined = client.exchange(&request("POST", &share, "", "")).await;
        paths.push(joined.header("location").unwrap().to_owned());
    }
    paths
}
