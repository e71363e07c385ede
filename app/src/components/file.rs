//! A labelled choice of a file.

use leptos::prelude::*;

use super::field::Words;

use crate::rendered::{IntoRendered, Rendered};

/// A file of the visitor's. Its form needs `enctype="multipart/form-data"`, or its name alone is sent.
#[component]
pub fn FileField(
    /// Name of the form field; also its id.
    #[prop(into)]
    name: String,
    /// What is asked for.
    #[prop(into)]
    label: String,
    /// What helps to answer, or empty.
    #[prop(into, optional)]
    hint: String,
    /// The kinds of file that are offered first: `.csv,text/csv`.
    accept: &'static str,
    /// Why the file was refused.
    #[prop(optional_no_strip)]
    error: Option<String>,
) -> Rendered {
    let words = Words { name: name.clone(), label, hint, error };
    let control = view! {
        <input
            type="file"
            id=name.clone()
            name=name
            accept=accept
            aria-describedby=words.described_by()
            aria-invalid=words.invalid()
        />
    };
    words.around(control).rendered()
}
