//! What the keyboard does, in a dialog that the island opens. Without scripting there are no single keys, so the button
//! stays hidden then.

use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

const KEYS: [(&str, &str); 5] = [
    ("1 to 6", "Choose that stage or band, and go to the next question"),
    ("D", "Don’t know, and go to the next question"),
    ("N", "Not applicable, and go to the next question"),
    ("Arrow keys", "Move within the question that has the focus"),
    ("?", "Show this"),
];

/// The button and its dialog.
pub fn keys() -> Rendered {
    let rows = KEYS.map(|(key, does)| view! { <tr><th scope="row"><kbd>{key}</kbd></th><td>{does}</td></tr> });
    view! {
        <p class="keys-open"><button type="button" class="button plain" data-keys="" hidden=true>"Keyboard shortcuts"</button></p>
        <dialog id="keys" class="dialog" aria-labelledby="keys-title">
            <form method="dialog" class="stack">
                <h2 id="keys-title">"Keyboard shortcuts"</h2>
                <table class="table">
                    <caption class="visually-hidden">"Keys and what they do"</caption>
                    <tbody>{rows.into_iter().collect_view()}</tbody>
                </table>
                <label class="choice"><input type="checkbox" data-keys-on="" /> "Use single keys on this device"</label>
                <button class="button main">"Close"</button>
            </form>
        </dialog>
    }.rendered()
}
