//! Saves each answer when it changes, says honestly whether it is saved, and lets nothing typed be lost: what could not
//! be sent waits in the browser, and what was changed in two places is put before the person.
//!
//! What changes on the page is written straight into the elements that the server rendered (`panel.rs`): signals and
//! views for it would make the wasm a fifth larger.

#[cfg(feature = "hydrate")]
mod draft;
#[cfg(feature = "hydrate")]
mod fields;
#[cfg(feature = "hydrate")]
mod keys;
#[cfg(feature = "hydrate")]
mod listen;
#[cfg(feature = "hydrate")]
mod panel;
#[cfg(feature = "hydrate")]
mod queue;
#[cfg(feature = "hydrate")]
mod saver;
#[cfg(feature = "hydrate")]
mod send;
#[cfg(feature = "hydrate")]
mod status;

use leptos::prelude::*;

/// Wraps a plain form. With `data-autosave` naming where single changes go, each is sent when it changes; with
/// `data-draft`, what is typed waits in the tab until the form is sent. The form itself is not hydrated and works by
/// posting; this listens to it.
#[island]
pub fn Autosave(children: Children) -> impl IntoView {
    let host = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "hydrate")]
    listen::listen(host);
    view! {
        <div class="autosave" node_ref=host>
            {children()}
            <p class="save-status"></p>
            <p class="visually-hidden" role="status"></p>
            <section class="conflict notice warn" aria-label="Changed in two places" tabindex="-1" hidden>
                <p><strong>"Changed in two places: "<span></span></strong></p>
                <dl>
                    <dt>"Here"</dt>
                    <dd class="typed"></dd>
                    <dt>"Elsewhere, already saved"</dt>
                    <dd class="typed"></dd>
                </dl>
                <p class="row">
                    <button type="button" class="button main">"Keep what is here"</button>
                    <button type="button" class="button">"Keep the other"</button>
                </p>
            </section>
        </div>
    }
}
