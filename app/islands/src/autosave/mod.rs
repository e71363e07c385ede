//! Saves each answer when it changes, and says honestly whether it is saved.

#[cfg(feature = "hydrate")]
mod browser;

use leptos::prelude::*;

/// How saving stands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    not(feature = "hydrate"),
    expect(dead_code, reason = "the server renders a form on which nothing was changed yet")
)]
enum Status {
    /// Nothing was changed yet.
    Idle,
    /// Sent, not yet acknowledged.
    Saving,
    /// Acknowledged by the server at this time of day.
    Saved(String),
    /// Not acknowledged; will be sent again.
    Retrying,
    /// The server cannot take it: why.
    Refused(String),
}

impl Status {
    fn text(&self) -> String {
        match self {
            Self::Idle => String::new(),
            Self::Saving => "Saving".to_owned(),
            Self::Saved(time) => format!("Saved {time}"),
            Self::Retrying => "Not saved, retrying".to_owned(),
            Self::Refused(why) => format!("Not saved. {why}"),
        }
    }

    fn class(&self) -> &'static str {
        match self {
            Self::Idle | Self::Saving | Self::Saved(_) => "save-status",
            Self::Retrying | Self::Refused(_) => "save-status bad",
        }
    }
}

/// Wraps a plain form whose `data-autosave` names where single changes go. The form itself is not hydrated and works
/// by posting; this listens to it and sends what changes.
#[island]
pub fn Autosave(children: Children) -> impl IntoView {
    let host = NodeRef::<leptos::html::Div>::new();
    let status = RwSignal::new(Status::Idle);
    #[cfg(feature = "hydrate")]
    browser::listen(host, status);
    view! {
        <div class="autosave" node_ref=host>
            {children()}
            <p role="status" class=move || status.read().class()>{move || status.read().text()}</p>
        </div>
    }
}
