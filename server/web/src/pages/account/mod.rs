//! `/account` and what lies under it.

mod factor;
mod sessions;

pub use factor::{post as post_factor, show as factor};
pub use sessions::{post as end_sessions, show as sessions};

use app::pages::account::{Account, page, password as password_page};
use app::routes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use usecases::Error;
use usecases::accounts::Caller;

use super::{Faults, see_other};
use crate::client::Client;
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::{Jar, SignedIn, with_cookie};

/// What was just done.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

fn words(done: &str) -> Option<&'static str> {
    match done {
        "name" => Some("Your name is kept."),
        "password" => Some("Your new password is kept. Every other browser was signed out."),
        "factor" => Some("The second factor is off."),
        _ => None,
    }
}

async fn view(state: &crate::State, caller: &Caller) -> Result<Account, Error> {
    let account = caller.account();
    let recovery = if account.second_factor { Some(caller.recovery_codes_left(&state.app).await?) } else { None };
    Ok(Account {
        name: account.name.clone(),
        email: account.email.clone(),
        right: account.right,
        organisation: account.organisation_name.clone(),
        recovery,
        sessions: caller.sessions(&state.app).await?.len(),
        faults: Faults::default(),
        done: None,
    })
}

/// The page.
pub async fn show(
    State(state): State<crate::State>,
    Query(done): Query<Done>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let account = view(&state, &caller).await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| page(Account { done: words(&done.done), ..account })))
}

/// Keeps the name.
pub async fn post(
    State(state): State<crate::State>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    match caller.rename(&state.app, form.get("name")).await {
        Ok(()) => Ok(see_other("/account?done=name")),
        Err(Error::Invalid(faults)) => {
            let account = view(&state, &caller).await.map_err(|error| Failure::of(&frame, &error))?;
            let account = Account { name: form.get("name").to_owned(), faults: super::faults(faults), ..account };
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || page(account)))
        }
        Err(error) => Err(Failure::of(&frame, &error)),
    }
}

/// The form for a new password.
pub async fn password(frame: Frame, SignedIn(_): SignedIn) -> Response {
    frame.show(|| password_page(&Faults::default()))
}

/// Keeps the new password.
pub async fn post_password(
    State(state): State<crate::State>,
    Client(client): Client,
    headers: HeaderMap,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    match caller.change_password(&state.app, &client, form.get("old"), form.get("password")).await {
        Ok(secret) => {
            let cookie = Jar::of(&state.settings, &headers).give(&secret.token());
            Ok(with_cookie(see_other(&format!("{}?done=password", routes::ACCOUNT)), cookie))
        }
        Err(Error::Invalid(faults)) => {
            let faults = super::faults(faults);
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || password_page(&faults)))
        }
        Err(error) => Err(Failure::of(&frame, &error)),
    }
}
