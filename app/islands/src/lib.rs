//! What the browser gets: islands of behaviour in pages that work without them. The only crate compiled to wasm.
//!
//! An island takes no props (they would cost a JSON parser): data passes through `data-*` attributes of what the
//! server rendered inside it. To add one: a file here, its component re-exported, `island: true` on its pages.

mod autosave;

pub use autosave::Autosave;

/// Makes the islands ready; the page's script calls it once, before it hydrates each of them.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
