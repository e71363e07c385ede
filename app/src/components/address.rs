//! An address to copy: a line that can be selected, and with scripting a button that copies it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

/// Whether the page that is being made holds an address, so that its document loads `copy.js`: no page says so itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Copying(Arc<AtomicBool>);

impl Copying {
    /// Whether it is.
    pub(crate) fn is_needed(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// An address to copy.
#[component]
pub fn AddressBox(
    /// Id of the box.
    #[prop(into)]
    id: String,
    /// What it leads to, for whoever does not see the page.
    #[prop(into)]
    label: String,
    /// The whole address.
    value: String,
) -> Rendered {
    if let Some(Copying(needed)) = use_context() {
        needed.store(true, Ordering::Relaxed);
    }
    view! {
        <div class="field link-box">
            <label class="visually-hidden" for=id.clone()>{label}</label>
            <input id=id type="text" readonly=true value=value />
        </div>
    }
    .rendered()
}
