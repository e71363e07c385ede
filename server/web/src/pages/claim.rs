//! `/manage/{token}/claim`: taking a round that was made without an account into an organisation.

use app::pages::claim::{Claim, NEW, page};
use app::routes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use usecases::accounts::Caller;
use usecases::claim::{Claimant, claimant};
use usecases::{Error, manage};

use super::{place_of, see_other};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

async fn open(state: &crate::State, token: &str, caller: Caller) -> Result<Claimant, Error> {
    claimant(manage::open(&state.app, token).await?, caller)
}

async fn view(state: &crate::State, claimant: &Claimant, organisation: &str) -> Result<Claim, Error> {
    let teams = claimant.teams(&state.app).await?;
    // The team that is most likely meant stands first.
    let likely = teams.iter().find(|team| team.belongs).or(teams.first()).map(|team| team.id.to_string());
    Ok(Claim {
        token: claimant.manager().token(),
        organisation: organisation.to_owned(),
        place: place_of(claimant.manager().round()),
        may_make_team: claimant.may_make_team(),
        team: likely.unwrap_or_else(|| NEW.to_owned()),
        name: claimant.manager().round().team_name.clone(),
        teams: teams.into_iter().map(|team| (team.id.to_string(), team.name)).collect(),
        errors: Vec::new(),
    })
}

/// What it means, and which team.
pub async fn show(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    SignedIn(caller): SignedIn,
    frame: Frame,
) -> Result<Response, Failure> {
    let organisation = caller.account().organisation_name.clone();
    let found = async {
        let claimant = open(&state, &token, caller).await?;
        view(&state, &claimant, &organisation).await
    };
    let claim = found.await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| page(claim)))
}

/// Moves the round and leads to it.
pub async fn claim(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    SignedIn(caller): SignedIn,
    frame: Frame,
    form: Form,
) -> Result<Response, Failure> {
    let failed = |error: Error| Failure::of(&frame, &error);
    let organisation = caller.account().organisation_name.clone();
    let claimant = open(&state, &token, caller).await.map_err(failed)?;
    let (team, name) = (form.get("team"), form.get("name"));
    let claimed = if team == NEW {
        claimant.into_new_team(&state.app, name).await
    } else {
        claimant.into_team(&state.app, team).await
    };
    match claimed {
        Ok(round) => Ok(see_other(&routes::round(round))),
        Err(Error::Invalid(errors)) => {
            let shown = view(&state, &claimant, &organisation).await.map_err(failed)?;
            let errors = errors.into_iter().map(|error| (error.field, error.message)).collect();
            let claim = Claim { team: team.to_owned(), name: name.to_owned(), errors, ..shown };
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || page(claim)))
        }
        Err(error) => Err(failed(error)),
    }
}
