//! `/rounds/{id}/invitations`

use app::components::form::Faults;
use app::pages::rounds::{InvitationsView, InvitedPerson, MadeLink, invitations as page};
use app::routes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use usecases::Error;
use usecases::accounts::{ManageRounds, RoundAccess};
use usecases::rounds::{Handed, PersonalLink};

use super::super::{absolute, answered, place_of, see_other};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

async fn view(state: &crate::State, access: &RoundAccess<ManageRounds>) -> Result<InvitationsView, Error> {
    let people = access.invitations(&state.app).await?;
    let person = |one: store::Invitation| {
        let store::Invitation { id, name, email, used: begun } = one;
        InvitedPerson { id, name, email, begun }
    };
    Ok(InvitationsView {
        id: access.round().id,
        place: place_of(access.round()),
        state: access.round().state,
        confidential: access.round().mode.k().is_some(),
        mails: state.app.sends_mail(),
        people: people.into_iter().map(person).collect(),
        made: Vec::new(),
        token: access.form_token(&state.app),
        typed: String::new(),
        faults: Faults::default(),
    })
}

/// The page with links that were made just now. It answers the form itself: there is no second chance to see them.
async fn with_links(
    state: &crate::State,
    access: &RoundAccess<ManageRounds>,
    frame: &Frame,
    headers: &HeaderMap,
    links: Vec<PersonalLink>,
) -> Result<Response, Error> {
    let shown = |link: PersonalLink| {
        let PersonalLink { name, email, handed } = link;
        let link = match handed {
            Handed::Shown(secret) => Some(absolute(&state.settings, headers, &routes::join_token(&secret.token()))),
            Handed::Mailed => None,
        };
        MadeLink { name, email, link }
    };
    let made = links.into_iter().map(shown).collect();
    let view = view(state, access).await?;
    Ok(frame.show(|| page(&InvitationsView { made, ..view })))
}

/// Who is invited, and the form for more.
pub async fn invitations(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<ManageRounds>(&state.app, &id).await.map_err(fail)?;
    let view = view(&state, &access).await.map_err(fail)?;
    Ok(frame.show(|| page(&view)))
}

/// Makes links.
pub async fn invite(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    headers: HeaderMap,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<ManageRounds>(&state.app, &id).await.map_err(fail)?;
    let (typed, token) = (form.get("people"), form.get("token"));
    let done = match access.invite(&state.app, typed, token).await {
        Ok(links) => with_links(&state, &access, &frame, &headers, links).await,
        Err(error) => Err(error),
    };
    let before = view(&state, &access);
    let again = |view, faults| page(&InvitationsView { typed: typed.to_owned(), faults, ..view });
    answered(&frame, done, before, again).await
}

/// Makes a link anew.
pub async fn replace(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    headers: HeaderMap,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<ManageRounds>(&state.app, &id).await.map_err(fail)?;
    let link = access.replace_link(&state.app, form.get("id")).await.map_err(fail)?;
    with_links(&state, &access, &frame, &headers, vec![link]).await.map_err(fail)
}

/// Takes an invitation back.
pub async fn withdraw(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<ManageRounds>(&state.app, &id).await.map_err(fail)?;
    access.withdraw(&state.app, form.get("id")).await.map_err(fail)?;
    Ok(see_other(&routes::invitations(access.round().id)))
}
