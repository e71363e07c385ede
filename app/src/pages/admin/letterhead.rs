//! `/admin/letterhead`

use domain::report::{MOST_LOGO_BYTES, MOST_LOGO_PIXELS};
use leptos::prelude::*;

use crate::components::button::{Button, Kind};
use crate::components::choices::{Choice, Choices};
use crate::components::field::TextField;
use crate::components::file::FileField;
use crate::components::form::Faults;
use crate::components::notice::{Notice, Tone};
use crate::rendered::IntoRendered;
use crate::routes;
use crate::shell::Page;

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct LetterheadView {
    /// The organisation's name, which stands where there is no logo.
    pub organisation: String,
    /// Whether there is a logo.
    pub logo: bool,
    /// The colour; empty for none.
    pub accent: String,
    /// What was wrong.
    pub faults: Faults,
    /// Whether it was just kept.
    pub kept: bool,
}

/// The page.
pub fn page(letterhead: LetterheadView) -> Page {
    let LetterheadView { organisation, logo, accent, faults, kept } = letterhead;
    let without = vec![Choice {
        value: "yes".to_owned(),
        label: "No logo any more".to_owned(),
        about: "The organisation’s name stands there again.".to_owned(),
        chosen: false,
    }];
    let now = if logo {
        view! { <p><img src=routes::LOGO class="letterhead-logo" alt=format!("Logo of {organisation}") /></p> }
            .rendered()
    } else {
        view! { <p class="soft">{format!("There is no logo: reports bear the name {organisation}.")}</p> }.rendered()
    };
    let file_hint = format!(
        "PNG or SVG, {} KiB and {MOST_LOGO_PIXELS} pixels a side at most; words in an SVG as outlines. It stands on the cover, 60 by 16 mm at most.",
        MOST_LOGO_BYTES / 1024
    );
    let body = view! {
        <div class="stack-wide">
            {faults.summary()}
            {kept.then(|| view! { <Notice tone=Tone::Done><p>"The letterhead is kept. The next report bears it."</p></Notice> })}
            <div>
                <p class="over"><a href=routes::ADMIN>"Administration"</a></p>
                <h1>"Letterhead"</h1>
                <p>"What the PDF reports of your rounds bear: a logo on the cover and a colour for the headings."</p>
            </div>
            {now}
            <form method="post" action=routes::LETTERHEAD enctype="multipart/form-data" class="stack">
                <FileField name="logo" label="New logo" hint=file_hint accept=".png,.svg,image/png,image/svg+xml" error=faults.at("logo") />
                {logo.then(|| view! { <Choices name="without_logo" label="Logo" options=without several=true /> })}
                <TextField name="accent" label="Colour" hint="Such as #17506b, dark enough to be read on white. Leave it empty for ours." value=accent error=faults.at("accent") />
                <Button kind=Kind::Main value="next" text="Keep the letterhead" />
            </form>
        </div>
    };
    Page::new(faults.title("Letterhead"), body)
}
