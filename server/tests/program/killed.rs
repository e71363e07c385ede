//! Killed while people save: what was acknowledged is there.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use tempfile::TempDir;

use crate::browser::Browser;
use crate::server::Server;

const KILLS: usize = 20;
const WRITERS: usize = 4;
const FIELDS: [&str; 4] = ["open.obstacle", "open.success", "open.change", "open.missed"];

/// What one respondent knows: per field the last number sent, and the last one acknowledged.
#[derive(Default)]
struct Known {
    sent: BTreeMap<&'static str, u64>,
    acknowledged: BTreeMap<&'static str, u64>,
}

/// Saves rising numbers until the server is gone.
fn save_until_gone(browser: &Browser, respond: &str, known: &mut Known, next: &mut u64, saved: &AtomicUsize) {
    let autosave = format!("{respond}/autosave");
    loop {
        *next += 1;
        let field = FIELDS[usize::try_from(*next).unwrap() % FIELDS.len()];
        known.sent.insert(field, *next);
        match browser.try_post(&autosave, &[(field, &next.to_string())]) {
            Some(answer) => {
                assert_eq!(answer.status, 204, "{}", answer.body);
                known.acknowledged.insert(field, *next);
                saved.fetch_add(1, Ordering::SeqCst);
            }
            None => return,
        }
    }
}

/// The number that the page shows for a field; 0 for none.
fn shown(page: &str, field: &str) -> u64 {
    let area = page.split(&format!("name=\"{field}\"")).nth(1).unwrap_or_else(|| panic!("no field {field}"));
    let text = area.split_once('>').unwrap().1.split("</textarea>").next().unwrap().trim();
    if text.is_empty() { 0 } else { text.parse().unwrap() }
}

#[test]
fn no_acknowledged_answer_is_lost_in_twenty_kills() {
    let folder = TempDir::new().unwrap();
    let server = Server::start(folder.path());
    let manage = server.browser.post("/start", &[]).location;
    let page = server.browser.get(&manage).body;
    let share = format!("/join/{}", page.split("/join/").nth(1).unwrap().split('"').next().unwrap());
    let responds: Vec<String> = (0..WRITERS).map(|_| server.browser.post(&share, &[]).location).collect();
    let mut known: Vec<Known> = (0..WRITERS).map(|_| Known::default()).collect();
    let mut next = [0_u64; WRITERS];
    let mut running = Some(server);
    let mut acknowledged = 0;
    for kill in 0..KILLS {
        let server = running.take().unwrap();
        let saved = AtomicUsize::new(0);
        let browser = server.browser.clone();
        thread::scope(|scope| {
            for ((known, next), respond) in known.iter_mut().zip(&mut next).zip(&responds) {
                let (browser, saved) = (&browser, &saved);
                scope.spawn(move || save_until_gone(browser, respond, known, next, saved));
            }
            // Another moment each time, always in the middle of saving.
            while saved.load(Ordering::SeqCst) < 11 + 7 * kill {
                thread::yield_now();
            }
            server.kill();
        });
        acknowledged += saved.load(Ordering::SeqCst);
        let server = Server::start(folder.path());
        for (known, respond) in known.iter().zip(&responds) {
            let page = server.browser.get(&format!("{respond}?section=open")).body;
            for (field, acknowledged) in &known.acknowledged {
                let shown = shown(&page, field);
                assert!(shown >= *acknowledged, "kill {kill}: {field} shows {shown}, {acknowledged} was acknowledged");
                assert!(shown <= known.sent[field], "kill {kill}: {field} shows what was never sent");
            }
        }
        running = Some(server);
    }
    assert!(acknowledged > KILLS * 11, "{acknowledged} saves were acknowledged");
    assert_eq!(running.take().unwrap().terminate(), Some(0), "the last one ends in order");
}
