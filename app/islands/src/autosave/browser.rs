//! The browser's side: a queue of changed fields that empties only on the server's word.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{self, wasm_bindgen::JsCast};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, RequestInit, Response};

use super::Status;

/// First and longest wait before a save is tried again.
const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// How long typing has to rest before it is saved.
const REST: Duration = Duration::from_secs(1);
/// Browsers refuse to keep longer requests alive when the page is left.
const KEEP_ALIVE_BYTES: usize = 60_000;

/// Starts listening once the island is in the page.
pub fn listen(host: NodeRef<Div>, status: RwSignal<Status>) {
    Effect::new(move || {
        let Some(element) = host.get() else { return };
        let Ok(Some(form)) = element.query_selector("form[data-autosave]") else { return };
        let Ok(form) = form.dyn_into::<HtmlFormElement>() else { return };
        let saver = Rc::new(Saver {
            address: form.get_attribute("data-autosave").unwrap_or_default(),
            form,
            pending: RefCell::default(),
            refused: RefCell::default(),
            resting: Cell::new(None),
            busy: Cell::new(false),
            wait: Cell::new(FIRST_WAIT),
            status,
        });
        saver.take_early_changes();
        let changed = Rc::clone(&saver);
        on(&element, "change", move |event| {
            if let Some(control) = event.target() {
                changed.settle(&control);
                if let Some(name) = name_of(&control) {
                    changed.queue(&name);
                    Saver::flush(&changed);
                }
            }
        });
        let typing = Rc::clone(&saver);
        on(&element, "input", move |event| {
            let Some(control) = event.target().filter(is_text) else { return };
            typing.settle(&control);
            if let Some(name) = name_of(&control) {
                typing.queue(&name);
                Saver::flush_when_rested(&typing);
            }
        });
        // Leaving the page, or putting the telephone away.
        let left = Rc::clone(&saver);
        window_event_listener_untyped("pagehide", move |_| left.send_off());
        window_event_listener(leptos::ev::online, move |_| Saver::flush(&saver));
    });
}

/// Listens for as long as the page lives.
fn on(element: &web_sys::Element, event: &str, act: impl FnMut(Event) + 'static) {
    let handle = wasm_bindgen::closure::Closure::<dyn FnMut(Event)>::new(act);
    let _ = element.add_event_listener_with_callback(event, handle.as_ref().unchecked_ref());
    handle.forget();
}

/// The name of the control that an event came from.
fn name_of(target: &web_sys::EventTarget) -> Option<String> {
    let name = if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.name()
    } else {
        target.dyn_ref::<HtmlTextAreaElement>()?.name()
    };
    (!name.is_empty()).then_some(name)
}

/// Whether something is typed into the control.
fn is_text(target: &web_sys::EventTarget) -> bool {
    target.dyn_ref::<HtmlInputElement>().is_none_or(|input| input.type_() == "text")
}

struct Saver {
    form: HtmlFormElement,
    address: String,
    /// Field name to its encoded form body.
    pending: RefCell<BTreeMap<String, String>>,
    /// What the server would not take, and why; each until it is changed.
    refused: RefCell<BTreeMap<String, String>>,
    /// The timer that waits for typing to rest.
    resting: Cell<Option<TimeoutHandle>>,
    busy: Cell<bool>,
    wait: Cell<Duration>,
    status: RwSignal<Status>,
}

