//! `/rounds/{id}/meeting`

use app::pages::meeting::{ScreenView, Trouble, closed, page, pulse, seen, start};
use app::routes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::round::RoundState;
use serde::Deserialize;
use usecases::accounts::{Answer, Caller};
use usecases::meeting::{Chair, Screen, Step};
use usecases::respond::{SEEN, Saved, Typed};
use usecases::{Conflict, Error};

use super::super::{absolute, place_of, see_other};
use super::{Seen, part};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// Where a recording leads to.
#[derive(Debug, Default, Deserialize)]
pub struct After {
    recorded: Option<String>,
}

async fn chair(state: &crate::State, caller: &Caller, id: &str) -> Result<Chair, Error> {
    caller.round::<Answer>(&state.app, id).await?.chair(&state.app)
}

fn view(state: &crate::State, headers: &HeaderMap, chair: &Chair, screen: Screen) -> ScreenView {
    ScreenView {
        id: chair.round().id,
        place: place_of(chair.round()),
        instrument: chair.instrument(),
        vote_url: absolute(&state.settings, headers, &routes::vote(&screen.vote_token)),
        screen,
        recorded: false,
        trouble: None,
        lost_note: String::new(),
    }
}

/// The screen, or what stands there before and after a meeting.
pub async fn show(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Query(after): Query<After>,
    headers: HeaderMap,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let found = async {
        let chair = chair(&state, &caller, &id).await?;
        let screen = chair.screen(&state.app).await?;
        let outlook = if screen.is_none() { Some(chair.outlook(&state.app).await?) } else { None };
        Ok((chair, screen, outlook))
    };
    let (chair, screen, outlook) = found.await.map_err(|error| Failure::of(&frame, &error))?;
    let round = chair.round();
    Ok(match (screen, outlook) {
        (Some(screen), _) => {
            let recorded = after.recorded.as_deref() == Some(&chair.instrument()[screen.item].id);
            let view = ScreenView { recorded, ..view(&state, &headers, &chair, screen) };
            frame.show(|| page(&view))
        }
        (None, Some(outlook)) if round.state == RoundState::Open => {
            frame.show(|| start(round.id, place_of(round), outlook.left, outlook.all))
        }
        _ => frame.show_as(StatusCode::CONFLICT, || closed(round.id, place_of(round), "")),
    })
}

/// What has changed on the screen since it was shown.
pub async fn live(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Query(shown): Seen,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let found = async {
        let chair = chair(&state, &caller, &id).await?;
        Ok((chair.round().id, chair.pulse(&state.app).await?))
    };
    let (round, now) = found.await.map_err(|error| Failure::of(&frame, &error))?;
    let before = shown.seen.split('.').next().and_then(|version| version.parse().ok()).unwrap_or(0);
    Ok(match now {
        Some(now) if seen(now.version, now.present) == shown.seen => StatusCode::NO_CONTENT.into_response(),
        Some(now) => part(StatusCode::OK, pulse(round, now, before)),
        None => part(StatusCode::OK, app::pages::meeting::over(round)),
    })
}

enum Taken {
    Go(String),
    Again(StatusCode, Box<ScreenView>),
    Closed(Box<Chair>),
}

/// Takes a step, or records an answer.
pub async fn act(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    headers: HeaderMap,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    match take(&state, &caller, &id, &headers, &form).await {
        Ok(Taken::Go(address)) => Ok(see_other(&address)),
        Ok(Taken::Again(status, view)) => Ok(frame.show_as(status, || page(&view))),
        Ok(Taken::Closed(chair)) => {
            let (round, note) = (chair.round(), form.typed(&format!("comment.{}", form.get("item"))));
            Ok(frame.show_as(StatusCode::CONFLICT, || closed(round.id, place_of(round), &note)))
        }
        Err(error) => Err(Failure::of(&frame, &error)),
    }
}

