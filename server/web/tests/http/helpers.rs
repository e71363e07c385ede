//! A whole application on a database of its own, a clock that stands still and a typesetter that writes JSON.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION};
use axum::http::{HeaderMap, Request, StatusCode};
use domain::account::Email;
use domain::comparison::ComparisonReport;
use domain::figures::Figure;
use domain::ids::{AccountId, OrganisationId, SessionId, TeamId};
use domain::links::{SESSION_BYTES, SessionSecret};
use domain::quick_check::CheckData;
use domain::report::{RoundReport, Standing};
use domain::rights::Right;
use serde_json::{Value, json};
use sqlx::{Connection as _, Executor as _};
use store::{
    AddAccount, AddTeam, Added, EnsureOrganisation, Membership, PasswordHash, SetMembership, StartSession, Store,
};
use tempfile::TempDir;
use tokio::sync::OnceCell;
use tower::ServiceExt as _;
use usecases::mail::Office;
use usecases::{App, Clock, Entropy, Hashing, Policy};
use uuid::Uuid;
use web::{RenderPdf, RenderPdfError, Settings, State};

/// 23 November 2026, 12:00 UTC.
pub const NOON: i64 = 1_795_435_200_000_000;

/// Stands still until a test moves it.
struct StillClock(AtomicI64);

impl Clock for StillClock {
    fn now(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
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
    fn render(&self, report: &RoundReport<'_>) -> Result<Vec<u8>, RenderPdfError> {
        let mut said = serde_json::to_value(report.data)?;
        said["organisation"] = report.letterhead.organisation.clone().into();
        said["logo"] = report.letterhead.logo.as_ref().map(|logo| logo.kind().word()).into();
        said["accent"] = report.letterhead.accent.map(|accent| accent.to_string()).into();
        said["digest"] = match report.standing {
            Standing::Kept(digest) => digest.into(),
            Standing::Preliminary | Standing::OwnFile => Value::Null,
        };
        Ok(serde_json::to_vec(&said)?)
    }

    fn render_comparison(&self, report: &ComparisonReport<'_>) -> Result<Vec<u8>, RenderPdfError> {
        let rounds: Vec<&str> = report.columns.iter().map(|head| head.round.as_str()).collect();
        let rows: Vec<Vec<String>> = report
            .comparison
            .rows
            .iter()
            .map(|row| row.cells.iter().flat_map(|cell| &cell.figure).map(Figure::text).collect())
            .collect();
        let organisation = &report.letterhead.organisation;
        let all = json!({ "title": report.title, "rounds": rounds, "rows": rows, "organisation": organisation });
        Ok(serde_json::to_vec(&all)?)
    }

    fn render_check(&self, check: &CheckData) -> Result<Vec<u8>, RenderPdfError> {
        Ok(serde_json::to_vec(check)?)
    }
}

/// A database with every table and nothing in them, made once.
async fn empty_database() -> &'static [u8] {
    static MADE: OnceCell<Vec<u8>> = OnceCell::const_new();
    let make = async || {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("empty.db");
        let store = Store::open(&format!("sqlite://{}", file.display())).await.unwrap();
        store.migrate().await.unwrap();
        store.close().await;
        std::fs::read(file).unwrap()
    };
    MADE.get_or_init(make).await
}

/// The application under test.
pub struct TestApp {
    router: Router,
    clock: Arc<StillClock>,
    made: AtomicU64,
    /// The database, for what is no request.
    pub store: Store,
    /// The use cases, for what is no request.
    pub app: App,
    folder: TempDir,
}

/// A signed-in browser of an account that a test has made.
#[derive(Clone, Debug)]
pub struct Browser {
    pub account: AccountId,
    pub organisation: OrganisationId,
    pub email: String,
    /// The `Cookie` header; empty for a browser that is not signed in.
    pub cookie: String,
}

