//! A table that can be named, reached and scrolled.

use leptos::prelude::*;

use crate::rendered::{Inside, IntoRendered, Rendered};

/// The head of a column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    title: &'static str,
    class: Option<&'static str>,
}

impl Column {
    /// A column of words.
    pub const fn words(title: &'static str) -> Self {
        Self { title, class: None }
    }

    /// A column of numbers, which stand at its end. Its cells have the class `number`.
    pub const fn numbers(title: &'static str) -> Self {
        Self { title, class: Some("number") }
    }
}

/// What a table of any kind stands in. Where there is too little room it scrolls in there; the region has the caption's
/// name and takes the focus, so that it can be scrolled by keyboard.
#[component]
pub fn Scrolls(
    /// Id of the caption.
    #[prop(into)]
    id: String,
    /// The table.
    children: Inside,
) -> Rendered {
    view! { <section class="table-scroll" tabindex="0" aria-labelledby=id>{children.show()}</section> }.rendered()
}

/// A table with its caption, which scrolls where there is too little room.
#[component]
pub fn Table<const N: usize>(
    /// Id of the caption.
    id: &'static str,
    /// What the table shows.
    #[prop(into)]
    caption: String,
    /// The heads.
    columns: [Column; N],
    /// The rows: `tr` with a `th scope="row"` first.
    children: Inside,
) -> Rendered {
    let heads = columns.map(|column| view! { <th scope="col" class=column.class>{column.title}</th> });
    view! {
        <Scrolls id=id>
            <table class="table">
                <caption id=id>{caption}</caption>
                <thead><tr>{heads.into_iter().collect_view()}</tr></thead>
                <tbody>{children.show()}</tbody>
            </table>
        </Scrolls>
    }
    .rendered()
}
