//! `/admin/people` and `/admin/people/new`

use app::pages::admin::{NewPerson as View, new_person as new_page, people as page};
use app::routes;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::ids::TeamId;
use domain::rights::Right;
use usecases::Error;
use usecases::accounts::Owner;
use usecases::people::{self, NewPerson};

use super::super::dashboard::Part;
use super::super::{answered, see_other};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// The list.
pub async fn list(
    State(state): State<crate::State>,
    Query(part): Query<Part>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner().map_err(fail)?;
    let found = people::list(&state.app, &owner, part.wanted()).await.map_err(fail)?;
    Ok(frame.show(|| page(found)))
}

/// The teams that can be chosen, with those that are.
pub(super) async fn teams(
    state: &crate::State,
    owner: &Owner,
    chosen: &[TeamId],
) -> Result<Vec<(String, String, String, bool)>, Error> {
    let all = people::team_choices(&state.app, owner).await?;
    Ok(all.into_iter().map(|(id, name, unit)| (id.to_string(), name, unit, chosen.contains(&id))).collect())
}

/// The teams that were chosen in a form; what is no id is none.
pub(super) fn chosen(form: &Form) -> Vec<TeamId> {
    let values = form.fields().get("team").into_iter().flatten();
    values.filter_map(|value| value.parse().ok()).collect()
}

/// The form.
pub async fn new(
    State(state): State<crate::State>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner().map_err(fail)?;
    let teams = teams(&state, &owner, &[]).await.map_err(fail)?;
    Ok(frame.show(|| new_page(View { teams, ..View::default() })))
}

/// Invites somebody, and leads to their page with the link, or the word that it was mailed.
pub async fn invite(
    State(state): State<crate::State>,
    headers: axum::http::HeaderMap,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner().map_err(fail)?;
    let word = form.get("right");
    let new = NewPerson {
        email: form.get("email").to_owned(),
        name: form.get("name").to_owned(),
        right: Right::from_word(word).unwrap_or(Right::Member),
        teams: chosen(&form),
    };
    let invited = async {
        let invited = people::add(&state.app, &owner, &new).await?;
        if invited.mailed {
            return Ok(see_other(&format!("{}?mailed=yes", routes::person(invited.account))));
        }
        super::person::with_link(&state, &owner, &frame, &headers, &invited).await
    };
    let done = invited.await;
    let before = teams(&state, &owner, &new.teams);
    answered(&frame, done, before, |teams, faults| {
        let (email, name, right) = (new.email.clone(), new.name.clone(), word.to_owned());
        new_page(View { email, name, right, teams, faults })
    })
    .await
}
