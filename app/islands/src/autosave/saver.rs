//! From a change to the server's word for it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{self, HtmlElement};

use super::fields::{Fields, value_of};
use super::panel::{Conflict, Panel};
use super::queue::{Entry, Queue, field_of};
use super::send::{Answer, Problem, send};
use super::status::Status;

/// First and longest wait before a save is tried again.
const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// How long typing has to rest before it is saved.
const REST: Duration = Duration::from_secs(1);

pub struct Saver {
    pub fields: Fields,
    address: String,
    queue: RefCell<Queue>,
    /// What the server would not take of a field, and why.
    refused: RefCell<Option<(String, String)>>,
    resting: Cell<Option<TimeoutHandle>>,
    busy: Cell<bool>,
    wait: Cell<Duration>,
    /// The button that was pressed to leave the page, for as long as something has to be sent first.
    leaving: RefCell<Option<HtmlElement>>,
    /// What the person has to choose between, one after the other.
    conflicts: RefCell<Vec<Conflict>>,
    pub panel: Panel,
}

impl Saver {
    pub fn new(fields: Fields, address: String, panel: Panel) -> Rc<Self> {
        let queue = RefCell::new(Queue::open(&address));
        Rc::new(Self {
            fields,
            address,
            queue,
            refused: RefCell::default(),
            resting: Cell::new(None),
            busy: Cell::new(false),
            wait: Cell::new(FIRST_WAIT),
            leaving: RefCell::default(),
            conflicts: RefCell::default(),
            panel,
        })
    }

    /// Shows what an earlier page could not save, and takes what was answered before this program had arrived.
    pub fn begin(self: &Rc<Self>) {
        let early = self.fields.changed_early();
        for (key, Entry { body, .. }) in &self.queue.borrow().entries {
            if !early.iter().any(|name| name == field_of(key)) {
                self.fields.show(field_of(key), &value_of(body));
            }
        }
        for name in early {
            self.put(&name);
        }
        self.flush();
    }

    /// Queues what the field holds now.
    pub fn put(&self, name: &str) {
        self.refused.borrow_mut().take_if(|(field, _)| field == name);
        self.queue.borrow_mut().put(name, self.fields.seen(name), self.fields.body(name));
    }

    /// Sends what waits once nothing was typed for a moment.
    pub fn flush_when_rested(self: &Rc<Self>) {
        if let Some(timer) = self.resting.take() {
            timer.clear();
        }
        let later = Rc::clone(self);
        self.resting.set(set_timeout_with_handle(move || later.flush(), REST).ok());
    }

    /// Sends what waits without waiting for anything: the page is going.
    pub fn send_off(&self) {
        let body = body_of(&self.queue.borrow_mut().batch());
        if body.is_empty() {
            return;
        }
        let address = self.address.clone();
        spawn_local(async move {
            // Nobody is left to be told; what is not acknowledged is sent again by the next page.
            let _ = send(&address, &body).await;
        });
    }

    /// Whether the form may be sent now. If something waits it is sent first, and then the form by the same button.
    pub fn may_leave(self: &Rc<Self>, button: Option<HtmlElement>) -> bool {
        if !self.conflicts.borrow().is_empty() {
            return false;
        }
        if !self.busy.get() && !self.queue.borrow().is_sendable() {
            return true;
        }
        self.leaving.replace(button.or_else(|| self.first_button()));
        self.flush();
        false
    }

    fn first_button(&self) -> Option<HtmlElement> {
        use leptos::web_sys::wasm_bindgen::JsCast;
        self.fields.form.query_selector("button").ok()??.dyn_into().ok()
    }

    /// Sends what waits, one request at a time.
    pub fn flush(self: &Rc<Self>) {
        if self.busy.get() || !self.queue.borrow().is_sendable() {
            return;
        }
        self.busy.set(true);
        // A failure stays in sight until it is mended.
        if !self.panel.is_bad() {
            self.panel.show(Status::Saving);
        }
        let this = Rc::clone(self);
        spawn_local(async move {
            let batch = this.queue.borrow_mut().batch();
            let answer = send(&this.address, &body_of(&batch)).await;
            this.busy.set(false);
            match answer {
                Ok(answer) => this.heard(&batch, &answer),
                Err(_) => this.failed(),
            }
        });
    }

