//! `/admin/settings`

use std::future::ready;

use app::pages::admin::{SettingsView, settings as page};
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;
use usecases::Error;
use usecases::settings::{self, SettingsTyped};

use super::super::{answered, see_other};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// What was just done.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

impl Done {
    /// Whether something was.
    pub fn is_done(&self) -> bool {
        !self.done.is_empty()
    }
}

/// The page.
pub async fn show(
    State(state): State<crate::State>,
    Query(done): Query<Done>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner().map_err(fail)?;
    let set = settings::read(&state.app, &owner).await.map_err(fail)?;
    let view = SettingsView {
        name: set.name,
        retention: set.retention_days.map(|days| days.to_string()).unwrap_or_default(),
        account_free: set.account_free_rounds,
        kept: done.is_done(),
        ..SettingsView::default()
    };
    Ok(frame.show(|| page(view)))
}

/// Keeps them.
pub async fn keep(
    State(state): State<crate::State>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner().map_err(fail)?;
    let typed = SettingsTyped {
        name: form.get("name").to_owned(),
        retention: form.get("retention").to_owned(),
        account_free: form.get("account_free") == "yes",
    };
    let done = settings::change(&state.app, &owner, &typed).await.map(|()| see_other("/admin/settings?done=yes"));
    answered(&frame, done, ready(Ok(typed)), |typed, faults| {
        let SettingsTyped { name, retention, account_free } = typed;
        page(SettingsView { name, retention, account_free, faults, kept: false })
    })
    .await
}
