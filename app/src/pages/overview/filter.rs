//! What part of the table is shown and in which order: all of it stands in the address.

use domain::figures::{INDEX, LEVEL};
use domain::ids::UnitId;
use domain::instrument::{Feeds, Instrument};
use leptos::prelude::*;
use url::form_urlencoded::Serializer;

use crate::components::button::LinkButton;
use crate::components::field::TextField;
use crate::components::select::Select;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;

/// A column to sort by, and which way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// One of [`column_words`].
    pub column: String,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// What the address says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The id of a unit; empty for all.
    pub unit: String,
    /// The first day that counts, as year-month-day; empty for all.
    pub since: String,
    /// Why that day could not be taken.
    pub fault: Option<String>,
    /// The order.
    pub sort: Sort,
}

/// The words that name the columns in an address: `team`, `unit`, `closed`, `people`, or the id of a figure.
#[must_use]
pub fn column_words(instrument: &Instrument) -> Vec<&str> {
    let practices = instrument.constructs_feeding(Feeds::Maturity).map(|place| instrument[place].id.as_str());
    ["team", "unit", "closed", "people", INDEX, LEVEL].into_iter().chain(practices).collect()
}

impl Filter {
    /// The address of this part of the table in another order, or of another page.
    pub(super) fn address(&self, sort: &Sort, page: i64) -> String {
        let mut query = Serializer::new(String::new());
        for (name, value) in [("unit", &self.unit), ("since", &self.since)] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        query.append_pair("sort", &sort.column);
        query.append_pair("order", if sort.descending { "down" } else { "up" });
        if page > 1 {
            query.append_pair("page", &page.to_string());
        }
        format!("{}?{}", routes::OVERVIEW, query.finish())
    }
}

/// The form above the table.
pub(super) fn form(filter: &Filter, units: &[(UnitId, String)]) -> Rendered {
    let every = (String::new(), "All units".to_owned());
    let units: Vec<(String, String)> =
        std::iter::once(every).chain(units.iter().map(|(id, path)| (id.to_string(), path.clone()))).collect();
    // Without units there is nothing to choose.
    let unit = (units.len() > 1)
        .then(|| view! { <Select name="unit" label="Unit" options=units value=filter.unit.clone() /> });
    view! {
        <form method="get" action=routes::OVERVIEW class="filter no-print">
            {unit}
            <TextField name="since" label="Closed since" kind="date" value=filter.since.clone() error=filter.fault.clone() />
            <input type="hidden" name="sort" value=filter.sort.column.clone() />
            <input type="hidden" name="order" value=if filter.sort.descending { "down" } else { "up" } />
            <button type="submit" class="button">"Show"</button>
        </form>
    }
    .rendered()
}

/// Leads to the page before and after; nothing if there is one only.
pub(super) fn pages(filter: &Filter, page: i64, pages: i64) -> Option<Rendered> {
    if pages <= 1 {
        return None;
    }
    let link = |to: i64| filter.address(&filter.sort, to);
    let before = (page > 1).then(|| view! { <LinkButton href=link(page - 1) text="Before" /> });
    let after = (page < pages).then(|| view! { <LinkButton href=link(page + 1) text="After" /> });
    let shown = view! {
        <nav class="row no-print" aria-label="Pages of the table">
            {before}
            <span class="soft">{format!("Page {page} of {pages}")}</span>
            {after}
        </nav>
    };
    Some(shown.rendered())
}
