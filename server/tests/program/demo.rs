//! A demonstration: its database, its accounts, its banner.

use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use crate::server::{Server, plumbline};

/// The command on a database in `folder`, which does not go on to serve: its port is no port.
fn run(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = plumbline();
    command.args(arguments).current_dir(folder).env_remove("DATABASE_URL").env_remove("PLUMBLINE_DEMO_PASSWORD");
    command.envs(variables.iter().copied()).env("PLUMBLINE_LOG", "error").output().unwrap()
}

fn seed(folder: &Path, more: &[&str]) -> Output {
    let few = ["--people", "9", "--teams", "3", "--rounds", "4", "--respondents", "1"];
    let address = format!("sqlite://{}/plumbline.db", folder.display());
    run(folder, &[&["seed"][..], &few, more].concat(), &[("DATABASE_URL", &address)])
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn demo(folder: &Path) -> Server {
    let mut command = plumbline();
    command.args(["serve", "--demo"]).env("PLUMBLINE_DEMO_PASSWORD", "four plumb bobs");
    Server::start_by(command, folder)
}

#[test]
fn a_demonstration_says_so_and_can_be_started_again() {
    let folder = TempDir::new().unwrap();
    for _ in 0..2 {
        let server = demo(folder.path());
        assert!(server.browser.get("/").body.contains("people and answers here are invented"));
        assert_eq!(server.terminate(), Some(0));
    }
}

#[test]
fn a_database_with_other_data_is_refused() {
    let folder = TempDir::new().unwrap();
    let server = Server::start(folder.path());
    server.round();
    assert_eq!(server.terminate(), Some(0));
    let address = format!("sqlite://{}/plumbline.db", folder.path().display());
    let variables = [("DATABASE_URL", address.as_str()), ("PLUMBLINE_ADDR", "127.0.0.1:0")];
    let refused = run(folder.path(), &["serve", "--demo"], &variables);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused.stderr).contains("the database holds other data"), "{}", said(&refused.stderr));
    assert_eq!(seed(folder.path(), &[]).status.code(), Some(2));
    // It still serves as what it is.
    assert!(!Server::start(folder.path()).browser.get("/").body.contains("invented."));
}

#[test]
fn a_password_that_is_none_is_refused() {
    let folder = TempDir::new().unwrap();
    let refused = run(folder.path(), &["serve", "--demo"], &[("PLUMBLINE_DEMO_PASSWORD", "short")]);
    assert_eq!(refused.status.code(), Some(2));
    let message = said(&refused.stderr);
    assert!(message.contains("PLUMBLINE_DEMO_PASSWORD") && message.contains("8 characters"), "{message}");
    assert!(!folder.path().join("data").exists(), "nothing was made");
}

#[test]
fn seeding_fills_an_empty_database_once() {
    let folder = TempDir::new().unwrap();
    let filled = seed(folder.path(), &[]);
    assert!(filled.status.success(), "{}", said(&filled.stderr));
    assert!(said(&filled.stdout).contains("owner@demo.example"));
    assert_eq!(seed(folder.path(), &[]).status.code(), Some(2));
    assert_eq!(seed(folder.path(), &["--teams", "0"]).status.code(), Some(2));
    let server = demo(folder.path());
    assert!(server.browser.get("/").body.contains("invented"));
    assert_eq!(server.terminate(), Some(0));
}
