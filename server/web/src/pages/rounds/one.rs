//! `/rounds/{id}`

use app::components::seen::{seen, way_back};
use app::components::when::{day, last_day, moment};
use app::pages::rounds::{Own, People, Person, RoundView, Standing, one as page};
use app::routes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::instrument::{Instrument, JobRole};
use domain::invitees::called;
use domain::round::{Mode, ResponseState, RoundState};
use store::{Event, RoundEvent, RoundPlan};
use usecases::Error;
use usecases::accounts::{Answer, Caller, ManageRounds, SeeTeam};
use usecases::rounds::Participation;

use super::super::{absolute, see_other};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::{Jar, SignedIn, cookie, with_cookie};

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
        mode: round.mode,
        seen: seen(round.mode, "who leads the team and who owns the organisation see"),
        way_back: way_back(round.mode),
        meeting: (round.mode == Mode::OneAnswer).then(|| routes::meeting(round.id)),
        operator: state.settings.operator(),
        subject: round.subject.clone(),
        plan: planned(&sight.plan, round.state),
        events: sight.events.iter().map(told).collect(),
        people: sight.participation.map(|participation| people(participation, round.mode, state.app.instrument())),
        questions: state.app.instrument().columns().count(),
        may_answer: sight.may_answer,
        own: match sight.own {
            None => Own::None,
            Some(usecases::rounds::Own::Known { answered, submitted }) => Own::Known(answered, submitted),
            Some(usecases::rounds::Own::ByOwnLink) => Own::ByOwnLink,
        },
        token: access.also::<Answer>().map(|access| access.fresh(&state.app).token()).unwrap_or_default(),
        share,
        manages: access.also::<ManageRounds>().is_some(),
        erased: sight.plan.erased_at.is_some(),
    })
}

/// Everybody who was asked or has a response. Where responses bear names these tell more than memberships do; an account
/// that has one is not listed twice.
fn people(participation: Participation, mode: Mode, instrument: &Instrument) -> People {
    let Participation { members, answered: answered_count, submitted, responses, invited, missing_roles } =
        participation;
    let confidential = mode.k().is_some();
    let asked = members.into_iter().filter(|member| confidential || member.standing == store::Standing::NotBegun);
    let asked = asked.filter(|_| mode != Mode::OneAnswer).map(|member| Person {
        name: member.name,
        standing: match member.standing {
            store::Standing::NotBegun => Standing::NotBegun,
            store::Standing::Begun => Standing::Begun,
            store::Standing::Submitted => Standing::Submitted,
        },
    });
    let answered = responses.into_iter().map(|response| Person {
        standing: match response.state {
            ResponseState::Submitted => Standing::Submitted,
            ResponseState::Open => Standing::Answered(response.answered),
        },
        name: response.label,
    });
    // Where responses bear names, whoever has begun by a personal link has one.
    let invited = invited.into_iter().filter(|one| mode != Mode::OneAnswer && (confidential || !one.used));
    let invited = invited.map(|one| Person {
        name: called(&one.name, &one.email),
        standing: if one.used { Standing::Begun } else { Standing::NotBegun },
    });
    let mut list: Vec<Person> = answered.chain(asked).chain(invited).collect();
    // In the order in which somebody looks for a name. The order in which people began would tell more than was promised.
    list.sort_by_cached_key(|person| person.name.to_lowercase());
    let missing_roles = roles(instrument, &missing_roles);
    // Whoever opens the link to share is asked as well.
    let too_few_for = mode.k().filter(|k| list.len().max(answered_count) < usize::from(*k));
    People { list, answered: answered_count, submitted, confidential, missing_roles, too_few_for }
}

/// Job roles by their names.
fn roles(instrument: &Instrument, roles: &[JobRole]) -> Vec<String> {
    let asked = instrument.roles.iter().filter(|role| roles.contains(&role.id));
    asked.map(|role| role.name.clone()).collect()
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

/// The cookie by which a browser finds a confidential response again. It is sent to the one address that reads it.
const REMEMBERED: &str = "plumbline-answers";

/// Begins to answer as oneself, or goes on.
pub async fn answer(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    headers: HeaderMap,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<Answer>(&state.app, &id).await.map_err(fail)?;
    if let Some(remembered) = cookie(&headers, REMEMBERED)
        && let Some(secret) = access.recalled(&state.app, &remembered).await.map_err(fail)?
    {
        return Ok(see_other(&routes::respond(&secret)));
    }
    let secret = access.begin(&state.app, form.get("token")).await.map_err(fail)?;
    let response = see_other(&routes::respond(&secret));
    if access.round().mode.k().is_none() {
        return Ok(response);
    }
    let path = routes::under(&routes::round(access.round().id), "answer");
    let remembered = Jar::of(&state.settings, &headers).keep(REMEMBERED, &access.remembered(&secret), &path);
    Ok(with_cookie(response, remembered))
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
