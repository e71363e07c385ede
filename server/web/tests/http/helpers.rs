//! A whole application on a database of its own, a clock that stands still and a typesetter that writes JSON.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_TYPE, HOST, LOCATION};
use axum::http::{HeaderMap, Request, StatusCode};
use domain::quick_check::CheckData;
use domain::report::ReportData;
use serde_json::Value;
use store::Store;
use tempfile::TempDir;
use tower::ServiceExt as _;
use usecases::{App, Clock, Entropy};
use web::{RenderPdf, RenderPdfError, Settings, State};

/// 23 November 2026, 12:00 UTC.
pub const NOON: i64 = 1_795_435_200_000_000;

struct StillClock;

impl Clock for StillClock {
    fn now(&self) -> i64 {
        NOON
    }
}

/// Bytes that differ from call to call and are the same from run to run.
#[derive(Default)]
struct CountedEntropy(AtomicU64);

impl Entropy for CountedEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let n = self.0.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            chunk.copy_from_slice(&n.to_be_bytes()[..chunk.len()]);
        }
    }
}

/// Writes what it was given, so that tests see what a report would say.
struct JsonReport;

impl RenderPdf for JsonReport {
    fn render(&self, report: &ReportData) -> Result<Vec<u8>, RenderPdfError> {
        Ok(serde_json::to_vec(report)?)
    }

    fn render_check(&self, check: &CheckData) -> Result<Vec<u8>, RenderPdfError> {
        Ok(serde_json::to_vec(check)?)
    }
}

/// The application under test.
pub struct TestApp {
    router: Router,
    _folder: TempDir,
}

/// A response, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// Where it leads, asserted to be a redirect after a POST.
    #[track_caller]
    pub fn leads_to(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text());
        self.header(LOCATION.as_str())
    }

    #[track_caller]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).unwrap_or_else(|| panic!("no header {name}")).to_str().unwrap()
    }
}

impl TestApp {
    pub async fn new() -> Self {
        Self::with(Settings::default()).await
    }

    pub async fn with(settings: Settings) -> Self {
        let folder = TempDir::new().unwrap();
        let store = Store::open(&format!("sqlite://{}/test.db", folder.path().display())).await.unwrap();
        store.migrate().await.unwrap();
        let app = App::new(store, Arc::new(StillClock), Arc::<CountedEntropy>::default()).await.unwrap();
        let router = web::router(State::new(app, Arc::new(JsonReport), settings));
        Self { router, _folder: folder }
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, 64 << 20).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).header(HOST, "localhost:3000").body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        let request = Request::post(path)
            .header(HOST, "localhost:3000")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.finish()));
        self.send(request.unwrap()).await
    }

    /// Starts a round and gives the addresses of its manage page and its link to share.
    pub async fn round(&self) -> (String, String) {
        let started = self.post("/start", &[("team", "Payments Risk")]).await;
        let manage = started.leads_to().to_owned();
        let page = self.get(&manage).await;
        let share = page.text().split("http://localhost:3000").map(|rest| rest.split('"').next().unwrap());
        let share = share.into_iter().find(|path| path.starts_with("/join/")).unwrap().to_owned();
        (manage, share)
    }

    /// Joins a round and gives the address of the response.
    pub async fn join(&self, share: &str, name: &str) -> String {
        self.post(share, &[("name", name), ("action", "next")]).await.leads_to().to_owned()
    }

    /// What the report of a round says.
    pub async fn report(&self, manage: &str) -> Value {
        let answer = self.get(&format!("{manage}/report.pdf")).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        answer.json()
    }
}