impl Saver {
    /// Takes what was answered before this program had arrived.
    fn take_early_changes(self: &Rc<Self>) {
        let elements = self.form.elements();
        for index in 0..elements.length() {
            let Some(element) = elements.item(index) else { continue };
            let changed = if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
                match input.type_().as_str() {
                    "radio" | "checkbox" => input.checked() != input.default_checked(),
                    "text" => input.value() != input.default_value(),
                    _ => false,
                }
            } else if let Some(text) = element.dyn_ref::<HtmlTextAreaElement>() {
                text.default_value().is_ok_and(|before| before != text.value())
            } else {
                false
            };
            if changed && let Some(name) = name_of(&element) {
                self.queue(&name);
            }
        }
        Self::flush(self);
    }

    /// A number and "don't know" share a field: the one that was given last counts.
    fn settle(&self, control: &web_sys::EventTarget) {
        let Some(given) = control.dyn_ref::<HtmlInputElement>() else { return };
        let elements = self.form.elements();
        let mates =
            (0..elements.length()).filter_map(|index| elements.item(index)?.dyn_into::<HtmlInputElement>().ok());
        for mate in mates.filter(|mate| mate.name() == given.name()) {
            match (given.type_().as_str(), mate.type_().as_str()) {
                ("radio", "text") if !given.value().is_empty() => mate.set_value(""),
                ("text", "radio") if !given.value().is_empty() => mate.set_checked(mate.value().is_empty()),
                _ => {}
            }
        }
    }

    /// Reads the field as the form would send it: every value under its name.
    fn queue(&self, name: &str) {
        let Ok(data) = web_sys::FormData::new_with_form(&self.form) else { return };
        let encode = |text: &str| String::from(js_sys::encode_uri_component(text));
        let body: Vec<String> = data
            .get_all(name)
            .iter()
            .map(|value| format!("{}={}", encode(name), encode(&value.as_string().unwrap_or_default())))
            .collect();
        self.pending.borrow_mut().insert(name.to_owned(), body.join("&"));
        self.refused.borrow_mut().remove(name);
        self.touch(name);
    }

    /// Tells the form that the field was touched: whatever it holds when the form is sent, it counts as a change.
    fn touch(&self, name: &str) {
        let mark = format!("was.{name}");
        let elements = self.form.elements();
        let held = elements.named_item(&mark).and_then(|held| held.dyn_into::<HtmlInputElement>().ok());
        let held = held.or_else(|| {
            let made = web_sys::window()?.document()?.create_element("input").ok()?;
            let made = made.dyn_into::<HtmlInputElement>().ok()?;
            made.set_type("hidden");
            made.set_name(&mark);
            self.form.append_child(&made).ok()?;
            Some(made)
        });
        if let Some(held) = held {
            // No field ever holds this.
            held.set_value("\u{1}");
        }
    }

    /// Sends what is pending once nothing was typed for a moment.
    fn flush_when_rested(this: &Rc<Self>) {
        if let Some(timer) = this.resting.take() {
            timer.clear();
        }
        let later = Rc::clone(this);
        this.resting.set(set_timeout_with_handle(move || Self::flush(&later), REST).ok());
    }

    /// Sends what is pending without waiting for anything: the page is going.
    fn send_off(&self) {
        let body = self.pending.borrow().values().cloned().collect::<Vec<_>>().join("&");
        if body.is_empty() {
            return;
        }
        let address = self.address.clone();
        spawn_local(async move {
            // Nobody is left to be told; if the page comes back, what is pending is sent again.
            let _ = send(&address, &body).await;
        });
    }

    /// Sends what is pending, one request at a time.
    fn flush(this: &Rc<Self>) {
        if this.busy.get() || this.pending.borrow().is_empty() {
            return;
        }
        this.busy.set(true);
        // A failure stays in sight until it is mended.
        if !matches!(*this.status.read_untracked(), Status::Retrying) {
            this.status.set(Status::Saving);
        }
        let this = Rc::clone(this);
        spawn_local(async move {
            let sent = this.pending.borrow().clone();
            let body = sent.values().cloned().collect::<Vec<_>>().join("&");
            let answer = send(&this.address, &body).await;
            this.busy.set(false);
            let done = answer.is_ok();
            if done {
                this.pending.borrow_mut().retain(|name, body| sent.get(name) != Some(body));
                this.wait.set(FIRST_WAIT);
            }
            if let Ok(Answer::Refused(why)) = &answer {
                // A line a field: its name, a tab, the message. Without a name it concerns the whole response.
                for line in why.lines() {
                    let (name, message) = line.split_once('\t').unwrap_or(("", line));
                    this.refused.borrow_mut().insert(name.to_owned(), message.to_owned());
                }
            }
            if done {
                if this.pending.borrow().is_empty() {
                    let refused = this.refused.borrow().values().next().cloned();
                    this.status.set(refused.map_or_else(|| Status::Saved(time_of_day()), Status::Refused));
                }
                Self::flush(&this);
            } else {
                this.status.set(Status::Retrying);
                let wait = this.wait.get();
                this.wait.set((wait * 2).min(LONGEST_WAIT));
                set_timeout(move || Self::flush(&this), wait);
            }
        });
    }
}

enum Answer {
    Saved,
    /// The server will not take it however often it is sent.
    Refused(String),
}

async fn send(address: &str, body: &str) -> Result<Answer, JsValue> {
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&JsValue::from_str(body));
    let headers = web_sys::Headers::new()?;
    headers.set("content-type", "application/x-www-form-urlencoded")?;
    init.set_headers(&headers);
    if body.len() < KEEP_ALIVE_BYTES {
        js_sys::Reflect::set(&init, &"keepalive".into(), &JsValue::TRUE)?;
    }
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(address, &init)).await?.dyn_into()?;
    match response.status() {
        200..=299 => Ok(Answer::Saved),
        413 => Ok(Answer::Refused("This is too much text at once; shorten it.".to_owned())),
        404 | 409 | 422 => {
            let why = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
            Ok(Answer::Refused(why))
        }
        _ => Err(JsValue::NULL),
    }
}

/// The browser's clock as "14:03".
fn time_of_day() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}
