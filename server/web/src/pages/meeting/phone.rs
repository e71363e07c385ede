//! `/vote/{token}`

use app::pages::meeting::ended;
use app::pages::meeting::phone::{Phone, not_seated, over, page, part as phone_part, seen};
use app::routes;
use axum::extract::{Path, Query, State};
use axum::http::header::{COOKIE, HeaderValue, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use usecases::Error;
use usecases::meeting::{Ballot, Seat, Voted, open};

use super::super::{place_of, see_other};
use super::{Seen, part};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::state::Settings;

/// The cookie by which a telephone has one vote. It opens nothing else, so it needs no TLS where the server has none.
const COOKIE_NAME: &str = "plumbline-phone";

fn cookie(headers: &HeaderMap) -> Option<&str> {
    let all = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|all| all.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE_NAME).map(|(_, value)| value)
}

fn give(settings: &Settings, token: &str) -> Option<HeaderValue> {
    let secure = if settings.is_https() { "; Secure" } else { "" };
    HeaderValue::from_str(&format!("{COOKIE_NAME}={token}; Path=/vote; HttpOnly; SameSite=Lax{secure}")).ok()
}

fn view(token: &str, ballot: &Ballot, seat: Option<Seat>) -> Phone {
    Phone {
        token: token.to_owned(),
        place: place_of(ballot.round()),
        instrument: ballot.instrument(),
        seat,
        trouble: None,
    }
}

/// What a telephone is told when nothing is there.
fn failed(frame: &Frame, error: &Error) -> Response {
    match error {
        Error::NotFound => frame.show_as(StatusCode::NOT_FOUND, ended),
        error => Failure::of(frame, error).into_response(),
    }
}

/// The question for a telephone that takes part, else what it joins.
pub async fn show(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    headers: HeaderMap,
    frame: Frame,
) -> Response {
    let found = async {
        let ballot = open(&state.app, &token).await?;
        let seat = ballot.seat(&state.app, cookie(&headers)).await?;
        Ok((ballot, seat))
    };
    match found.await {
        Ok((ballot, seat)) => frame.show(|| page(&view(&token, &ballot, seat))),
        Err(error) => failed(&frame, &error),
    }
}

/// What has changed since the telephone was shown something.
pub async fn live(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    Query(shown): Seen,
    headers: HeaderMap,
    frame: Frame,
) -> Response {
    let found = async {
        let ballot = open(&state.app, &token).await?;
        let seat = ballot.seat(&state.app, cookie(&headers)).await?;
        Ok((ballot, seat))
    };
    match found.await {
        // Its cookie is gone, or the meeting began anew.
        Ok((_, None)) => part(StatusCode::OK, not_seated(&token)),
        Ok((_, Some(now))) if seen(&now) == shown.seen => StatusCode::NO_CONTENT.into_response(),
        Ok((ballot, Some(now))) => part(StatusCode::OK, phone_part(&view(&token, &ballot, None), &now)),
        Err(Error::NotFound) => part(StatusCode::NOT_FOUND, over()),
        Err(error) => failed(&frame, &error),
    }
}

/// Joins, or votes.
pub async fn act(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    headers: HeaderMap,
    frame: Frame,
    form: Form,
) -> Response {
    let cookie = cookie(&headers);
    let done = async {
        let ballot = open(&state.app, &token).await?;
        if form.get("action") == "join" {
            let phone = ballot.join(&state.app, cookie).await?;
            return Ok((ballot, Done::Joined(phone.token())));
        }
        let voted = ballot.vote(&state.app, cookie, form.get("item"), form.get("vote")).await?;
        let seat = ballot.seat(&state.app, cookie).await?;
        Ok((ballot, Done::Voted(voted, seat)))
    };
    let here = || see_other(&routes::vote(&token));
    let again = |ballot: &Ballot, seat, status, text| {
        let view = Phone { trouble: Some(text), ..view(&token, ballot, seat) };
        frame.show_as(status, || page(&view))
    };
    match done.await {
        Ok((_, Done::Joined(phone))) => {
            let mut response = here();
            if let Some(cookie) = give(&state.settings, &phone) {
                response.headers_mut().append(SET_COOKIE, cookie);
            }
            response
        }
        Ok((_, Done::Voted(Voted::Taken | Voted::NotSeated, _))) => here(),
        Ok((ballot, Done::Voted(Voted::Late, seat))) => again(&ballot, seat, StatusCode::CONFLICT, LATE),
        Ok((ballot, Done::Voted(Voted::NoVote, seat))) => {
            again(&ballot, seat, StatusCode::UNPROCESSABLE_ENTITY, NO_VOTE)
        }
        Err(error) => failed(&frame, &error),
    }
}

enum Done {
    Joined(String),
    Voted(Voted, Option<Seat>),
}

const LATE: &str = "Your vote was not counted: the votes were shown already, or the meeting is at another question.";
const NO_VOTE: &str = "This cannot be voted. Tap one of the answers below.";
