//! `/login`, `/login/code` and `/logout`.

use app::pages::login::{self, Code, FIELDS, Kept, Login, TO};
use app::routes;
use axum::extract::{Query, State};
use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::links::SessionSecret;
use serde::Deserialize;
use usecases::Error;
use usecases::accounts::{SetupState, SignIn, awaits_code, setup_state, sign_in, sign_in_by_code};

use super::{Faults, see_other};
use crate::client::Client;
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::{Jar, SignedIn, with_cookie};

/// Where to go after signing in.
#[derive(Debug, Default, Deserialize)]
pub struct Next {
    #[serde(default)]
    next: String,
    #[serde(default)]
    done: String,
}

/// An address of this site, or nothing: a link must not lead people on to another one.
pub fn local(next: &str) -> &str {
    let plain = next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n', '\t']);
    if plain { next } else { "" }
}

/// What travelled along from a page whose session had ended.
fn kept(form: &Form) -> Option<Kept> {
    let to = local(form.get(TO));
    (!to.is_empty()).then(|| Kept { to: to.to_owned(), fields: form.get(FIELDS).to_owned() })
}

/// The form.
pub async fn show(
    State(state): State<crate::State>,
    Query(next): Query<Next>,
    headers: HeaderMap,
    frame: Frame,
) -> Result<Response, Failure> {
    let setup = setup_state(&state.app).await.map_err(|error| Failure::of(&frame, &error))?;
    if setup == SetupState::Waiting {
        return Ok(see_other(routes::SETUP));
    }
    let done = (next.done == "password").then_some("Your new password is kept. Sign in with it.");
    let safe = Jar::of(&state.settings, &headers).is_kept(&state.settings);
    let login = Login { next: local(&next.next).to_owned(), safe, done, ..Login::default() };
    Ok(frame.show(|| login::page(login)))
}

/// Signs in.
pub async fn post(
    State(state): State<crate::State>,
    Client(client): Client,
    headers: HeaderMap,
    frame: Frame,
    form: Form,
) -> Result<Response, Failure> {
    let jar = Jar::of(&state.settings, &headers);
    let next = local(form.get("next")).to_owned();
    let came = sign_in(&state.app, &client, form.get("email"), form.get("password")).await;
    let came = match came {
        Err(Error::TooOften { seconds }) => {
            let email = form.get("email").to_owned();
            let login =
                Login { email, next, kept: kept(&form), safe: jar.is_kept(&state.settings), ..Login::default() };
            return Ok(too_often(&frame, seconds, login));
        }
        other => other.map_err(|error| Failure::of(&frame, &error))?,
    };
    match came {
        SignIn::In(secret) => Ok(arrived(&frame, jar, &secret, &next, kept(&form))),
        SignIn::NeedsCode(secret) => {
            let code = Code { next, kept: kept(&form), ..Code::default() };
            Ok(with_cookie(frame.show(|| login::code(code)), jar.give(&secret.token())))
        }
        SignIn::Refused => {
            let faults =
                Faults::one("email", "Address and password do not fit together. Check both; nothing else was changed.");
            let safe = jar.is_kept(&state.settings);
            let login =
                Login { email: form.get("email").to_owned(), next, faults, kept: kept(&form), safe, done: None };
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || login::page(login)))
        }
    }
}

/// The form for the code.
pub async fn code(State(state): State<crate::State>, headers: HeaderMap, frame: Frame) -> Result<Response, Failure> {
    let token = Jar::of(&state.settings, &headers).read(&headers).unwrap_or_default();
    if awaits_code(&state.app, &token).await.map_err(|error| Failure::of(&frame, &error))? {
        Ok(frame.show(|| login::code(Code::default())))
    } else {
        Ok(see_other(routes::LOGIN))
    }
}

/// Signs in by the code.
pub async fn post_code(
    State(state): State<crate::State>,
    Client(client): Client,
    headers: HeaderMap,
    frame: Frame,
    form: Form,
) -> Result<Response, Failure> {
    let jar = Jar::of(&state.settings, &headers);
    let token = jar.read(&headers).unwrap_or_default();
    let next = local(form.get("next")).to_owned();
    let came = sign_in_by_code(&state.app, &client, &token, form.get("code")).await;
    let came = match came {
        Err(Error::TooOften { seconds }) => {
            let login = Login { next, kept: kept(&form), safe: true, ..Login::default() };
            return Ok(too_often(&frame, seconds, login));
        }
        other => other.map_err(|error| Failure::of(&frame, &error))?,
    };
    match came {
        Some(SignIn::In(secret)) => Ok(arrived(&frame, jar, &secret, &next, kept(&form))),
        Some(SignIn::Refused | SignIn::NeedsCode(_)) => {
            let faults =
                Faults::one("code", "This code does not fit. Type the one that the app shows now; each works once.");
            let code = Code { next, faults, kept: kept(&form) };
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || login::code(code)))
        }
        // It took too long; what was typed on another page is still on its way.
        None => {
            let faults = Faults::one("email", "That took too long. Give your password once more.");
            let login = Login { next, faults, kept: kept(&form), safe: true, ..Login::default() };
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || login::page(login)))
        }
    }
}

/// The form again, with when to try it: what was typed elsewhere is still carried along.
fn too_often(frame: &Frame, seconds: i64, login: Login) -> Response {
    let again = match seconds {
        1 => "in a second".to_owned(),
        seconds => format!("in {seconds} seconds"),
    };
    let faults = Faults::one("email", &format!("There were too many tries. Try again {again}."));
    let mut response = frame.show_as(StatusCode::TOO_MANY_REQUESTS, || login::page(Login { faults, ..login }));
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// Goes on after signing in: to where one wanted to go, or to what was typed.
fn arrived(frame: &Frame, jar: Jar, secret: &SessionSecret, next: &str, kept: Option<Kept>) -> Response {
    let response = match kept {
        Some(Kept { to, fields }) => {
            let fields = url::form_urlencoded::parse(fields.as_bytes()).into_owned().collect();
            frame.show(|| login::again(&to, fields))
        }
        None => see_other(if next.is_empty() { routes::DASHBOARD } else { next }),
    };
    with_cookie(response, jar.give(&secret.token()))
}

/// Signs out.
pub async fn logout(
    State(state): State<crate::State>,
    headers: HeaderMap,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    caller.sign_out(&state.app).await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(with_cookie(see_other(routes::HOME), Jar::of(&state.settings, &headers).take()))
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn only_addresses_of_this_site_are_gone_on_to() {
        for good in ["/dashboard", "/teams?q=a%2Fb", "/"] {
            assert_eq!(local(good), good);
        }
        for bad in ["", "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nb"] {
            assert_eq!(local(bad), "", "{bad}");
        }
    }
}
