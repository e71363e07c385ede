//! `/teams/{id}`

use app::pages::teams::{Person as Shown, TeamView, archive as archive_page, one as page, take_out};
use app::routes;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::rights::{Action, Reach};
use serde::Deserialize;
use store::{Membership, Person};
use usecases::Error;
use usecases::accounts::{Caller, ManageTeam, SeeTeam};
use usecases::teams::{Invitee, NewTeam, unit_path, unit_paths};

use super::super::dashboard::Part;
use super::super::{Faults, absolute, answered, see_other};
use super::choices;
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

fn shown(person: Person) -> Shown {
    let state = match (person.disabled, person.active) {
        (true, _) => format!("{}, off", person.right),
        (false, false) => format!("{}, invited", person.right),
        (false, true) => person.right.to_string(),
    };
    let name = if person.name.is_empty() { person.email.clone() } else { person.name };
    Shown { id: person.id.to_string(), name, email: person.email, state }
}

/// What the page shows, before anything is searched, typed or done.
async fn view(state: &crate::State, caller: &Caller, id: &str, query: Option<&str>) -> Result<TeamView, Error> {
    let access = caller.team::<SeeTeam>(&state.app, id).await?;
    let sight = access.sight(&state.app).await?;
    let manager = access.also::<ManageTeam>();
    let owner = caller.right().reach(Action::ManageOrganisation) == Reach::Organisation;
    let found = match (&manager, query) {
        (Some(manager), Some(query)) if !query.is_empty() => {
            let found = manager.candidates(&state.app, query).await?;
            Some((query.to_owned(), found.into_iter().map(shown).collect()))
        }
        _ => None,
    };
    let team = access.team();
    Ok(TeamView {
        id: team.id,
        name: team.name.clone(),
        typed: team.name.clone(),
        unit: team.unit_id.map(|unit| unit_path(&sight.units, unit)).unwrap_or_default(),
        unit_id: team.unit_id.map(|unit| unit.to_string()).unwrap_or_default(),
        units: if owner { choices(unit_paths(&sight.units)) } else { Vec::new() },
        archived: team.archived,
        members: sight.members.into_iter().map(shown).collect(),
        rounds: sight.rounds,
        manages: manager.is_some(),
        owner,
        found,
        invited: None,
        invitee: <(String, String)>::default(),
        faults: Faults::default(),
    })
}

/// The page.
pub async fn show(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Query(part): Query<Part>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let team = view(&state, &caller, &id, Some(&part.q)).await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| page(&team)))
}

/// Keeps another name and unit.
pub async fn change(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.team::<ManageTeam>(&state.app, &id).await.map_err(fail)?;
    let owner = caller.right().reach(Action::ManageOrganisation) == Reach::Organisation;
    let kept = access.team().unit_id.map(|unit| unit.to_string()).unwrap_or_default();
    // A lead renames and does not move.
    let unit = if owner && form.fields().contains_key("unit") { form.get("unit").to_owned() } else { kept };
    let typed = NewTeam { name: form.get("team").to_owned(), unit };
    let done = access.change(&state.app, &typed).await.map(|()| see_other(&routes::team(access.team().id)));
    // The use case speaks of `name`; on this page that is the team's.
    let done = done.map_err(|error| match error {
        Error::Invalid(mut refused) => {
            for fault in refused.iter_mut().filter(|fault| fault.field == "name") {
                "team".clone_into(&mut fault.field);
            }
            Error::Invalid(refused)
        }
        other => other,
    });
    let team = view(&state, &caller, &id, None);
    answered(&frame, done, team, |team, faults| {
        page(&TeamView { typed: typed.name, unit_id: typed.unit, faults, ..team })
    })
    .await
}

/// Whom a step is about.
#[derive(Debug, Default, Deserialize)]
pub struct Whom {
    #[serde(default)]
    person: String,
}

/// Asks before somebody is taken out.
pub async fn take_out_asked(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Query(Whom { person }): Query<Whom>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.team::<ManageTeam>(&state.app, &id).await.map_err(fail)?;
    let person = access.person(&state.app, &person).await.map_err(fail)?;
    let name = if person.name.is_empty() { &person.email } else { &person.name };
    let team = access.team();
    Ok(frame.show(|| take_out(team.id, &team.name, person.id, name)))
}

/// Adds somebody, or takes somebody out.
pub async fn members(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.team::<ManageTeam>(&state.app, &id).await.map_err(fail)?;
    let membership = if form.get("action") == "remove" { Membership::Apart } else { Membership::Belongs };
    access.set_member(&state.app, form.get("person"), membership).await.map_err(fail)?;
    Ok(see_other(&routes::team(access.team().id)))
}

/// Invites somebody new.
pub async fn invite(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    headers: HeaderMap,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.team::<ManageTeam>(&state.app, &id).await.map_err(fail)?;
    let invitee = Invitee { email: form.get("email").to_owned(), name: form.get("name").to_owned() };
    let inviting = async {
        let made = access.invite(&state.app, &invitee).await?;
        let link = absolute(&state.settings, &headers, &routes::invitation(&made.link.secret.token()));
        let link = (!made.mailed).then_some(link);
        let team = view(&state, &caller, &id, None).await?;
        Ok(frame.show(|| page(&TeamView { invited: Some((made.email, link)), ..team })))
    };
    let done = inviting.await;
    let team = view(&state, &caller, &id, None);
    answered(&frame, done, team, |team, faults| {
        page(&TeamView { invitee: (invitee.email, invitee.name), faults, ..team })
    })
    .await
}

/// Asks before the team is put away or restored.
pub async fn archive_asked(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.team::<ManageTeam>(&state.app, &id).await.map_err(fail)?;
    caller.owner().map_err(fail)?;
    let team = access.team();
    Ok(frame.show(|| archive_page(team.id, &team.name, team.archived)))
}

/// Puts the team away, or restores it.
pub async fn archive(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.team::<ManageTeam>(&state.app, &id).await.map_err(fail)?;
    caller.owner().map_err(fail)?;
    access.archive(&state.app, form.get("action") != "restore").await.map_err(fail)?;
    Ok(see_other(&routes::team(access.team().id)))
}
