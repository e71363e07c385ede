//! `/invitation/{token}`, `/forgot` and `/reset/{token}`.

use app::pages::invitation::{self as page, Invitation};
use app::routes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use usecases::Error;
use usecases::accounts::{Lead, NewPassword, ask_for_reset, invitation, reset, take_up};

use super::{Faults, see_other};
use crate::client::Client;
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::{Jar, with_cookie};

/// A link that works no more says so, with what to do; anything else is a problem like any other.
fn gone(frame: &Frame, error: &Error) -> Result<Response, Failure> {
    match error {
        Error::NotFound => Ok(frame.show_as(StatusCode::NOT_FOUND, page::used_up)),
        other => Err(Failure::of(frame, other)),
    }
}

fn view(token: &str, lead: &Lead) -> Invitation {
    Invitation {
        token: token.to_owned(),
        organisation: lead.account.organisation_name.clone(),
        email: lead.account.email.clone(),
        right: lead.account.right,
        name: lead.account.name.clone(),
        faults: Faults::default(),
    }
}

/// The invitation.
pub async fn show(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    frame: Frame,
) -> Result<Response, Failure> {
    match invitation(&state.app, &token).await {
        Ok(lead) => Ok(frame.show(|| page::invitation(view(&token, &lead)))),
        Err(error) => gone(&frame, &error),
    }
}

/// Takes it up.
pub async fn post(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    Client(client): Client,
    headers: HeaderMap,
    frame: Frame,
    form: Form,
) -> Result<Response, Failure> {
    let lead = match invitation(&state.app, &token).await {
        Ok(lead) => lead,
        Err(error) => return gone(&frame, &error),
    };
    let new = NewPassword { name: form.get("name").to_owned(), password: form.get("password").to_owned() };
    match take_up(&state.app, &client, &lead, &new).await {
        Ok(secret) => {
            let cookie = Jar::of(&state.settings, &headers).give(&secret.token());
            Ok(with_cookie(see_other(routes::DASHBOARD), cookie))
        }
        Err(Error::Invalid(faults)) => {
            let invitation = Invitation { name: new.name, faults: super::faults(faults), ..view(&token, &lead) };
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || page::invitation(invitation)))
        }
        Err(error) => gone(&frame, &error),
    }
}

/// Asking for a link.
pub async fn forgot(State(state): State<crate::State>, frame: Frame) -> Response {
    let sends_mail = state.app.sends_mail();
    frame.show(|| page::forgot(String::new(), &Faults::default(), sends_mail))
}

/// Sends the link, if there is such an account. Nobody is told.
pub async fn post_forgot(
    State(state): State<crate::State>,
    Client(client): Client,
    frame: Frame,
    form: Form,
) -> Result<Response, Failure> {
    match ask_for_reset(&state.app, &client, form.get("email")).await {
        Ok(()) => Ok(frame.show(page::sent)),
        Err(Error::Invalid(faults)) => {
            let (email, faults) = (form.get("email").to_owned(), super::faults(faults));
            let sends_mail = state.app.sends_mail();
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || page::forgot(email, &faults, sends_mail)))
        }
        Err(error) => Err(Failure::of(&frame, &error)),
    }
}

/// Choosing a new password.
pub async fn show_reset(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    frame: Frame,
) -> Result<Response, Failure> {
    match reset(&state.app, &token).await {
        Ok(lead) => Ok(frame.show(|| page::reset(&token, lead.account.email, &Faults::default()))),
        Err(error) => gone(&frame, &error),
    }
}

/// Keeps it. Every session ends, so one signs in again, with the second factor if there is one.
pub async fn post_reset(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    frame: Frame,
    form: Form,
) -> Result<Response, Failure> {
    let lead = match reset(&state.app, &token).await {
        Ok(lead) => lead,
        Err(error) => return gone(&frame, &error),
    };
    match lead.choose(&state.app, form.get("password")).await {
        Ok(()) => Ok(see_other("/login?done=password")),
        Err(Error::Invalid(faults)) => {
            let faults = super::faults(faults);
            let email = lead.account.email;
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || page::reset(&token, email, &faults)))
        }
        Err(error) => gone(&frame, &error),
    }
}
