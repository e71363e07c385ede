//! `/manage/{token}`: the round, for who started it.

use app::pages::manage::{Manage, Person, page};
use app::routes;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::round::ResponseState;
use usecases::accounts::Caller;
use usecases::claim::may_claim;
use usecases::manage::open;

use super::absolute;
use crate::problem::Failure;
use crate::render::Frame;

/// The page.
pub async fn show(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    caller: Option<Extension<Caller>>,
    headers: HeaderMap,
    frame: Frame,
) -> Result<Response, Failure> {
    let found = async {
        let manager = open(&state.app, &token).await?;
        let people = manager.respondents(&state.app).await?;
        Ok((manager, people))
    };
    let (manager, people) = found.await.map_err(|error| Failure::of(&frame, &error))?;
    let mut people: Vec<Person> = people
        .into_iter()
        .map(|person| Person {
            name: person.label,
            answered: usize::try_from(person.answered).unwrap_or(0),
            submitted: person.state == ResponseState::Submitted,
        })
        .collect();
    // By name; of two names that begin alike the shorter first, so that "Person 2" stands before "Person 10".
    people.sort_by_cached_key(|person| {
        let name = person.name.to_lowercase();
        let digits = name.len() - name.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
        let (text, number) = name.split_at(name.len() - digits);
        (text.to_owned(), number.parse::<u64>().unwrap_or(0), name.clone())
    });
    let may_claim = caller.is_some_and(|Extension(caller)| may_claim(&manager, &caller));
    let manage = Manage {
        token: manager.token(),
        manage_url: absolute(&state.settings, &headers, &routes::manage_token(&manager.token())),
        join_url: absolute(&state.settings, &headers, &routes::join(&manager.join_secret())),
        team: manager.round().team_name.clone(),
        round: manager.round().name.clone(),
        people,
        questions: state.app.instrument().columns().count(),
        claim: may_claim.then(|| routes::claim(&manager.token())),
    };
    Ok(frame.show(|| page(manage)))
}
