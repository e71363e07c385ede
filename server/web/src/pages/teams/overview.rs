//! `/teams/overview`

use app::pages::overview::{Filter, Sort, column_words, page};
use axum::extract::{Query, State};
use axum::response::Response;
use domain::instrument::Instrument;
use serde::Deserialize;
use store::Order;
use usecases::moment::day_from;
use usecases::overview::{Asked, look};

use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub struct Part {
    #[serde(default)]
    unit: String,
    #[serde(default)]
    since: String,
    #[serde(default)]
    sort: String,
    #[serde(default)]
    order: String,
    #[serde(default)]
    page: String,
}

/// An order that there is; anything else is by unit, as the list of teams is.
fn sort(part: &Part, instrument: &Instrument) -> Sort {
    let known = column_words(instrument).contains(&part.sort.as_str());
    let column = if known { part.sort.clone() } else { "unit".to_owned() };
    Sort { descending: known && part.order == "down", column }
}

fn order(sort: &Sort) -> Order {
    match sort.column.as_str() {
        "team" => Order::Team,
        "unit" => Order::Unit,
        "closed" => Order::Closed,
        "people" => Order::People,
        figure => Order::Figure(figure.to_owned()),
    }
}

/// Every team with its newest published figures.
pub async fn show(
    State(state): State<crate::State>,
    SignedIn(caller): SignedIn,
    Query(part): Query<Part>,
    frame: Frame,
) -> Result<Response, Failure> {
    let sort = sort(&part, state.app.instrument());
    let since = day_from(&part.since);
    let fault = (since.is_none() && !part.since.is_empty())
        .then(|| "Give the day as year-month-day, such as 2026-11-30.".to_owned());
    let asked = Asked {
        unit: part.unit.clone(),
        since,
        order: Some(order(&sort)),
        descending: sort.descending,
        page: part.page,
    };
    let found = look(&state.app, &caller, &asked).await.map_err(|error| Failure::of(&frame, &error))?;
    let since = if fault.is_some() { String::new() } else { part.since };
    let filter = Filter { unit: part.unit, since, fault, sort };
    Ok(frame.show(|| page(found, &filter)))
}
