//! The fields of the form: reading what they hold, putting something into them, and the versions they were seen in.

use leptos::web_sys::{self, wasm_bindgen::JsCast};
use web_sys::{Element, EventTarget, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement};

/// In front of a field's name: the version that this page has seen of it. The form posts it too.
const SEEN: &str = "seen.";

/// The form's controls.
#[derive(Clone)]
pub struct Fields {
    pub form: HtmlFormElement,
}

impl Fields {
    fn controls(&self) -> impl Iterator<Item = Element> {
        let elements = self.form.elements();
        (0..elements.length()).filter_map(move |place| elements.item(place))
    }

    fn inputs(&self, name: &str) -> impl Iterator<Item = HtmlInputElement> {
        let name = name.to_owned();
        let inputs = self.controls().filter_map(|control| control.dyn_into::<HtmlInputElement>().ok());
        inputs.filter(move |input| input.name() == name && input.type_() != "hidden")
    }

    fn text_area(&self, name: &str) -> Option<HtmlTextAreaElement> {
        let mut areas = self.controls().filter_map(|control| control.dyn_into::<HtmlTextAreaElement>().ok());
        areas.find(|area| area.name() == name)
    }

    /// The field as the form would send it: every value under its name.
    pub fn body(&self, name: &str) -> String {
        let Ok(data) = web_sys::FormData::new_with_form(&self.form) else { return String::new() };
        let part = |value: leptos::wasm_bindgen::JsValue| {
            let value = value.as_string().unwrap_or_default();
            [name, "=", &String::from(js_sys::encode_uri_component(&value))].concat()
        };
        data.get_all(name).iter().map(part).collect::<Vec<_>>().join("&")
    }

    /// Makes the field hold `value`: one value, or chosen ids with semicolons between them.
    pub fn show(&self, name: &str, value: &str) {
        if let Some(area) = self.text_area(name) {
            area.set_value(value);
            reveal(&area);
        }
        let mut is_choice = false;
        for input in self.inputs(name).filter(is_toggle) {
            let chosen = !input.value().is_empty() && value.split(';').any(|id| id == input.value());
            input.set_checked(chosen);
            is_choice |= chosen;
        }
        for input in self.inputs(name).filter(|input| !is_toggle(input)) {
            // A number stands beside "don't know" under the same name.
            input.set_value(if is_choice { "" } else { value });
            reveal(&input);
            self.settle(&input);
        }
    }

    /// A number and "don't know" share a field: the one that was given last counts.
    pub fn settle(&self, control: &EventTarget) {
        let Some(given) = control.dyn_ref::<HtmlInputElement>().filter(|given| !given.value().is_empty()) else {
            return;
        };
        for mate in self.inputs(&given.name()) {
            match (given.type_().as_str(), mate.type_().as_str()) {
                ("radio", "text") => mate.set_value(""),
                ("text", "radio") => mate.set_checked(mate.value().is_empty()),
                _ => {}
            }
        }
    }

    /// The fields that were answered before this program had arrived.
    pub fn changed_early(&self) -> Vec<String> {
        let changed = |control: &Element| {
            if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
                match input.type_().as_str() {
                    "radio" | "checkbox" => input.checked() != input.default_checked(),
                    "text" => input.value() != input.default_value(),
                    _ => false,
                }
            } else if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
                area.default_value().is_ok_and(|before| before != area.value())
            } else {
                false
            }
        };
        self.controls().filter(changed).filter_map(|control| name_of(&control)).collect()
    }

    fn seen_input(&self, name: &str) -> Option<HtmlInputElement> {
        self.form.elements().named_item(&[SEEN, name].concat())?.dyn_into().ok()
    }

    /// The version that this page has seen of the field; 0 if it never held anything.
    pub fn seen(&self, name: &str) -> String {
        self.seen_input(name).map_or_else(|| "0".to_owned(), |seen| seen.value())
    }

    /// Notes that this page knows the field in this version.
    pub fn set_seen(&self, name: &str, version: &str) {
        let made = || {
            let made: HtmlInputElement =
                web_sys::window()?.document()?.create_element("input").ok()?.dyn_into().ok()?;
            made.set_type("hidden");
            made.set_name(&[SEEN, name].concat());
            self.form.append_child(&made).ok()?;
            Some(made)
        };
        if let Some(seen) = self.seen_input(name).or_else(made) {
            seen.set_value(version);
        }
    }
}

/// Opens what the control is folded into.
fn reveal(control: &Element) {
    if let Ok(Some(fold)) = control.closest("details") {
        let _ = fold.set_attribute("open", "");
    }
}

fn is_toggle(input: &HtmlInputElement) -> bool {
    matches!(input.type_().as_str(), "radio" | "checkbox")
}

/// The name of the control that an event came from.
pub fn name_of(target: &EventTarget) -> Option<String> {
    let name = if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.name()
    } else {
        target.dyn_ref::<HtmlTextAreaElement>()?.name()
    };
    (!name.is_empty()).then_some(name)
}

/// Whether something is typed into the control.
pub fn is_text(target: &EventTarget) -> bool {
    target.dyn_ref::<HtmlInputElement>().is_none_or(|input| input.type_() == "text")
}

/// What a field's part of a form says, as [`Fields::show`] takes it.
pub fn value_of(body: &str) -> String {
    let decode = |text: &str| js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), String::from);
    let values = body.split('&').filter_map(|part| part.split_once('=')).map(|(_, value)| decode(value));
    values.filter(|value| !value.is_empty()).collect::<Vec<_>>().join(";")
}
