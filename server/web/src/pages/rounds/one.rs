//! `/rounds/{id}`

use app::components::when::{day, last_day, moment};
use app::pages::rounds::{Person, RoundView, one as page};
use app::routes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::round::{Mode, ResponseState, RoundState};
use store::{Event, ResponseSummary, RoundEvent, RoundPlan};
use usecases::Error;
use usecases::accounts::{Answer, Caller, ManageRounds, SeeTeam};

use super::super::{absolute, see_other};
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// The page.
pub async fn show(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    headers: HeaderMap,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let round = view(&state, &caller, &id, &headers).await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| page(&round)))
}

async fn view(state: &crate::State, caller: &Caller, id: &str, headers: &HeaderMap) -> Result<RoundView, Error> {
    let access = caller.round::<SeeTeam>(&state.app, id).await?;
    let sight = access.sight(&state.app).await?;
    let round = access.round();
    let share =
        sight.plan.share_token.as_ref().map(|token| absolute(&state.settings, headers, &routes::join_token(token)));
    Ok(RoundView {
        id: round.id,
        team_id: round.team_id,
        team: round.team_name.clone(),
        name: round.name.clone(),
        state: round.state,
        mode: match round.mode {
            Mode::Named => "Everybody answers, by name.",
            Mode::OneAnswer => "One answer for the team, filled in together.",
            Mode::Confidential { .. } => "Nobody sees single answers.",
        },
        seen: match round.mode {
            Mode::Named => {
                "This is a named round: who leads the team and who owns the organisation see who has answered, and may see who answered what, also before you submit. The team sees the result."
            }
            Mode::OneAnswer => {
                "The team gives one answer: every member opens the same page, and sees and changes what is there. The team sees the result."
            }
            Mode::Confidential { .. } => "Nobody sees single answers.",
        },
        operator: state.settings.operator(),
        subject: round.subject.clone(),
        plan: planned(&sight.plan, round.state),
        events: sight.events.iter().map(told).collect(),
        people: sight.respondents.map(|people| people.into_iter().map(person).collect()),
        questions: state.app.instrument().columns().count(),
        may_answer: sight.may_answer,
        own: sight.own.map(|own| (own.answered, own.submitted)),
        share,
        manages: access.also::<ManageRounds>().is_some(),
        erased: sight.plan.erased_at.is_some(),
    })
}

fn person(response: ResponseSummary) -> Person {
    Person { name: response.label, answered: response.answered, submitted: response.state == ResponseState::Submitted }
}

/// What is planned, in sentences.
fn planned(plan: &RoundPlan, state: RoundState) -> Vec<String> {
    let runs = matches!(state, RoundState::Draft | RoundState::Open);
    let days = |days: i64| if days == 1 { "one day".to_owned() } else { format!("{days} days") };
    [
        plan.opens_at.filter(|_| state == RoundState::Draft).map(|at| format!("Opens by itself on {}.", day(at))),
        plan.closes_at.filter(|_| runs).map(|at| format!("Open until {}, the last day.", last_day(at))),
        plan.closed_at.map(|at| format!("Closed on {}.", day(at))),
        plan.erased_at.map(|at| format!("Answers were deleted on {}.", day(at))),
        plan.retention_days
            .filter(|_| plan.erased_at.is_none())
            .map(|kept| format!("Answers are deleted {} after it closes.", days(kept))),
        plan.carries.then(|| "Everybody begins with their answers of the last round.".to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What happened, and when by whom.
fn told(event: &RoundEvent) -> (String, String) {
    let what = match event.event {
        Event::Made => "Made",
        Event::Opened => "Opened",
        Event::Closed => "Closed",
        Event::Reopened => "Opened again",
        Event::Published => "Published",
        Event::Claimed => "Taken into the organisation",
        Event::Erased => "Answers deleted",
    };
    let by = event.by.as_ref().map_or_else(|| ", by itself".to_owned(), |by| format!(", by {by}"));
    (what.to_owned(), format!("{}{by}", moment(event.at)))
}

/// Begins to answer as oneself, or goes on.
pub async fn answer(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<Answer>(&state.app, &id).await.map_err(fail)?;
    let secret = access.begin(&state.app).await.map_err(fail)?;
    Ok(see_other(&routes::respond(&secret)))
}

/// Makes a new link to share.
pub async fn share(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<ManageRounds>(&state.app, &id).await.map_err(fail)?;
    access.new_share_link(&state.app).await.map_err(fail)?;
    Ok(see_other(&routes::round(access.round().id)))
}
