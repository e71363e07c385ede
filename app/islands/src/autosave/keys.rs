//! Answering by single keys: 1 to 6, D and N answer the question that has the focus, or the first in sight, and lead to
//! the next one. Switched off by whoever does not want them, for that browser.

use leptos::web_sys::{self, wasm_bindgen::JsCast};
use web_sys::{
    Document, Element, HtmlDialogElement, HtmlElement, HtmlFormElement, HtmlInputElement, KeyboardEvent, Storage,
};

use super::fields::is_text;
use super::listen::on;

/// Set to anything when single keys are switched off.
const OFF: &str = "plumbline:keys-off";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn is_off() -> bool {
    storage().and_then(|storage| storage.get_item(OFF).ok()?).is_some()
}

/// Starts listening, and shows the button that explains it.
pub fn listen(form: &HtmlFormElement) {
    let Some(document) = form.owner_document() else { return };
    let dialog = document.get_element_by_id("keys").and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok());
    let Some(dialog) = dialog else { return };
    if let Ok(Some(opener)) = document.query_selector("[data-keys]") {
        let _ = opener.remove_attribute("hidden");
        let opened = dialog.clone();
        on(&opener, "click", move |_| drop(opened.show_modal()));
    }
    if let Ok(Some(switch)) = document.query_selector("[data-keys-on]") {
        let switch: HtmlInputElement = switch.unchecked_into();
        switch.set_checked(!is_off());
        let read = switch.clone();
        on(&switch, "change", move |_| {
            let Some(storage) = storage() else { return };
            let _ = if read.checked() { storage.remove_item(OFF) } else { storage.set_item(OFF, "1") };
        });
    }
    let form = form.clone();
    let keyboard = document.clone();
    on(&document, "keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let typing = event.target().is_some_and(|target| {
            target.dyn_ref::<web_sys::HtmlTextAreaElement>().is_some()
                || target.dyn_ref::<HtmlInputElement>().is_some_and(|input| is_text(input))
        });
        if typing || event.ctrl_key() || event.alt_key() || event.meta_key() || dialog.open() || is_off() {
            return;
        }
        let key = event.key();
        let value = match key.as_str() {
            "?" => {
                let _ = dialog.show_modal();
                return;
            }
            "1" | "2" | "3" | "4" | "5" | "6" => key.as_str(),
            "d" | "D" => "DK",
            "n" | "N" => "NA",
            _ => return,
        };
        if answer(&keyboard, &form, value).is_some() {
            event.prevent_default();
        }
    });
}

/// Chooses `value` in the current question and moves the focus on.
fn answer(document: &Document, form: &HtmlFormElement, value: &str) -> Option<()> {
    let questions = form.query_selector_all("fieldset.question").ok()?;
    let questions: Vec<Element> =
        (0..questions.length()).filter_map(|place| questions.item(place)?.dyn_into().ok()).collect();
    let focused = document.active_element().and_then(|element| element.closest("fieldset.question").ok()?);
    let current = match focused {
        Some(focused) => questions.iter().position(|question| *question == focused)?,
        // Its heading is in sight.
        None => questions.iter().position(|question| question.get_bounding_client_rect().top() >= 0.0)?,
    };
    let chosen = ["input[type=radio][value='", value, "']"].concat();
    let chosen: HtmlElement = questions[current].query_selector(&chosen).ok()??.dyn_into().ok()?;
    chosen.click();
    let next = match questions.get(current + 1) {
        Some(next) => {
            let checked = next.query_selector("input:checked").ok()?;
            let control = checked.or(next.query_selector("input").ok()?)?;
            next.scroll_into_view_with_bool(next.get_bounding_client_rect().top() < 0.0);
            control
        }
        None => form.query_selector("button").ok()??,
    };
    next.dyn_ref::<HtmlElement>()?.focus().ok()
}