async fn take(
    state: &crate::State,
    caller: &Caller,
    id: &str,
    headers: &HeaderMap,
    form: &Form,
) -> Result<Taken, Error> {
    let chair = chair(state, caller, id).await?;
    let here = routes::meeting(chair.round().id);
    let done = match form.get("action") {
        "start" => chair.start(&state.app).await.map(|()| here.clone()),
        action => {
            // Whatever is pressed: what was typed beside the votes is kept.
            let fields = fields_of(form, action == "record");
            if let Some(trouble) = kept(state, &chair, form, &fields).await? {
                return again(state, headers, chair, form, trouble).await;
            }
            let item = form.get("item");
            step(state, &chair, form).await.map(|()| match action {
                "record" => format!("{here}?recorded={item}"),
                "end" => routes::round(chair.round().id),
                _ => here.clone(),
            })
        }
    };
    match done {
        Ok(address) => Ok(Taken::Go(address)),
        Err(Error::Conflict(Conflict::RoundClosed)) => Ok(Taken::Closed(Box::new(chair))),
        // Another screen was quicker: its step is shown.
        Err(Error::Conflict(Conflict::Stale)) => Ok(Taken::Go(here)),
        Err(error) => Err(error),
    }
}

/// The question's fields: its note, and with `answer` what was agreed on.
fn fields_of(form: &Form, answer: bool) -> Typed {
    let item = form.get("item");
    let note = format!("comment.{item}");
    let mut names = vec![format!("{SEEN}{note}"), note.clone()];
    if answer {
        names.extend([format!("{SEEN}{item}"), item.to_owned()]);
    }
    let all = form.fields();
    let fields: Typed = names.into_iter().filter_map(|name| Some((name.clone(), all.get(&name)?.clone()))).collect();
    // A note that never was makes no response.
    let nothing = !answer && form.get(&note).trim().is_empty() && form.get(&format!("{SEEN}{note}")) == "0";
    if nothing { Typed::new() } else { fields }
}

/// Saves the fields; what stands in the way, if something does.
async fn kept(state: &crate::State, chair: &Chair, form: &Form, fields: &Typed) -> Result<Option<Trouble>, Error> {
    if form.get("action") == "record" && form.get(form.get("item")).is_empty() {
        return Ok(Some(Trouble::NoAnswer));
    }
    if fields.is_empty() {
        return Ok(None);
    }
    match chair.record(&state.app, fields).await {
        Ok(Saved { refused, stale, .. }) => {
            let refused = refused.into_iter().map(|error| error.message);
            let elsewhere = stale.into_iter().map(|field| {
                format!(
                    "Not recorded yet: {} was changed elsewhere since this page was shown. There it says: {}. Record again to \
                     keep what is here.",
                    field.label, field.theirs
                )
            });
            let messages: Vec<String> = refused.chain(elsewhere).collect();
            Ok((!messages.is_empty()).then_some(Trouble::Fields(messages)))
        }
        Err(Error::Conflict(Conflict::Submitted)) => Ok(Some(Trouble::Submitted)),
        // Told with the note, once nothing is left to step through.
        Err(Error::Conflict(Conflict::RoundClosed)) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn step(state: &crate::State, chair: &Chair, form: &Form) -> Result<(), Error> {
    let step = match form.get("action") {
        _ if !chair.is_open() => return Err(Error::Conflict(Conflict::RoundClosed)),
        "record" => return Ok(()),
        "end" => return chair.end(&state.app).await,
        "reveal" => Step::Reveal,
        "again" => Step::Again,
        "next" => Step::Next,
        "back" => Step::Back,
        "jump" => Step::To(chair.instrument().construct_index(form.get("section")).ok_or(Error::NotFound)?),
        _ => return Err(Error::Conflict(Conflict::Stale)),
    };
    chair.step(&state.app, form.get("version").parse().unwrap_or(0), step).await
}

/// The screen again, with what was typed.
async fn again(
    state: &crate::State,
    headers: &HeaderMap,
    chair: Chair,
    form: &Form,
    trouble: Trouble,
) -> Result<Taken, Error> {
    let Some(screen) = chair.screen(&state.app).await? else { return Ok(Taken::Closed(Box::new(chair))) };
    let mut view = view(state, headers, &chair, screen);
    let status = match trouble {
        Trouble::Submitted => StatusCode::CONFLICT,
        Trouble::NoAnswer | Trouble::Fields(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    view.trouble = Some(trouble);
    let item = form.get("item");
    if item != view.instrument[view.screen.item].id {
        view.lost_note = form.typed(&format!("comment.{item}"));
    }
    for field in [item.to_owned(), format!("comment.{item}")] {
        if form.fields().contains_key(&field) {
            view.screen.answers.overlay(&field, form.typed(&field));
        }
    }
    Ok(Taken::Again(status, Box::new(view)))
}
