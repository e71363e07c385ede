//! `/admin/settings`

use leptos::prelude::*;

use crate::components::button::{Button, Kind};
use crate::components::choices::{Choice, Choices};
use crate::components::field::TextField;
use crate::components::form::Faults;
use crate::components::notice::{Notice, Tone};
use crate::routes;
use crate::shell::Page;

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct SettingsView {
    /// The organisation's name.
    pub name: String,
    /// Days until answers are deleted; empty keeps them.
    pub retention: String,
    /// Whether rounds may be started without an account.
    pub account_free: bool,
    /// What was wrong.
    pub faults: Faults,
    /// Whether it was just kept.
    pub kept: bool,
}

/// The page.
pub fn page(settings: SettingsView) -> Page {
    let SettingsView { name, retention, account_free, faults, kept } = settings;
    let free = vec![Choice {
        value: "yes".to_owned(),
        label: "Anybody may start a round without an account".to_owned(),
        about: "On the whole server, from its first page. Rounds and quick checks that are there go on either way."
            .to_owned(),
        chosen: account_free,
    }];
    let body = view! {
        <div class="stack-wide">
            {faults.summary()}
            {kept.then(|| view! { <Notice tone=Tone::Done><p>"The settings are kept."</p></Notice> })}
            <div>
                <p class="over"><a href=routes::ADMIN>"Administration"</a></p>
                <h1>"Settings"</h1>
            </div>
            <form method="post" action=routes::SETTINGS class="stack">
                <TextField name="name" label="Name of the organisation" value=name error=faults.at("name") autocomplete="organization" />
                <TextField name="retention" label="Delete answers after" hint="Days after a round closes, for new rounds that say nothing else. Leave it empty to keep answers." value=retention error=faults.at("retention") />
                <Choices name="account_free" label="Rounds without an account" options=free several=true />
                <Button kind=Kind::Main value="next" text="Keep the settings" />
            </form>
        </div>
    };
    Page::new(faults.title("Settings"), body)
}
