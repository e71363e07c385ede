//! `/admin/units`

use std::future::ready;

use app::components::form::Faults;
use app::pages::admin::{UnitView, delete_unit as delete_page, unit as one_page, units as page};
use app::routes;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::units::LEVELS;
use store::Unit;
use usecases::Error;
use usecases::teams::{unit_path, unit_paths};
use usecases::units::{self, UnitTyped};

use super::super::{answered, see_other};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// Ids and paths of units that others can stand under.
fn above(all: &[Unit]) -> Vec<(String, String)> {
    let fits = |id| all.iter().any(|unit| unit.place.id == id && unit.place.level < LEVELS);
    unit_paths(all).into_iter().filter(|(id, _)| fits(*id)).map(|(id, path)| (id.to_string(), path)).collect()
}

fn tree(all: &[Unit]) -> Vec<UnitView> {
    let view = |(id, path)| {
        let teams = all.iter().find(|unit| unit.place.id == id).map_or(0, |unit| unit.teams);
        UnitView { id, path, teams }
    };
    unit_paths(all).into_iter().map(view).collect()
}

/// The tree.
pub async fn list(
    State(state): State<crate::State>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner().map_err(fail)?;
    let all = units::all(&state.app, &owner).await.map_err(fail)?;
    Ok(frame.show(|| page(tree(&all), String::new(), String::new(), &above(&all), &Faults::default())))
}

/// Makes a unit.
pub async fn add(
    State(state): State<crate::State>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner().map_err(fail)?;
    let typed = UnitTyped { name: form.get("name").to_owned(), parent: form.get("parent").to_owned() };
    let done = units::add(&state.app, &owner, &typed).await.map(|()| see_other(routes::UNITS));
    let all = units::all(&state.app, &owner);
    answered(&frame, done, all, |all, faults| page(tree(&all), typed.name, typed.parent, &above(&all), &faults)).await
}

/// One of them.
pub async fn show(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner_for_unit(&state.app, &id).await.map_err(fail)?;
    let (id, all) = units::open(&state.app, &owner, &id).await.map_err(fail)?;
    let unit = all.iter().find(|unit| unit.place.id == id).ok_or_else(|| fail(Error::NotFound))?;
    let parent = unit.place.parent.map(|parent| parent.to_string()).unwrap_or_default();
    Ok(frame.show(|| one_page(id, unit.name.clone(), unit.name.clone(), parent, &above(&all), &Faults::default())))
}

/// Renames or moves it.
pub async fn change(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner_for_unit(&state.app, &id).await.map_err(fail)?;
    let (id, all) = units::open(&state.app, &owner, &id).await.map_err(fail)?;
    let typed = UnitTyped { name: form.get("name").to_owned(), parent: form.get("parent").to_owned() };
    let done = units::change(&state.app, &owner, id, &typed).await.map(|()| see_other(routes::UNITS));
    answered(&frame, done, ready(Ok(all)), |all, faults| {
        let before = all.iter().find(|unit| unit.place.id == id).map(|unit| unit.name.clone()).unwrap_or_default();
        one_page(id, before, typed.name, typed.parent, &above(&all), &faults)
    })
    .await
}

/// Asks before it is deleted.
pub async fn delete_asked(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner_for_unit(&state.app, &id).await.map_err(fail)?;
    let (id, all) = units::open(&state.app, &owner, &id).await.map_err(fail)?;
    Ok(frame.show(|| delete_page(id, &unit_path(&all, id), Faults::default())))
}

/// Deletes it.
pub async fn delete(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner_for_unit(&state.app, &id).await.map_err(fail)?;
    let (id, all) = units::open(&state.app, &owner, &id).await.map_err(fail)?;
    let path = unit_path(&all, id);
    let done = units::delete(&state.app, &owner, id, &path).await.map(|()| see_other(routes::UNITS));
    answered(&frame, done, ready(Ok(path)), |path, faults| delete_page(id, &path, faults)).await
}
