//! What was typed on a page whose session had ended: carried through the sign-in, and sent as it was left.

use leptos::prelude::*;

use crate::components::button::{Button, Kind};
use crate::components::notice::{Notice, Tone};
use crate::rendered::{IntoRendered, Rendered};
use crate::shell::Page;

/// A form that could not be taken.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Where it was sent: an address of this site.
    pub to: String,
    /// Its fields, as one form-encoded text.
    pub fields: String,
}

/// The names under which it travels.
pub const TO: &str = "kept.to";
/// The fields.
pub const FIELDS: &str = "kept.fields";

impl Kept {
    /// The hidden fields that carry it.
    pub fn hidden(&self) -> Rendered {
        view! {
            <input type="hidden" name=TO value=self.to.clone() />
            <input type="hidden" name=FIELDS value=self.fields.clone() />
        }
        .rendered()
    }
}

/// After signing in again: one button sends what was typed. `fields` are names and values in their order.
pub fn again(to: &str, fields: Vec<(String, String)>) -> Page {
    let hidden =
        fields.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view();
    let body = view! {
        <div class="stack-wide">
            <h1>"You are signed in again"</h1>
            <Notice tone=Tone::Done>
                <p>"Nothing you typed was lost. Send it now, and go on where you were."</p>
            </Notice>
            <form method="post" action=to.to_owned() class="stack">
                {hidden}
                <Button kind=Kind::Main value="next" text="Send what I typed" />
            </form>
        </div>
    };
    Page::new("You are signed in again", body)
}
