//! The power fails: what was acknowledged had been flushed to the disk.
//!
//! Nobody can pull the plug in a test, but the system can be asked in which order things were done: an answer's bytes
//! are written to the log, the log is flushed, and only then does the acknowledgement go out.

use std::process::Command;

use tempfile::TempDir;

use crate::control;
use crate::server::{Server, plumbline};
use crate::trace::{Call, calls, traced};

const SAVES: usize = 20;
const CALLS: &str = "fdatasync,fsync,write,pwrite64,writev,pwritev,sendto,sendmsg";

impl Call {
    fn is_to(&self, file: &str) -> bool {
        let target = self.arguments.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
        target.is_some_and(|(name, _)| name.ends_with(file))
    }

    fn flushes(&self) -> bool {
        matches!(&*self.name, "fdatasync" | "fsync")
    }

    fn acknowledges(&self) -> bool {
        self.arguments.contains("<TCP:[") && self.arguments.contains("\"HTTP/1.1 204 ")
    }
}

/// Saves texts one after another at a server started by `command`; the texts, and what the server asked of the system.
fn watched(command: &Command) -> (Vec<String>, Vec<Call>) {
    let folder = TempDir::new().unwrap();
    let trace = folder.path().join("trace");
    let server = Server::start_by(traced(command, CALLS, &trace), folder.path());
    let respond = server.browser.post(&server.round(), &[]).location;
    let texts: Vec<String> = (0..SAVES).map(|number| format!("kept-{number:02}")).collect();
    for text in &texts {
        let answer = server.browser.post(&format!("{respond}/autosave"), &[("open.obstacle", text)]);
        assert_eq!(answer.status, 204, "{}", answer.body);
    }
    let pid = server.pid();
    server.kill();
    (texts, calls(&trace, pid))
}

/// Those of the texts that were acknowledged before they were on the disk.
fn acknowledged_too_soon(texts: &[String], calls: &[Call]) -> Vec<String> {
    let acknowledgements: Vec<&Call> = calls.iter().filter(|call| call.acknowledges()).collect();
    assert_eq!(acknowledgements.len(), texts.len(), "one acknowledgement a save");
    let too_soon = texts.iter().zip(acknowledgements).filter(|(text, sent)| !is_on_disk(text, calls, sent.began));
    too_soon.map(|(text, _)| text.clone()).collect()
}

/// Whether the log was flushed between the last write to it, the text's or a later one, and line `sent`.
fn is_on_disk(text: &str, calls: &[Call], sent: usize) -> bool {
    let log = || calls.iter().filter(|call| call.began < sent && call.is_to("plumbline.db-wal"));
    let writes = || log().filter(|call| !call.flushes());
    assert!(writes().any(|write| write.arguments.contains(text)), "{text} was acknowledged without being written");
    let written = writes().map(|write| write.ended).max();
    log().any(|call| call.flushes() && call.succeeded && Some(call.began) > written && call.ended < sent)
}

#[test]
fn the_program_flushes_each_answer_before_it_acknowledges_it() {
    let mut command = plumbline();
    command.arg("serve");
    let (texts, calls) = watched(&command);
    assert_eq!(acknowledged_too_soon(&texts, &calls), [""; 0]);
}

#[test]
fn a_careless_server_is_found_out_at_every_answer() {
    let (texts, calls) = watched(&control::command(true));
    assert_eq!(acknowledged_too_soon(&texts, &calls), texts);
    // It is not found out for being another program: the same one with care passes.
    let (texts, calls) = watched(&control::command(false));
    assert_eq!(acknowledged_too_soon(&texts, &calls), [""; 0]);
}
