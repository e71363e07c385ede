//! Lists that are longer than a page, and the search above them.

use leptos::prelude::*;

use crate::components::button::LinkButton;
use crate::rendered::{IntoRendered, Rendered};

/// Leads to the page before and after; nothing if there is one only.
#[component]
pub fn Pages(
    /// The list's address.
    #[prop(into)]
    address: String,
    /// What was searched for.
    #[prop(into)]
    query: String,
    /// This page, from 1.
    page: i64,
    /// How many there are.
    pages: i64,
) -> Option<Rendered> {
    if pages <= 1 {
        return None;
    }
    let link = move |to: i64| {
        let query: String = url::form_urlencoded::byte_serialize(query.as_bytes()).collect();
        format!("{address}?q={query}&page={to}")
    };
    let before = (page > 1).then(|| view! { <LinkButton href=link(page - 1) text="Before" /> });
    let after = (page < pages).then(|| view! { <LinkButton href=link(page + 1) text="After" /> });
    let shown = view! {
        <nav class="row" aria-label="Pages of the list">
            {before}
            <span class="soft">{format!("Page {page} of {pages}")}</span>
            {after}
        </nav>
    };
    Some(shown.rendered())
}

/// A search field with its button: a link to the list, with what was typed.
#[component]
pub fn Search(
    /// Where it leads.
    #[prop(into)]
    address: String,
    /// What is searched.
    #[prop(into)]
    label: String,
    /// What was typed.
    #[prop(into)]
    query: String,
) -> Rendered {
    view! {
        <form method="get" action=address class="search" role="search">
            <div class="field">
                <label for="q">{label}</label>
                <input type="search" id="q" name="q" value=query autocomplete="off" />
            </div>
            <button type="submit" class="button">"Search"</button>
        </form>
    }
    .rendered()
}
