//! Killed while people save: what was acknowledged is there, and nothing that was never sent.

use std::fs;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::browser::Browser;
use crate::server::Server;

const KILLS: usize = 100;
const WRITERS: usize = 50;
const FIELDS: [&str; 4] = ["open.obstacle", "open.success", "open.change", "open.missed"];
/// How soon a killed server must be back.
const READY: Duration = Duration::from_secs(2);

/// What a writer knows of a field. Numbers rise; 0 stands for an empty field.
#[derive(Clone, Copy, Default)]
struct Known {
    /// The last number that was acknowledged, or that a page has shown since.
    kept: u64,
    /// A number that was sent after it and never acknowledged: it may be there or not.
    unanswered: Option<u64>,
}

/// Somebody who answers without end.
struct Writer {
    respond: String,
    last: u64,
    fields: [Known; FIELDS.len()],
}

impl Writer {
    fn new(respond: String) -> Self {
        Self { respond, last: 0, fields: [Known::default(); FIELDS.len()] }
    }

    /// Saves rising numbers, one after another, until the server is gone; tells of each that was acknowledged.
    fn save_until_gone(&mut self, browser: &Browser, tell: &Sender<()>) {
        let autosave = format!("{}/autosave", self.respond);
        for (place, field) in FIELDS.iter().enumerate().cycle() {
            self.last += 1;
            self.fields[place].unanswered = Some(self.last);
            let Some(answer) = browser.try_post(&autosave, &[(field, &self.last.to_string())]) else { return };
            assert_eq!(answer.status, 204, "{}", answer.body);
            self.fields[place] = Known { kept: self.last, unanswered: None };
            // Nobody listens once the kill has begun.
            let _ = tell.send(());
        }
    }

    /// Compares what is known with what the page shows, which is then known.
    fn check(&mut self, browser: &Browser, kill: usize) {
        let page = browser.get(&format!("{}?section=open", self.respond)).body;
        for (known, field) in self.fields.iter_mut().zip(FIELDS) {
            let Known { kept, unanswered } = *known;
            let shown = shown(&page, field);
            assert!(
                shown == kept || Some(shown) == unanswered,
                "kill {kill}: {field} shows {shown}; {kept} was acknowledged, {unanswered:?} sent after it"
            );
            *known = Known { kept: shown, unanswered: None };
        }
    }
}

/// The number that the page shows for a field; 0 for none.
fn shown(page: &str, field: &str) -> u64 {
    let area = page.split(&format!("name=\"{field}\"")).nth(1).unwrap_or_else(|| panic!("no field {field}"));
    let text = area.split_once('>').unwrap().1.split("</textarea>").next().unwrap().trim();
    if text.is_empty() { 0 } else { text.parse().unwrap() }
}

/// Lets all writers save at once, and kills the server in the middle of it, after so many saves.
fn kill_after(saves: usize, server: Server, writers: &mut [Writer]) {
    let browser = server.browser.clone();
    thread::scope(|scope| {
        let (tell, told) = channel();
        for writer in writers {
            let (browser, tell) = (&browser, tell.clone());
            scope.spawn(move || writer.save_until_gone(browser, &tell));
        }
        drop(tell);
        for _ in 0..saves {
            told.recv().expect("a server that goes on until it is killed");
        }
        server.kill();
    });
}

/// SQLite's integrity check, and that no row refers to one that is not there: what is asked of a file before it is
/// taken as a backup.
fn assert_whole(folder: &Path) {
    let taken = folder.join("taken.db");
    let url = format!("sqlite://{}", taken.display());
    let done = Runtime::new().unwrap().block_on(store::restore(&url, &folder.join("plumbline.db")));
    assert!(done.is_ok(), "{done:?}");
    fs::remove_file(taken).unwrap();
}

#[test]
fn no_acknowledged_answer_is_lost_in_a_hundred_kills() {
    let folder = TempDir::new().unwrap();
    let mut server = Server::start(folder.path());
    let share = server.round();
    let mut writers: Vec<Writer> =
        (0..WRITERS).map(|_| Writer::new(server.browser.post(&share, &[]).location)).collect();
    let mut slowest = Duration::ZERO;
    for kill in 0..KILLS {
        // Another moment each time.
        kill_after(WRITERS + 7 * (kill % 50), server, &mut writers);
        let started = Instant::now();
        server = Server::start(folder.path());
        slowest = slowest.max(started.elapsed());
        let browser = &server.browser;
        thread::scope(|scope| {
            for writer in &mut writers {
                scope.spawn(move || writer.check(browser, kill));
            }
        });
        assert_whole(folder.path());
    }
    let sent: u64 = writers.iter().map(|writer| writer.last).sum();
    println!("{KILLS} kills, {WRITERS} writers, {sent} answers sent; back after {slowest:?} at the slowest");
    assert!(slowest < READY, "ready after {slowest:?}");
    assert_eq!(server.terminate(), Some(0), "the last one ends in order");
}
