//! What a program asked of the system, in order, as strace saw it.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

/// How long strace may take to write down the end of a program that has ended.
const PATIENCE: Duration = Duration::from_secs(10);

/// A call to the system. It began and ended at these lines of the trace, and a thread is stopped while its line is
/// written: what ended at an earlier line than another one began was done before it.
#[derive(Debug)]
pub struct Call {
    pub name: String,
    /// Arguments: the file that a number stands for in angle brackets, texts whole.
    pub arguments: String,
    pub began: usize,
    /// `usize::MAX` if it never did.
    pub ended: usize,
    pub succeeded: bool,
}

/// The same command under strace, which writes these calls of all threads to `trace`.
pub fn traced(command: &Command, calls: &str, trace: &Path) -> Command {
    let mut strace = Command::new("strace");
    // -D makes the program our child and strace its grandchild, so that signals reach the program; -yy names files
    // and sockets; -s leaves a page of the database whole; of signals only the end by KILL is told.
    strace.args(["-D", "-f", "-q", "-yy", "-s", "8192", "-e", "signal=KILL", "-e"]);
    strace.arg(format!("trace={calls}")).arg("-o").arg(trace).arg("--");
    strace.arg(command.get_program()).args(command.get_args());
    strace.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    strace
}

/// Reads the trace of the program `pid`, which has ended.
pub fn calls(trace: &Path, pid: u32) -> Vec<Call> {
    let started = Instant::now();
    loop {
        let text = fs::read_to_string(trace).expect("a trace: is strace installed, and may it trace?");
        let mut lines = text.lines().rev();
        if lines.any(|line| line.starts_with(&format!("{pid} ")) && line.contains("+++ ")) {
            return parsed(&text);
        }
        assert!(started.elapsed() < PATIENCE, "strace does not come to an end");
        thread::sleep(Duration::from_millis(5));
    }
}

fn parsed(text: &str) -> Vec<Call> {
    let mut calls: Vec<Call> = Vec::new();
    let mut unfinished: HashMap<&str, usize> = HashMap::new();
    for (number, line) in text.lines().enumerate() {
        let Some((pid, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim_start();
        let succeeded = rest.rsplit_once("= ").is_some_and(|(_, result)| !result.starts_with(['-', '?']));
        if rest.starts_with("<... ") {
            let Some(call) = unfinished.remove(pid).and_then(|call| calls.get_mut(call)) else { continue };
            (call.ended, call.succeeded) = (number, succeeded);
        } else if let Some((name, arguments)) = rest.split_once('(') {
            let is_open = arguments.ends_with("<unfinished ...>");
            if is_open {
                unfinished.insert(pid, calls.len());
            }
            let ended = if is_open { usize::MAX } else { number };
            let (name, arguments) = (name.to_owned(), arguments.to_owned());
            calls.push(Call { name, arguments, began: number, ended, succeeded: succeeded && !is_open });
        }
    }
    calls
}

#[test]
fn calls_that_overlap_are_put_together() {
    let calls = parsed(
        "11 pwrite64(5</tmp/a b/x.db-wal>, \"a) = 1\", 6, 0) = 6\n\
         11 fdatasync(5</tmp/a b/x.db-wal> <unfinished ...>\n\
         12 writev(9<TCP:[127.0.0.1:1->127.0.0.1:2]>, [{iov_base=\"HTTP/1.1 204\", iov_len=12}], 1) = 12\n\
         11 <... fdatasync resumed>)         = 0\n\
         12 fsync(5</tmp/a b/x.db-wal>) = -1 EIO (Input/output error)\n\
         12 fsync(5</tmp/a b/x.db-wal> <unfinished ...>\n\
         12 <... fsync resumed>) = ?\n\
         11 --- SIGTERM {si_signo=SIGTERM} ---\n\
         11 +++ exited with 0 +++",
    );
    let seen: Vec<_> = calls.iter().map(|call| (&*call.name, call.began, call.ended, call.succeeded)).collect();
    let expected = [
        ("pwrite64", 0, 0, true),
        ("fdatasync", 1, 3, true),
        ("writev", 2, 2, true),
        ("fsync", 4, 4, false),
        ("fsync", 5, 6, false),
    ];
    assert_eq!(seen, expected);
    assert!(calls[1].arguments.starts_with("5</tmp/a b/x.db-wal>"));
}
