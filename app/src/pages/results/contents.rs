//! What is on the page: a link to each section.

use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

/// A section of a result.
pub struct Section {
    /// Its address on the page, which its heading bears as an id.
    id: &'static str,
    /// What its link says.
    title: &'static str,
    body: Rendered,
}

impl Section {
    /// A section that is there.
    pub const fn new(id: &'static str, title: &'static str, body: Rendered) -> Self {
        Self { id, title, body }
    }

    /// One that is there if it has anything to show.
    pub fn optional(id: &'static str, title: &'static str, body: Option<Rendered>) -> Option<Self> {
        Some(Self::new(id, title, body?))
    }
}

/// Links to the sections, then these.
pub fn with_contents(before: Rendered, sections: Vec<Section>) -> Rendered {
    let links = sections
        .iter()
        .map(|section| view! { <li><a href=format!("#{}", section.id)>{section.title}</a></li> })
        .collect_view();
    let bodies = sections.into_iter().map(|section| section.body).collect_view();
    view! {
        <nav class="contents no-print" aria-label="On this page"><ul class="plain">{links}</ul></nav>
        {before}
        {bodies}
    }
    .rendered()
}
