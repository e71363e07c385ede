//! `/teams` and what lies under it.

mod one;
mod overview;

pub use one::{archive, archive_asked, change, invite, members, show as one, take_out_asked};
pub use overview::show as overview;

use app::pages::teams::{list as page, new as new_page};
use app::routes;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::ids::UnitId;
use domain::rights::{Action, Reach};
use usecases::Error;
use usecases::teams::{self, NewTeam};

use super::dashboard::Part;
use super::{Faults, answered, see_other};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// Ids and paths of units, as a form takes them.
fn choices(units: Vec<(UnitId, String)>) -> Vec<(String, String)> {
    units.into_iter().map(|(id, path)| (id.to_string(), path)).collect()
}

/// The list.
pub async fn list(
    State(state): State<crate::State>,
    Query(part): Query<Part>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let makes = caller.right().reach(Action::ManageOrganisation) == Reach::Organisation;
    let archived = makes && !part.archived.is_empty();
    let found = teams::list(&state.app, &caller, part.wanted(), archived).await;
    let found = found.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| page(found, archived, makes)))
}

/// The form for a new one.
pub async fn new(
    State(state): State<crate::State>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner().map_err(fail)?;
    let units = choices(teams::units(&state.app, &owner).await.map_err(fail)?);
    Ok(frame.show(|| new_page(String::new(), "", &units, &Faults::default())))
}

/// Makes it.
pub async fn make(
    State(state): State<crate::State>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner().map_err(fail)?;
    let typed = NewTeam { name: form.get("name").to_owned(), unit: form.get("unit").to_owned() };
    let done = teams::make(&state.app, &owner, &typed).await.map(|id| see_other(&routes::team(id)));
    let units = teams::units(&state.app, &owner);
    answered(&frame, done, units, |units, faults| new_page(typed.name, &typed.unit, &choices(units), &faults)).await
}
