//! A form that has no place on the server yet: what is typed waits in the tab, so that a reload loses nothing. It goes
//! with the tab, for the computer may be shared.

use std::rc::Rc;

use leptos::web_sys::{self, Storage};

use super::fields::{Fields, name_of, value_of};
use super::listen::on;
use super::panel::Panel;
use super::status::Status;

/// Shows what was typed before, and keeps what is typed from now on.
pub fn listen(fields: Fields, panel: Panel) {
    let storage = web_sys::window().and_then(|window| window.session_storage().ok()?);
    let (Some(storage), Some(name)) = (storage, fields.form.get_attribute("data-draft")) else { return };
    let prefix = ["plumbline:draft:", &name, ":"].concat();
    let early = fields.changed_early();
    for (field, body) in kept(&storage, &prefix) {
        if !early.contains(&field) {
            fields.show(&field, &value_of(&body));
        }
    }
    let form = fields.form.clone();
    let keep = Rc::new(move |field: &str| {
        if storage.set_item(&[&prefix, field].concat(), &fields.body(field)).is_ok() {
            panel.show(Status::Draft);
        }
    });
    for field in &early {
        keep(field);
    }
    for kind in ["change", "input"] {
        let (keep, fields) = (Rc::clone(&keep), Fields { form: form.clone() });
        on(&form, kind, move |event| {
            let Some(control) = event.target() else { return };
            fields.settle(&control);
            if let Some(name) = name_of(&control) {
                keep(&name);
            }
        });
    }
}

fn kept(storage: &Storage, prefix: &str) -> Vec<(String, String)> {
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|place| storage.key(place).ok()?);
    let held = keys.filter_map(|key| {
        let field = key.strip_prefix(prefix)?.to_owned();
        Some((field, storage.get_item(&key).ok()??))
    });
    held.collect()
}
