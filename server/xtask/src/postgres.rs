//! A private PostgreSQL server for one command: made in a temporary folder, gone when the command has ended.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};

use anyhow::{Context as _, Result, bail, ensure};
use tempfile::TempDir;

use crate::workspace::apart;

/// Where tests find the server: the address of its first database.
pub const VARIABLE: &str = "PLUMBLINE_TEST_POSTGRES";

/// `cargo xtask postgres -- COMMAND ARGUMENTS...`
pub fn run(arguments: &[&str]) -> Result<ExitCode> {
    let arguments = arguments.strip_prefix(&["--"]).unwrap_or(arguments);
    let [command, arguments @ ..] = arguments else { bail!("usage: cargo xtask postgres -- COMMAND ARGUMENTS...") };
    let cluster = Cluster::start()?;
    let status = apart(&mut Command::new(command))
        .args(arguments)
        .env(VARIABLE, &cluster.url)
        .status()
        .with_context(|| format!("{command} cannot be started"))?;
    drop(cluster);
    let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
    Ok(ExitCode::from(code))
}

/// A running server.
///
/// A guardian process waits on a pipe from this one and stops the server when the pipe closes: on drop, but also
/// when this process is interrupted or killed.
pub struct Cluster {
    /// `postgres://...`
    pub url: String,
    guardian: Child,
}

/// Stops the server and removes its folder as soon as standard input ends. Signals to the terminal's processes do
/// not reach it: it has a process group of its own.
const GUARDIAN: &str = r#"cat >/dev/null; "$1" -D "$2/data" -m immediate stop >/dev/null 2>&1; rm -rf "$2""#;

impl Cluster {
    /// Makes and starts a server on a free port of 127.0.0.1.
    pub fn start() -> Result<Self> {
        let programs = programs()?;
        let user = user()?;
        let folder = TempDir::with_prefix("plumbline-postgres-")?;
        if let Some((uid, gid)) = user {
            chown(folder.path(), Some(uid), Some(gid))?;
        }
        let folder = folder.keep();
        let guardian = as_user("sh", user)
            .args(["-c", GUARDIAN, "guardian"])
            .args([&programs.join("pg_ctl"), &folder])
            .stdin(Stdio::piped())
            .process_group(0)
            .spawn();
        let guardian = guardian.inspect_err(|_| drop(fs::remove_dir_all(&folder)))?;
        let mut cluster = Self { url: String::new(), guardian };
        cluster.url = start(&programs, &folder, user)?;
        Ok(cluster)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.guardian.stdin.take());
        drop(self.guardian.wait());
    }
}

fn start(programs: &Path, folder: &Path, user: Option<(u32, u32)>) -> Result<String> {
    let data = folder.join("data");
    let quiet = |command: &mut Command| -> Result<()> {
        let output = command.current_dir(folder).output()?;
        ensure!(
            output.status.success(),
            "{} failed:\n{}{}",
            command.get_program().to_string_lossy(),
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        Ok(())
    };
    quiet(
        as_user(programs.join("initdb"), user)
            .args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "-D"])
            .arg(&data),
    )?;
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    // Nothing here must outlive the tests: no flush waits for the disk.
    let settings = format!(
        "-c port={port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c max_connections=400 -c fsync=off \
         -c full_page_writes=off",
        folder.display()
    );
    let log = folder.join("log");
    // The server must not hold on to our output, or whoever reads it waits for ever.
    quiet(
        as_user(programs.join("pg_ctl"), user)
            .args(["-w", "-s", "-D"])
            .arg(&data)
            .arg("-l")
            .arg(&log)
            .args(["-o", &settings, "start"]),
    )
    .with_context(|| fs::read_to_string(&log).unwrap_or_default())?;
    Ok(format!("postgres://postgres@127.0.0.1:{port}/postgres"))
}

/// A command that runs as the given user and group.
fn as_user(program: impl AsRef<std::ffi::OsStr>, user: Option<(u32, u32)>) -> Command {
    let mut command = Command::new(program);
    if let Some((uid, gid)) = user {
        command.uid(uid).gid(gid);
    }
    command
}

/// PostgreSQL refuses to run as root: then it runs as the user that Debian's package made.
fn user() -> Result<Option<(u32, u32)>> {
    if fs::metadata("/proc/self")?.uid() != 0 {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd")?;
    let postgres = users.lines().find_map(|line| {
        let mut columns = line.split(':');
        let (name, _password, uid, gid) = (columns.next()?, columns.next()?, columns.next()?, columns.next()?);
        (name == "postgres").then_some((uid.parse().ok()?, gid.parse().ok()?))
    });
    Ok(Some(
        postgres
            .context("PostgreSQL refuses to run as root and there is no user `postgres`: apt-get install postgresql")?,
    ))
}

/// The folder of the server's programs: in PATH, or the newest of Debian's.
fn programs() -> Result<PathBuf> {
    let has_all = |folder: &PathBuf| ["initdb", "pg_ctl", "postgres"].iter().all(|name| folder.join(name).is_file());
    if let Some(found) = std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).find(has_all) {
        return Ok(found);
    }
    let debian =
        fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path().join("bin"));
    let version = |folder: &PathBuf| {
        folder.parent().and_then(Path::file_name).and_then(|name| name.to_string_lossy().parse::<u32>().ok())
    };
    debian
        .filter(has_all)
        .max_by_key(version)
        .context("PostgreSQL's programs are not installed: apt-get install postgresql")
}
