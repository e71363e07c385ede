//! The steps of a round's life, and what is asked before those that are not easily taken back.

use app::pages::rounds::confirm;
use app::routes;
use axum::extract::{Path, State};
use axum::response::Response;
use store::Turn;
use usecases::Error;
use usecases::accounts::{Caller, ManageRounds};
use usecases::results::Outlook;

use super::super::see_other;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

async fn turned(state: &crate::State, caller: &Caller, id: &str, turn: Turn) -> Result<Response, Error> {
    let access = caller.round::<ManageRounds>(&state.app, id).await?;
    access.turn(&state.app, turn).await?;
    Ok(see_other(&routes::round(access.round().id)))
}

macro_rules! step {
    ($(#[$doc:meta])* $name:ident, $turn:expr) => {
        $(#[$doc])*
        pub async fn $name(
            State(state): State<crate::State>,
            Path(id): Path<String>,
            frame: Frame,
            SignedIn(caller): SignedIn,
        ) -> Result<Response, Failure> {
            turned(&state, &caller, &id, $turn).await.map_err(|error| Failure::of(&frame, &error))
        }
    };
}

step!(
    /// Opens a draft.
    open,
    Turn::Open
);
step!(
    /// Closes an open round.
    close,
    Turn::Close
);
step!(
    /// Opens a closed round again.
    reopen,
    Turn::Reopen
);
step!(
    /// Publishes a closed round's result.
    publish,
    Turn::Publish
);

macro_rules! asked {
    ($(#[$doc:meta])* $name:ident, $part:literal, $title:literal, $text:literal, $button:literal) => {
        $(#[$doc])*
        pub async fn $name(
            State(state): State<crate::State>,
            Path(id): Path<String>,
            frame: Frame,
            SignedIn(caller): SignedIn,
        ) -> Result<Response, Failure> {
            let access = caller.round::<ManageRounds>(&state.app, &id).await;
            let access = access.map_err(|error| Failure::of(&frame, &error))?;
            let round = access.round();
            let title = format!($title, round = round.name, team = round.team_name);
            Ok(frame.show(|| confirm(round.id, $part, title, $text.to_owned(), $button)))
        }
    };
}

/// Asks before closing, and says what will then be shown.
pub async fn close_asked(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<ManageRounds>(&state.app, &id).await.map_err(fail)?;
    let outlook = access.outlook(&state.app).await.map_err(fail)?;
    let round = access.round();
    let title = format!("Close {} of {}?", round.name, round.team_name);
    let shown = outlook.map(|outlook| told(&outlook)).unwrap_or_default();
    let text = format!(
        "It takes no more answers; what is not submitted counts as it stands. You can open it again, and that is recorded.{shown}"
    );
    Ok(frame.show(|| confirm(round.id, "close", title, text, "Close it")))
}

/// What closing a confidential round will show, in sentences.
fn told(outlook: &Outlook) -> String {
    let Outlook { respondents, k, full, rounded, hidden, comments } = outlook;
    let people = if *respondents == 1 { "1 person has".to_owned() } else { format!("{respondents} people have") };
    if full + rounded == 0 {
        return format!(
            " {people} answered so far. If you close it now, no figure will be shown: that takes {k} people."
        );
    }
    let mut shown = Vec::new();
    if *full > 0 {
        shown.push(format!("{full} constructs in full"));
    }
    if *rounded > 0 {
        shown.push(format!("{rounded} rounded, for fewer than ten people are behind them"));
    }
    let hidden = if hidden.is_empty() {
        String::new()
    } else {
        format!(" Not shown, for too few are behind them or it would give somebody away: {}.", hidden.join(", "))
    };
    let texts = if *comments {
        "Comments are shown in random order."
    } else {
        "Comments are not shown: that takes ten people."
    };
    format!(" {people} answered so far. If you close it now, the result shows {}.{hidden} {texts}", shown.join(" and "))
}

asked!(
    /// Asks before opening again.
    reopen_asked,
    "reopen",
    "Open {round} of {team} again?",
    "It takes answers again, and its result may change. That it was opened again is recorded.",
    "Open it again"
);
asked!(
    /// Asks before deleting a draft.
    delete_asked,
    "delete",
    "Delete {round} of {team}?",
    "The draft is gone for good. It has no answers yet.",
    "Delete it"
);

/// Deletes a draft.
pub async fn delete(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<ManageRounds>(&state.app, &id).await.map_err(fail)?;
    access.delete(&state.app).await.map_err(fail)?;
    Ok(see_other(&routes::team(access.round().team_id)))
}
