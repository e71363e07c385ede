//! `/admin/people/{id}`

use std::future::ready;

use app::components::form::Faults;
use app::components::when::day;
use app::pages::admin::{PersonView, confirm, person as page};
use app::routes;
use app::shell::Page;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::ids::AccountId;
use domain::rights::Right;
use serde::Deserialize;
use store::Purpose;
use usecases::Error;
use usecases::accounts::Owner;
use usecases::people::{Invited, PersonTyped, Somebody, open};

use super::super::{absolute, answered, see_other};
use super::people::{chosen, teams};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// What was just done.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    mailed: String,
}

async fn view(state: &crate::State, owner: &Owner, person: &Somebody) -> Result<PersonView, Error> {
    let account = &person.account;
    let own: Vec<_> = person.teams.iter().map(|(id, ..)| *id).collect();
    Ok(PersonView {
        id: account.id,
        name: account.name.clone(),
        email: account.email.clone(),
        right: account.right.word().to_owned(),
        teams: teams(state, owner, &own).await?,
        active: account.active,
        disabled: account.disabled,
        seen: account
            .signed_in_at
            .map_or_else(|| "never signed in".to_owned(), |at| format!("signed in on {}", day(at))),
        second_factor: account.second_factor,
        faults: Faults::default(),
        made: None,
    })
}

/// The page.
pub async fn show(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Query(done): Query<Done>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner_for_person(&state.app, &id).await.map_err(fail)?;
    let person = open(&state.app, &owner, &id).await.map_err(fail)?;
    let view = view(&state, &owner, &person).await.map_err(fail)?;
    let made = (!done.mailed.is_empty()).then_some(None);
    Ok(frame.show(|| page(PersonView { made, ..view })))
}

/// Keeps what was changed.
pub async fn change(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner_for_person(&state.app, &id).await.map_err(fail)?;
    let person = open(&state.app, &owner, &id).await.map_err(fail)?;
    let right = Right::from_word(form.get("right")).unwrap_or(person.account.right);
    let typed = PersonTyped { name: form.get("name").to_owned(), right, teams: chosen(&form) };
    let done = person.change(&state.app, &typed).await.map(|()| see_other(&routes::person(person.account.id)));
    let before = async {
        let teams = teams(&state, &owner, &typed.teams).await?;
        let right = right.word().to_owned();
        Ok(PersonView { name: typed.name, right, teams, ..view(&state, &owner, &person).await? })
    };
    answered(&frame, done, before, |view, faults| page(PersonView { faults, ..view })).await
}

/// The page of somebody for whom a link was just made.
pub(super) async fn with_link(
    state: &crate::State,
    owner: &Owner,
    frame: &Frame,
    headers: &HeaderMap,
    made: &Invited,
) -> Result<Response, Error> {
    let token = made.link.secret.token();
    let path = match made.link.purpose {
        Purpose::Reset => routes::reset(&token),
        _ => routes::invitation(&token),
    };
    let person = open(&state.app, owner, &made.account.to_string()).await?;
    let view = view(state, owner, &person).await?;
    let link = absolute(&state.settings, headers, &path);
    Ok(frame.show(|| page(PersonView { made: Some(Some(link)), ..view })))
}

/// Makes a link anew.
pub async fn link(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    headers: HeaderMap,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner_for_person(&state.app, &id).await.map_err(fail)?;
    let person = open(&state.app, &owner, &id).await.map_err(fail)?;
    let made = person.make_link(&state.app).await.map_err(fail)?;
    if made.mailed {
        return Ok(see_other(&format!("{}?mailed=yes", routes::person(made.account))));
    }
    with_link(&state, &owner, &frame, &headers, &made).await.map_err(fail)
}

/// The person of the address, and how they are called, for an owner.
async fn asked(
    state: &crate::State,
    caller: &usecases::accounts::Caller,
    id: &str,
) -> Result<(Somebody, String), Error> {
    let owner = caller.owner_for_person(&state.app, id).await?;
    let person = open(&state.app, &owner, id).await?;
    let name = if person.account.name.is_empty() { person.account.email.clone() } else { person.account.name.clone() };
    Ok((person, name))
}

const OFF: &str = "They can no longer sign in, and their sessions end now. What they answered is kept. You can switch the account on again.";
const GONE: &str = "The account, its sessions and its memberships are gone for good. Answers in rounds stay, without the account. To keep somebody out for a while, switch the account off instead.";

fn switch_page(id: AccountId, name: &str, faults: Faults) -> Page {
    confirm(id, "switch", format!("Switch {name} off?"), OFF, ("off", "Switch off"), faults)
}

fn delete_page(id: AccountId, name: &str, faults: Faults) -> Page {
    confirm(id, "delete", format!("Delete {name}?"), GONE, ("next", "Delete"), faults)
}

/// Asks before an account is switched off.
pub async fn switch_asked(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let (person, name) = asked(&state, &caller, &id).await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| switch_page(person.account.id, &name, Faults::default())))
}

/// Switches an account off or on.
pub async fn switch(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let (person, name) = asked(&state, &caller, &id).await.map_err(fail)?;
    let id = person.account.id;
    let done = person.switch(&state.app, form.get("action") == "on").await.map(|()| see_other(&routes::person(id)));
    answered(&frame, done, ready(Ok(name)), |name, faults| switch_page(id, &name, faults)).await
}

/// Asks before an account is deleted.
pub async fn delete_asked(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let (person, name) = asked(&state, &caller, &id).await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| delete_page(person.account.id, &name, Faults::default())))
}

/// Deletes an account.
pub async fn delete(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let (person, name) = asked(&state, &caller, &id).await.map_err(fail)?;
    let id = person.account.id;
    let done = person.delete(&state.app).await.map(|()| see_other(routes::PEOPLE));
    answered(&frame, done, ready(Ok(name)), |name, faults| delete_page(id, &name, faults)).await
}
