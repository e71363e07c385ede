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
            busy: Cell::new(false),
            wait: Cell::new(FIRST_WAIT),
            status,
        });
        saver.take_early_changes();
        let changed = Rc::clone(&saver);
        let handle = wasm_bindgen::closure::Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            if let Some(name) = event.target().and_then(|target| name_of(&target)) {
                changed.queue(&name);
                Saver::flush(&changed);
            }
        });
        let _ = element.add_event_listener_with_callback("change", handle.as_ref().unchecked_ref());
        handle.forget();
        window_event_listener(leptos::ev::online, move |_| Saver::flush(&saver));
    });
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

struct Saver {
    form: HtmlFormElement,
    address: String,
    /// Field name to its encoded form body.
    pending: RefCell<BTreeMap<String, String>>,
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
                    "hidden" => false,
                    _ => input.value() != input.default_value(),
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
            match answer {
                Ok(Answer::Saved) => {
                    this.pending.borrow_mut().retain(|name, body| sent.get(name) != Some(body));
                    this.wait.set(FIRST_WAIT);
                    if this.pending.borrow().is_empty() {
                        this.status.set(Status::Saved(time_of_day()));
                    }
                    Self::flush(&this);
                }
                Ok(Answer::Refused(why)) => {
                    this.pending.borrow_mut().retain(|name, body| sent.get(name) != Some(body));
                    this.status.set(Status::Refused(why));
                }
                Err(_) => {
                    this.status.set(Status::Retrying);
                    let wait = this.wait.get();
                    this.wait.set((wait * 2).min(LONGEST_WAIT));
                    set_timeout(move || Self::flush(&this), wait);
                }
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
    js_sys::Reflect::set(&init, &"keepalive".into(), &JsValue::TRUE)?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(address, &init)).await?.dyn_into()?;
    match response.status() {
        200..=299 => Ok(Answer::Saved),
        404 | 409 | 413 | 422 => {
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
