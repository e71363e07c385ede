//! `/join/{token}`: the notice, and making a response.

use app::pages::join::{Join, page};
use app::routes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use usecases::Error;
use usecases::join::{Invited, open};

use super::{place_of, see_other};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;

fn view(state: &crate::State, invited: &Invited, token: &str) -> Join {
    Join {
        here: format!("/join/{token}"),
        place: place_of(invited.round()),
        team: invited.round().team_name.clone(),
        open: invited.is_open(),
        mode: invited.round().mode,
        operator: state.settings.operator(),
        questions: state.app.instrument().columns().count(),
        token: invited.fresh(&state.app).token(),
        name: String::new(),
        personal: invited.name().map(str::to_owned),
        error: None,
    }
}

/// The notice, or the way back by a personal link that was used. Opening it changes nothing.
pub async fn show(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    frame: Frame,
) -> Result<Response, Failure> {
    let invited = open(&state.app, &token).await.map_err(|error| Failure::of(&frame, &error))?;
    if let Some(secret) = invited.back() {
        return Ok(see_other(&routes::respond(secret)));
    }
    Ok(frame.show(|| page(view(&state, &invited, &token))))
}

/// Makes a response and leads to it.
pub async fn join(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    frame: Frame,
    form: Form,
) -> Result<Response, Failure> {
    let invited = open(&state.app, &token).await.map_err(|error| Failure::of(&frame, &error))?;
    let name = form.get("name");
    match invited.join(&state.app, name, form.get("token")).await {
        Ok(secret) => Ok(see_other(&routes::respond(&secret))),
        Err(Error::Invalid(errors)) => {
            let error = errors.into_iter().next().map(|error| error.message);
            let join = Join {
                name: name.to_owned(),
                token: form.get("token").to_owned(),
                error,
                ..view(&state, &invited, &token)
            };
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || page(join)))
        }
        Err(error) => Err(Failure::of(&frame, &error)),
    }
}
