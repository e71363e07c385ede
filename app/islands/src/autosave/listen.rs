//! Listening to a form once the island is in the page.

use std::rc::Rc;

use leptos::html::Div;
use leptos::prelude::*;
use leptos::web_sys::{self, wasm_bindgen::JsCast};
use web_sys::{Event, HtmlFormElement, SubmitEvent};

use super::fields::{Fields, is_text, name_of};
use super::panel::Panel;
use super::saver::Saver;
use super::{draft, keys};

/// Starts listening.
pub fn listen(host: NodeRef<Div>) {
    Effect::new(move || {
        let Some(element) = host.get() else { return };
        let Ok(Some(form)) = element.query_selector("form[data-autosave], form[data-draft]") else { return };
        let form: HtmlFormElement = form.unchecked_into();
        let panel = Panel::new(element.unchecked_into());
        keys::listen(&form);
        let fields = Fields { form: form.clone() };
        match form.get_attribute("data-autosave") {
            Some(address) => autosave(&form, &Saver::new(fields, address, panel)),
            None => draft::listen(fields, panel),
        }
    });
}

fn autosave(form: &HtmlFormElement, saver: &Rc<Saver>) {
    saver.begin();
    for kind in ["change", "input"] {
        let saver = Rc::clone(saver);
        on(form, kind, move |event| {
            let Some(control) = event.target() else { return };
            let typing = event.type_() == "input";
            if typing && !is_text(&control) {
                return;
            }
            saver.fields.settle(&control);
            if let Some(name) = name_of(&control) {
                saver.put(&name);
                if typing { saver.flush_when_rested() } else { saver.flush() }
            }
        });
    }
    let sent = Rc::clone(saver);
    on(form, "submit", move |event| {
        if !sent.may_leave(event.unchecked_ref::<SubmitEvent>().submitter()) {
            event.prevent_default();
        }
    });
    saver.panel.buttons(|mine, button| {
        let saver = Rc::clone(saver);
        on(&button, "click", move |_| saver.chosen(mine));
    });
    let Some(window) = web_sys::window() else { return };
    // Leaving the page, or putting the telephone away.
    let left = Rc::clone(saver);
    on(&window, "pagehide", move |_| left.send_off());
    let online = Rc::clone(saver);
    on(&window, "online", move |_| online.flush());
}

/// Listens for as long as the page lives.
pub fn on(element: &web_sys::EventTarget, event: &str, act: impl FnMut(Event) + 'static) {
    let act: Box<dyn FnMut(Event)> = Box::new(act);
    let handle = wasm_bindgen::closure::Closure::wrap(act);
    let _ = element.add_event_listener_with_callback(event, handle.as_ref().unchecked_ref());
    handle.forget();
}
