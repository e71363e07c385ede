//! `.sqlx`: what each engine says of each statement, so that every build checks them without a database.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context as _, Result, bail, ensure};
use tempfile::TempDir;

use crate::postgres::{Cluster, VARIABLE};
use crate::workspace::{apart, root};

/// What Cargo looks at to see whether the statements' crate has changed.
const SOURCE: &str = "server/store/src/lib.rs";

/// `cargo xtask prepare [--check]`
pub fn run(arguments: &[&str]) -> Result<ExitCode> {
    let check = match arguments {
        [] => false,
        ["--check"] => true,
        _ => bail!("usage: cargo xtask prepare [--check]"),
    };
    let root = root()?;
    let source = root.join(SOURCE);
    let written = fs::metadata(&source)?.modified()?;
    let described = describe_all(&root);
    // As it was, or everything above the store would be built again after every check.
    fs::File::open(&source)?.set_modified(written)?;
    let fresh = described?;
    let committed = root.join(".sqlx");
    let old = read(&committed)?;
    if fresh == old {
        eprintln!("statements: {} known, .sqlx is up to date", fresh.len());
        return Ok(ExitCode::SUCCESS);
    }
    let new = fresh.keys().filter(|name| !old.contains_key(*name)).count();
    let unused = old.keys().filter(|name| !fresh.contains_key(*name)).count();
    let changed = fresh.iter().filter(|(name, text)| old.get(*name).is_some_and(|before| before != *text)).count();
    eprintln!("statements: {} known, {new} new, {changed} changed, {unused} unused", old.len());
    if check {
        eprintln!(".sqlx is not what the statements and tables say: run cargo xtask prepare and commit it");
        return Ok(ExitCode::FAILURE);
    }
    fs::create_dir_all(&committed)?;
    for name in old.keys().filter(|name| !fresh.contains_key(*name)) {
        fs::remove_file(committed.join(name))?;
    }
    for (name, text) in &fresh {
        fs::write(committed.join(name), text)?;
    }
    eprintln!("wrote .sqlx");
    Ok(ExitCode::SUCCESS)
}

fn cargo(root: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    apart(&mut cargo).current_dir(root);
    cargo
}

fn succeed(command: &mut Command, what: &str) -> Result<()> {
    ensure!(command.status()?.success(), "{what} failed");
    Ok(())
}

/// Makes a database with each engine and lets the compiler ask it about every statement.
fn describe_all(root: &Path) -> Result<BTreeMap<String, String>> {
    let folder = TempDir::with_prefix("plumbline-prepare-")?;
    let data = folder.path().join("sqlx");
    fs::create_dir(&data)?;

    let sqlite = format!("sqlite://{}", folder.path().join("prepare.db").display());
    describe(root, "sqlite", &sqlite, &data)?;

    // The server that tests were given, or one of our own.
    let (given, own) = match std::env::var(VARIABLE) {
        Ok(given) => (given, None),
        Err(_) => (String::new(), Some(Cluster::start()?)),
    };
    let server = own.as_ref().map_or(given.as_str(), |cluster| &cluster.url);
    let (server, _database) = server.rsplit_once('/').with_context(|| format!("{VARIABLE} names no database"))?;
    describe(root, "postgres", &format!("{server}/prepare_{}", std::process::id()), &data)?;
    read(&data)
}

fn describe(root: &Path, engine: &str, url: &str, data: &Path) -> Result<()> {
    let tables = |verb: &str| {
        let mut apply = cargo(root);
        apply.args(["run", "--quiet", "--package", "schema", "--example", "apply", "--", verb, url]);
        succeed(&mut apply, "making the tables")
    };
    tables("create")?;
    // Or Cargo would not compile it again, and the compiler would ask nothing.
    let now = fs::metadata(data)?.modified()?;
    fs::File::open(root.join(SOURCE))?.set_modified(now)?;
    let checked = succeed(
        cargo(root)
            .args(["check", "--quiet", "--package", "store", "--no-default-features", "--features", engine])
            .env("SQLX_OFFLINE", "false")
            .env("SQLX_OFFLINE_DIR", data)
            .env("DATABASE_URL", url),
        "checking the statements",
    );
    tables("drop")?;
    checked
}

/// File names and texts of a folder; nothing if it does not exist.
fn read(folder: &Path) -> Result<BTreeMap<String, String>> {
    if !folder.exists() {
        return Ok(BTreeMap::new());
    }
    fs::read_dir(folder)?
        .map(|entry| {
            let entry = entry?;
            Ok((entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path())?))
        })
        .collect()
}
