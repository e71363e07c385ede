//! Mails through a real mail server: they arrive with text and HTML, and the links in them work once.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::{Request, StatusCode};
use domain::comparison::ComparisonReport;
use domain::quick_check::CheckData;
use domain::report::RoundReport;
use domain::rights::Right;
use mail::Smtp;
use serde_json::Value;
use store::Store;
use tempfile::TempDir;
use tower::ServiceExt as _;
use usecases::accounts::{NewUser, make_user};
use usecases::mail::{Letter, Office, ask};
use usecases::{App, SystemClock, SystemEntropy, jobs};
use web::{RenderPdf, RenderPdfError, Settings, State};

/// The Python that has the mail server; `make test` makes it.
const PYTHON: &str = "PLUMBLINE_TEST_PYTHON";

struct MailServer {
    child: Child,
    lines: BufReader<ChildStdout>,
    port: u16,
}

impl MailServer {
    fn start() -> Self {
        let python = std::env::var(PYTHON).unwrap_or_else(|_| {
            panic!("{PYTHON} names no Python with aiosmtpd: make test makes one, by scripts/test-tools.sh")
        });
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/smtp.py");
        let mut command = Command::new(python);
        let mut child = command.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        lines.read_line(&mut line).unwrap();
        Self { child, lines, port: line.trim().parse().unwrap() }
    }

    /// The next mail. It arrived before the job that sent it was done.
    fn mail(&mut self) -> Value {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

struct NoPaper;

impl RenderPdf for NoPaper {
    fn render(&self, _: &RoundReport<'_>) -> Result<Vec<u8>, RenderPdfError> {
        Ok(Vec::new())
    }

    fn render_comparison(&self, _: &ComparisonReport<'_>) -> Result<Vec<u8>, RenderPdfError> {
        Ok(Vec::new())
    }

    fn render_check(&self, _: &CheckData) -> Result<Vec<u8>, RenderPdfError> {
        Ok(Vec::new())
    }
}

async fn send(router: &Router, request: Request<Body>) -> (StatusCode, String) {
    let answer = router.clone().oneshot(request).await.unwrap();
    let status = answer.status();
    let body = axum::body::to_bytes(answer.into_body(), 1 << 20).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

async fn post(router: &Router, path: &str, body: &str) -> StatusCode {
    let request = Request::post(path)
        .header(HOST, "localhost:3000")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body.to_owned()));
    send(router, request.unwrap()).await.0
}

/// The path of the link in a mail, asserted to stand in both parts.
fn link(mail: &Value) -> String {
    let text = mail["text"].as_str().unwrap();
    let link = text.split_whitespace().find(|word| word.starts_with("https://plumbline.example/")).unwrap();
    assert!(mail["html"].as_str().unwrap().contains(&format!("href=\"{link}\"")), "{mail}");
    link.trim_start_matches("https://plumbline.example").to_owned()
}

async fn deliver(app: &App) {
    // The periodic jobs are taken along; nothing is left after some rounds.
    while jobs::work_once(app).await.unwrap() > 0 {}
}

#[tokio::test]
async fn mails_arrive_in_two_parts_and_their_links_work_once() {
    let mut server = MailServer::start();
    let folder = TempDir::new().unwrap();
    let store = Store::open(&format!("sqlite://{}/test.db", folder.path().display())).await.unwrap();
    store.migrate().await.unwrap();
    let smtp = Smtp::new(&format!("smtp://127.0.0.1:{}", server.port), "Plumbline <plumbline@example.org>").unwrap();
    let office = Office { post: Arc::new(smtp), address: "https://plumbline.example".to_owned() };
    let app = App::new(store.clone(), Arc::new(SystemClock), Arc::new(SystemEntropy)).await.unwrap();
    let app = app.with_office(office);
    let router = web::router(State::new(app.clone(), Arc::new(NoPaper), Settings::default()));

    let new = NewUser {
        email: "ada@example.org".to_owned(),
        name: "Ada Ö.".to_owned(),
        right: Right::Owner,
        organisation: "Labs & Co".to_owned(),
    };
    make_user(&app, &new).await.unwrap();
    let account = store.snapshot().await.unwrap();
    let mut account = account;
    let id =
        account.account_by_email(&domain::account::Email::parse("ada@example.org").unwrap()).await.unwrap().unwrap().id;
    drop(account);
    assert!(ask(&app, id, Letter::Invitation).await.unwrap());
    deliver(&app).await;
    let mail = server.mail();
    assert_eq!(mail["to"], serde_json::json!(["ada@example.org"]));
    assert_eq!(mail["from"], "Plumbline <plumbline@example.org>");
    assert_eq!(mail["subject"], "You are invited to Labs & Co on Plumbline");
    let id = mail["id"].as_str().unwrap();
    assert!(id.starts_with('<') && id.ends_with("@example.org>"), "{id}");
    assert_eq!(mail["by"], "auto-generated");
    assert!(mail["text"].as_str().unwrap().contains("Hello Ada Ö.,"));
    assert!(mail["html"].as_str().unwrap().contains("Labs &amp; Co"));
    let path = link(&mail);
    let password = "name=Ada&password=correct+horse+battery+staple";
    assert_eq!(post(&router, &path, password).await, StatusCode::SEE_OTHER);
    assert_eq!(post(&router, &path, password).await, StatusCode::NOT_FOUND);

    // Known and unknown addresses are answered alike; only one of them is written to.
    assert_eq!(post(&router, "/forgot", "email=nobody%40example.org").await, StatusCode::OK);
    assert_eq!(post(&router, "/forgot", "email=ADA%40example.org").await, StatusCode::OK);
    deliver(&app).await;
    let mail = server.mail();
    assert_eq!(mail["subject"], "Your new password for Plumbline");
    let path = link(&mail);
    let password = "password=seven+purple+lanterns+sing";
    assert_eq!(post(&router, &path, password).await, StatusCode::SEE_OTHER);
    assert_eq!(post(&router, &path, password).await, StatusCode::NOT_FOUND);
    deliver(&app).await;
    let mail = server.mail();
    assert_eq!(mail["subject"], "Your password for Plumbline was changed");
    assert!(!mail["text"].as_str().unwrap().contains("https://"));
}
