//! Buttons, and links that look like them.

use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The one thing to do on a page.
    Main,
    /// What can be done besides.
    #[default]
    Other,
    /// The same with less weight: it looks like a link.
    Plain,
}

impl Kind {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Main => "button main",
            Self::Other => "button",
            Self::Plain => "button plain",
        }
    }
}

/// Sends the form it stands in; `action` says by which button.
#[component]
pub fn Button(
    /// How much it stands out.
    #[prop(optional)]
    kind: Kind,
    /// What `action` holds when it was pressed.
    value: &'static str,
    /// What it says.
    #[prop(into)]
    text: String,
    /// How that goes on for whoever does not see the row it stands in: " for Ada".
    #[prop(optional, into)]
    about: String,
) -> Rendered {
    let about = (!about.is_empty()).then(|| view! { <span class="visually-hidden">{about}</span> });
    view! { <button type="submit" class=kind.class() name="action" value=value>{text}{about}</button> }.rendered()
}

/// Leads somewhere; for what matters as much as a button.
#[component]
pub fn LinkButton(
    /// How much it stands out.
    #[prop(optional)]
    kind: Kind,
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// What it says.
    #[prop(into)]
    text: String,
) -> Rendered {
    view! { <a class=kind.class() href=href>{text}</a> }.rendered()
}
