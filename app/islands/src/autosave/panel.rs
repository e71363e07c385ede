//! The elements around the form that say how saving stands, and ask what to keep.

use std::cell::Cell;

use leptos::web_sys::{Element, HtmlElement, wasm_bindgen::JsCast};

use super::status::Status;

/// A field that was changed here and elsewhere.
#[derive(Clone)]
pub struct Conflict {
    /// Names what waits here.
    pub key: String,
    /// What the field is called.
    pub label: String,
    /// What was typed here, as people read it.
    pub mine: String,
    /// What is stored, as people read it.
    pub theirs: String,
    /// What is stored.
    pub value: String,
    /// Its version.
    pub version: String,
}

/// The island's own elements.
pub struct Panel {
    host: Element,
    bad: Cell<bool>,
}

impl Panel {
    pub fn new(host: Element) -> Self {
        Self { host, bad: Cell::new(false) }
    }

    fn all(&self, selector: &str, write: impl Fn(u32, Element)) {
        let Ok(found) = self.host.query_selector_all(selector) else { return };
        for place in 0..found.length() {
            if let Some(element) = found.item(place).and_then(|node| node.dyn_into().ok()) {
                write(place, element);
            }
        }
    }

    /// Says how saving stands.
    pub fn show(&self, status: Status<'_>) {
        self.bad.set(status.is_bad());
        let class = if status.is_bad() { "save-status bad" } else { "save-status" };
        self.all(".save-status", |_, line| {
            line.set_class_name(class);
            line.set_text_content(Some(&status.text()));
        });
        self.all("[role=status]", |_, line| line.set_text_content(Some(&status.announced())));
    }

    /// Whether a failure is in sight.
    pub fn is_bad(&self) -> bool {
        self.bad.get()
    }

    /// Puts the first conflict before the person, or nothing.
    pub fn ask(&self, conflict: Option<&Conflict>) {
        self.all(".conflict", |_, section| {
            let section: HtmlElement = section.unchecked_into();
            let was_hidden = section.hidden();
            section.set_hidden(conflict.is_none());
            if was_hidden && conflict.is_some() {
                let _ = section.focus();
            }
        });
        let Some(conflict) = conflict else { return };
        let texts = [&conflict.label, &conflict.mine, &conflict.theirs];
        self.all(".conflict span, .conflict dd", |place, element| {
            element.set_text_content(texts.get(place as usize).map(|text| text.as_str()));
        });
    }

    /// The buttons: keep what is here, and keep the other.
    pub fn buttons(&self, listen: impl Fn(bool, Element)) {
        self.all(".conflict button", |place, button| listen(place == 0, button));
    }
}
