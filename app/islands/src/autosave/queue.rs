//! What is not saved yet. It also stands in the browser's storage, so that it survives a reload, a crash and an empty
//! battery; what is acknowledged is removed at once.

use leptos::web_sys::{self, Storage};

/// A change of a field that waits for the server's word.
#[derive(Clone, Default)]
pub struct Entry {
    /// The version that was seen when it was typed.
    pub seen: String,
    /// The field as the form would send it.
    pub body: String,
    /// What was sent before of this field without an answer: found on the server, it is no stranger's text.
    pub sent: Vec<String>,
    /// Not to be sent until it is changed or somebody decides: it was refused, or is in conflict.
    pub held: bool,
}

/// The queue of one response. Every tab has entries of its own, so that two tabs do not replace each other's.
pub struct Queue {
    prefix: String,
    own: String,
    storage: Option<Storage>,
    /// Everything that waits, under its key.
    pub entries: Vec<(String, Entry)>,
}

/// The field in an entry's key, which is `TAB/FIELD`.
pub fn field_of(key: &str) -> &str {
    key.split_once('/').map_or(key, |(_, field)| field)
}

impl Queue {
    /// Opens the queue of an address; entries of earlier pages and of other tabs come with it.
    pub fn open(address: &str) -> Self {
        let window = web_sys::window();
        let storage = window.as_ref().and_then(|window| window.local_storage().ok()?);
        let own = window.and_then(|window| window.session_storage().ok()?).and_then(|session| tab(&session));
        let prefix = ["plumbline:", address, ":"].concat();
        let mut queue = Self { prefix, own: own.unwrap_or_else(random), storage, entries: Vec::new() };
        queue.load();
        queue
    }

    fn load(&mut self) {
        let Some(storage) = &self.storage else { return };
        let keys = (0..storage.length().unwrap_or(0)).filter_map(|place| storage.key(place).ok()?);
        for whole in keys.collect::<Vec<_>>() {
            let Some(key) = whole.strip_prefix(&self.prefix) else { continue };
            let Ok(Some(text)) = storage.get_item(&whole) else { continue };
            let mut lines = text.split('\n').map(str::to_owned);
            if let (Some(seen), Some(body)) = (lines.next(), lines.next()) {
                self.entries.push((key.to_owned(), Entry { seen, body, sent: lines.collect(), held: false }));
            }
        }
    }

    fn keep(&self, key: &str) {
        let (Some(storage), Some(entry)) = (&self.storage, self.get(key)) else { return };
        let mut text = [entry.seen.as_str(), &entry.body].join("\n");
        for sent in &entry.sent {
            text.push('\n');
            text.push_str(sent);
        }
        // A full or forbidden storage costs the safety net, not the answer: it is still sent.
        let _ = storage.set_item(&[&self.prefix, key].concat(), &text);
    }

    fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|(other, _)| other == key).map(|(_, entry)| entry)
    }

    /// Queues what a field of this tab holds now. `seen` counts where nothing of the field waits yet.
    pub fn put(&mut self, field: &str, seen: String, body: String) {
        let key = [&self.own, "/", field].concat();
        if self.get(&key).is_none() {
            self.entries.push((key.clone(), Entry { seen, ..Entry::default() }));
        }
        self.change(&key, |entry| {
            entry.body = body;
            entry.held = false;
        });
    }

    /// Whether something waits that can be sent.
    pub fn is_sendable(&self) -> bool {
        self.entries.iter().any(|(_, entry)| !entry.held)
    }

    /// What can be sent, at most one entry a field, noted as sent.
    pub fn batch(&mut self) -> Vec<(String, Entry)> {
        let mut batch: Vec<(String, Entry)> = Vec::new();
        for (key, entry) in &mut self.entries {
            if entry.held || batch.iter().any(|(other, _)| field_of(other) == field_of(key)) {
                continue;
            }
            if entry.sent.last() != Some(&entry.body) {
                entry.sent.push(entry.body.clone());
            }
            batch.push((key.clone(), entry.clone()));
        }
        for (key, _) in &batch {
            self.keep(key);
        }
        batch
    }

    /// The server has saved `body` under this version: done, unless the field was changed since.
    pub fn saved(&mut self, key: &str, body: &str, version: &str) {
        if self.get(key).is_some_and(|entry| entry.body == body) {
            return self.remove(key);
        }
        self.change(key, |entry| {
            version.clone_into(&mut entry.seen);
            entry.sent.clear();
        });
    }

    /// Changes an entry, where it is still there.
    pub fn change(&mut self, key: &str, change: impl FnOnce(&mut Entry)) {
        if let Some((_, entry)) = self.entries.iter_mut().find(|(other, _)| other == key) {
            change(entry);
            self.keep(key);
        }
    }

    /// Takes an entry out.
    pub fn remove(&mut self, key: &str) {
        self.entries.retain(|(other, _)| other != key);
        if let Some(storage) = &self.storage {
            let _ = storage.remove_item(&[&self.prefix, key].concat());
        }
    }
}

/// The tab's name, which survives a reload.
fn tab(session: &Storage) -> Option<String> {
    const NAME: &str = "plumbline:tab";
    if let Ok(Some(name)) = session.get_item(NAME) {
        return Some(name);
    }
    let name = random();
    session.set_item(NAME, &name).ok()?;
    Some(name)
}

/// Tells tabs apart; no secret.
fn random() -> String {
    String::from(js_sys::Number::from(js_sys::Math::random()).to_string_with_radix(36).unwrap_or_default())
}
