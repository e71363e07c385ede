//! `/compare`

use app::components::form::Faults;
use app::pages::compare::{choose, page};
use app::routes;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::comparison::MOST;
use domain::ids::RoundId;
use usecases::Error;
use usecases::compare::{Unfit, read};

use super::see_other;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// What the address asks for: `rounds` may be there several times, as a form of check boxes writes it.
struct Asked {
    rounds: String,
    /// Whether `rounds` is there once, as a link writes it.
    plain: bool,
    query: String,
    /// Whether rounds are to be chosen and not compared yet.
    choosing: bool,
}

impl Asked {
    fn of(pairs: &[(String, String)]) -> Self {
        let all = |name: &str| pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect();
        let rounds: Vec<&str> = all("rounds");
        let action: Vec<&str> = all("action");
        Self {
            plain: rounds.len() == 1 && pairs.len() == 1,
            rounds: rounds.join(","),
            query: all("q").concat(),
            choosing: action == [routes::CHOOSE],
        }
    }
}

/// What a person does about rounds that cannot be compared.
fn message(unfit: Unfit) -> String {
    match unfit {
        Unfit::TooFew => "Tick two rounds at least.".to_owned(),
        Unfit::TooMany => format!("Up to {MOST} rounds fit beside each other. Tick the ones that matter most."),
        Unfit::Malformed => "The address does not name rounds as it should. Tick them here instead.".to_owned(),
    }
}

/// The rounds side by side, or those to choose from.
pub async fn show(
    State(state): State<crate::State>,
    SignedIn(caller): SignedIn,
    Query(pairs): Query<Vec<(String, String)>>,
    frame: Frame,
) -> Result<Response, Failure> {
    let asked = Asked::of(&pairs);
    let (ids, unfit): (Vec<RoundId>, Option<Unfit>) = match read(&asked.rounds) {
        Ok(ids) => {
            // Asking for nothing or one is how choosing begins; comparing them is a slip.
            let slip = ids.len() < 2 && !asked.plain && !asked.choosing && !pairs.is_empty();
            (ids, slip.then_some(Unfit::TooFew))
        }
        Err(unfit) => (Vec::new(), Some(unfit)),
    };
    let ready = ids.len() > 1 && !asked.choosing;
    if ready && !asked.plain {
        // Each comparison has one address.
        return Ok(see_other(&routes::compare(&ids)));
    }
    let found = async {
        let rounds = caller.rounds(&state.app, &ids).await?;
        let choice = rounds.choose(&state.app, &caller, &asked.query).await?;
        let compared = if ready { Some(rounds.compare(&state.app).await?) } else { None };
        Ok::<_, Error>((compared, choice))
    };
    let (compared, choice) = found.await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(match (compared, unfit) {
        (Some(compared), _) => frame.show(|| page(&compared, choice)),
        (None, None) => frame.show(|| choose(choice, &Faults::default())),
        (None, Some(unfit)) => {
            let faults = Faults::one("rounds", &message(unfit));
            frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || choose(choice, &faults))
        }
    })
}
