//! A labelled field for several lines of text.

use leptos::prelude::*;

use super::field::Words;
use super::text::text_area;

use crate::rendered::{IntoRendered, Rendered};

/// Several lines of text.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "props are owned")]
pub fn TextArea(
    /// Name of the form field; also its id.
    #[prop(into)]
    name: String,
    /// What is asked for.
    #[prop(into)]
    label: String,
    /// What helps to answer, or empty.
    #[prop(into, optional)]
    hint: String,
    /// What is in it.
    #[prop(into, optional)]
    value: String,
    /// Why the value was refused.
    #[prop(optional_no_strip)]
    error: Option<String>,
) -> Rendered {
    let words = Words { name, label, hint, error };
    let control = text_area(&words.name, &value, words.described_by(), words.error.is_some());
    words.around(control).rendered()
}