impl Default for Browser {
    fn default() -> Self {
        let (account, organisation) = (AccountId::new(Uuid::nil()), OrganisationId::IMPLICIT);
        Self { account, organisation, email: String::new(), cookie: String::new() }
    }
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
        Self::built(settings, None).await
    }

    /// One that sends mail.
    pub async fn mailing(office: Office) -> Self {
        Self::built(Settings::default(), Some(office)).await
    }

    async fn built(settings: Settings, office: Option<Office>) -> Self {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("test.db"), empty_database().await).unwrap();
        let store = Store::open(&format!("sqlite://{}/test.db", folder.path().display())).await.unwrap();
        let clock = Arc::new(StillClock(AtomicI64::new(NOON)));
        let app = App::new(store.clone(), clock.clone(), Arc::<CountedEntropy>::default()).await.unwrap();
        // A hash that is made in microseconds.
        let hashing = Hashing { memory_kib: 8, passes: 1, lanes: 1 };
        let app = app.with_policy(Policy { hashing, refusal: Duration::ZERO, ..Policy::default() });
        let app = if let Some(office) = office { app.with_office(office) } else { app };
        let router = web::router(State::new(app.clone(), Arc::new(JsonReport), settings));
        Self { router, clock, made: AtomicU64::new(1), store, app, folder }
    }

    /// Runs SQL that the program would never run, or cannot yet.
    pub async fn tamper(&self, sql: &str) {
        let url = format!("sqlite://{}/test.db", self.folder.path().display());
        let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
        connection.execute(sqlx::AssertSqlSafe(sql.to_owned())).await.unwrap();
        connection.close().await.unwrap();
    }

    /// Lets time pass.
    pub fn wait(&self, micros: i64) {
        self.clock.0.fetch_add(micros, Ordering::Relaxed);
    }

    /// An id that no other thing of this test has.
    fn id(&self) -> Uuid {
        Uuid::from_u64_pair(0x0193_0000_0000_7000, 0x8000_0000_0000_0000 | self.made.fetch_add(1, Ordering::Relaxed))
    }

    /// Makes an organisation.
    pub async fn organisation(&self, name: &str) -> OrganisationId {
        let id = OrganisationId::new(self.id());
        let at = self.clock.now();
        self.store.execute(EnsureOrganisation { id, name: name.to_owned(), at }).await.unwrap();
        id
    }

    /// Makes an account with this right, and signs it in. Its address is `name@example.org`.
    pub async fn account(&self, organisation: OrganisationId, name: &str, right: Right) -> Browser {
        let account = AccountId::new(self.id());
        let local: String =
            name.to_lowercase().replace(' ', ".").chars().filter(|c| c.is_alphanumeric() || *c == '.').collect();
        let email = format!("{local}@example.org");
        let command = AddAccount {
            id: account,
            organisation_id: organisation,
            email: Email::parse(&email).unwrap(),
            name: name.to_owned(),
            right,
            password_hash: Some(PasswordHash("$no$password$fits".to_owned())),
            at: self.clock.now(),
        };
        assert_eq!(self.store.execute(command).await.unwrap(), Added::Added);
        self.sign_in(organisation, account, &email).await
    }

    /// Signs an account in as if it had given its password.
    async fn sign_in(&self, organisation: OrganisationId, account: AccountId, email: &str) -> Browser {
        let mut bytes = [0; SESSION_BYTES];
        bytes[..16].copy_from_slice(self.id().as_bytes());
        let secret = SessionSecret::from_random(bytes);
        let command = StartSession {
            key: secret.key(),
            id: SessionId::new(self.id()),
            account_id: account,
            address: "192.0.2.0/24".to_owned(),
            agent: "A browser".to_owned(),
            at: self.clock.now(),
        };
        self.store.execute(command).await.unwrap();
        let cookie = format!("plumbline={}", secret.token());
        Browser { account, organisation, email: email.to_owned(), cookie }
    }

    /// Signs an account in again, whose session has run out.
    pub async fn sign_in_again(&self, browser: &Browser) -> Browser {
        self.sign_in(browser.organisation, browser.account, &browser.email).await
    }

    /// Makes a team of these people.
    pub async fn team(&self, organisation: OrganisationId, name: &str, members: &[&Browser]) -> TeamId {
        let (id, at) = (TeamId::new(self.id()), self.clock.now());
        let add = AddTeam { id, organisation_id: organisation, unit_id: None, name: name.to_owned(), at };
        self.store.execute(add).await.unwrap();
        for member in members {
            let (account_id, membership) = (member.account, Membership::Belongs);
            let set = SetMembership { organisation_id: organisation, team_id: id, account_id, membership, at };
            assert!(self.store.execute(set).await.unwrap());
        }
        id
    }

    /// A page, asked for by a browser.
    pub async fn get_as(&self, browser: &Browser, path: &str) -> Answer {
        let request = Request::get(path).header(HOST, "localhost:3000").header(COOKIE, &browser.cookie);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// A form, sent by a browser.
    pub async fn post_as(&self, browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        self.post_body_as(browser, path, "application/x-www-form-urlencoded", body.finish()).await
    }

    /// Bytes of this kind, sent by a browser.
    pub async fn post_body_as(&self, browser: &Browser, path: &str, kind: &str, body: impl Into<Body>) -> Answer {
        let request = Request::post(path)
            .header(HOST, "localhost:3000")
            .header(COOKIE, &browser.cookie)
            .header(CONTENT_TYPE, kind)
            .body(body.into());
        self.send(request.unwrap()).await
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