    fn failed(self: &Rc<Self>) {
        let offline = web_sys::window().is_some_and(|window| !window.navigator().on_line());
        let left = self.leaving.take().is_some();
        self.panel.show(match (offline, left) {
            (true, _) => Status::Offline,
            (false, false) => Status::Retrying,
            (false, true) => Status::NotLeft,
        });
        let wait = self.wait.get();
        self.wait.set((wait * 2).min(LONGEST_WAIT));
        let later = Rc::clone(self);
        set_timeout(move || later.flush(), wait);
    }

    fn heard(self: &Rc<Self>, batch: &[(String, Entry)], answer: &Answer) {
        self.wait.set(FIRST_WAIT);
        let mut whole = None;
        for (key, entry) in batch {
            let field = field_of(key);
            match answer.problems.iter().find(|problem| problem.field.is_empty() || problem.field == field) {
                None => {
                    let version = answer.versions.get(field).unwrap_or_default();
                    self.queue.borrow_mut().saved(key, &entry.body, &version);
                    self.close(key);
                    self.fields.set_seen(field, &version);
                }
                Some(problem) if problem.field.is_empty() => {
                    self.queue.borrow_mut().change(key, |entry| entry.held = true);
                    whole = Some(problem.message.clone());
                }
                Some(problem) if problem.version.is_empty() => {
                    self.queue.borrow_mut().change(key, |entry| entry.held = true);
                    self.refused.replace(Some((field.to_owned(), problem.message.clone())));
                }
                Some(problem) => self.stale(key, entry, problem),
            }
        }
        if self.queue.borrow().is_sendable() {
            return self.flush();
        }
        let refused = self.refused.borrow().as_ref().map(|(_, message)| message.clone());
        let chosen = self.conflicts.borrow().is_empty();
        self.panel.show(match whole.as_ref().or(refused.as_ref()) {
            Some(why) => Status::Refused(why),
            None if !chosen => Status::Conflict,
            None if self.panel.is_bad() => Status::SavedAgain,
            None => Status::Saved,
        });
        self.panel.ask(self.conflicts.borrow().first());
        let button = self.leaving.take();
        if let Some(button) = button.filter(|_| whole.is_none() && chosen) {
            let _ = self.fields.form.request_submit_with_submitter(Some(&button));
        }
    }

    /// The field was changed elsewhere: by an earlier save of this queue whose answer was lost, or by somebody else.
    fn stale(&self, key: &str, entry: &Entry, problem: &Problem) {
        let ours = entry.sent.iter().any(|sent| value_of(sent) == problem.value);
        self.queue.borrow_mut().change(key, |entry| {
            entry.held = !ours;
            if ours {
                entry.seen.clone_from(&problem.version);
            }
        });
        self.close(key);
        if !ours {
            self.conflicts.borrow_mut().push(Conflict {
                key: key.to_owned(),
                label: problem.label.clone(),
                mine: problem.mine.clone(),
                theirs: problem.theirs.clone(),
                value: problem.value.clone(),
                version: problem.version.clone(),
            });
        }
    }

    /// Does what the person chose about the first conflict: what was typed here replaces what it was compared with, or
    /// what is stored stays and is shown.
    pub fn chosen(self: &Rc<Self>, mine: bool) {
        let Some(Conflict { key, value, version, .. }) = self.conflicts.borrow().first().cloned() else { return };
        self.close(&key);
        if mine {
            self.queue.borrow_mut().change(&key, |entry| {
                entry.seen.clone_from(&version);
                entry.held = false;
            });
        } else {
            self.queue.borrow_mut().remove(&key);
            self.fields.show(field_of(&key), &value);
            self.fields.set_seen(field_of(&key), &version);
            self.panel.show(if self.conflicts.borrow().is_empty() { Status::SavedAgain } else { Status::Conflict });
        }
        self.panel.ask(self.conflicts.borrow().first());
        self.flush();
    }

    fn close(&self, key: &str) {
        self.conflicts.borrow_mut().retain(|conflict| conflict.key != key);
    }
}

/// Everything of a batch in one form, each field with the version that was seen.
fn body_of(batch: &[(String, Entry)]) -> String {
    let part = |(key, entry): &(String, Entry)| [&entry.body, "&seen.", field_of(key), "=", &entry.seen].concat();
    batch.iter().map(part).collect::<Vec<_>>().join("&")
}
