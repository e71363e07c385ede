//! `/account/second-factor`

use app::pages::account::{Enrol, codes, enrol, remove};
use app::routes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use usecases::Error;
use usecases::accounts::Enrolment;

use super::super::{Faults, faults, see_other};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

fn view(Enrolment { secret, address }: Enrolment, faults: Faults) -> Enrol {
    Enrol { secret, address, faults }
}

/// Switching it on, or off where it is on.
pub async fn show(
    State(state): State<crate::State>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    if caller.account().second_factor {
        let left = caller.recovery_codes_left(&state.app).await.map_err(|error| Failure::of(&frame, &error))?;
        return Ok(frame.show(|| remove(left, &Faults::default())));
    }
    let begun = caller.enrol(&state.app);
    Ok(frame.show(|| enrol(view(begun, Faults::default()))))
}

/// Does it.
pub async fn post(
    State(state): State<crate::State>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let password = form.get("password");
    if caller.account().second_factor {
        // A form to switch it on that is sent again must not switch it off.
        if form.get("action") != "remove" {
            return Ok(see_other(routes::FACTOR));
        }
        return match caller.remove_factor(&state.app, password).await {
            Ok(()) => Ok(see_other(&format!("{}?done=factor", routes::ACCOUNT))),
            Err(Error::Invalid(refused)) => {
                let left = caller.recovery_codes_left(&state.app).await.map_err(|error| Failure::of(&frame, &error))?;
                Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || remove(left, &faults(refused))))
            }
            Err(error) => Err(Failure::of(&frame, &error)),
        };
    }
    match caller.add_factor(&state.app, form.get("secret"), form.get("code"), password).await {
        Ok(recovery) => Ok(frame.show(|| codes(recovery))),
        Err(Error::Invalid(refused)) => {
            let again = caller.enrolment(form.get("secret").to_owned());
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || enrol(view(again, faults(refused)))))
        }
        Err(error) => Err(Failure::of(&frame, &error)),
    }
}
