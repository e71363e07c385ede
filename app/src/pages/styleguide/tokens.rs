//! Colours, type and space. Drawings take their values from the tokens themselves, so they cannot differ from them.

use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

/// Colours by the part they play.
const COLOURS: [(&str, &str); 17] = [
    ("paper", "the ground"),
    ("card", "surfaces"),
    ("line", "rules"),
    ("edge", "edges of fields"),
    ("ink", "text"),
    ("soft", "secondary text"),
    ("brass", "the plumb line and the current thing, never a button"),
    ("deep", "action, selection, data"),
    ("deep-2", "the ground of what is selected"),
    ("on-deep", "text on deep"),
    ("warn", "what needs attention, errors; never the only sign"),
    ("warn-2", "the ground of a warning"),
    ("step-0", "figures from 0 to 20"),
    ("step-1", "figures from 20 to 40"),
    ("step-2", "figures from 40 to 60"),
    ("step-3", "figures from 60 to 80"),
    ("step-4", "figures from 80 to 100"),
];

/// The tokens.
pub fn section() -> Rendered {
    let colours = COLOURS.map(|(name, role)| {
        view! { <li class="stack-tight">{swatch(name)} <p><code>{format!("--{name}")}</code> " " <span class="soft">{role}</span></p></li> }
    });
    let spaces = ["s1", "s2", "s3", "s4", "s5", "s6", "s7"].map(|name| {
        view! { <li class="row">{bar(name)} <code>{format!("--{name}")}</code></li> }
    });
    view! {
        <section class="stack" aria-labelledby="colours">
            <h2 id="colours">"Colours"</h2>
            <ul class="facts">{colours.into_iter().collect_view()}</ul>
        </section>
        <section class="stack" aria-labelledby="type">
            <h2 id="type">"Type"</h2>
            <p class="soft">"Sans for everything that is used, Serif for titles, questions and large numbers. Figures are of one width: 1111 and 8888."</p>
            <p class="dial-figure">"58 " <span class="band">"a figure with its band"</span></p>
            <p class="lead">"A lead, under a title"</p>
            <p>"Text, with " <strong>"what matters"</strong> ", " <code>"code"</code> " and " <a href="#type">"a link"</a> ". Łukasz, Šimić, Őry, Đorđe, Þóra, Gülşen and Ştefan are set in the same letters."</p>
            <p class="over">"An aside, over a title"</p>
            <p class="small soft">"A note"</p>
            <h3>"The smallest title"</h3>
        </section>
        <section class="stack" aria-labelledby="space">
            <h2 id="space">"Space"</h2>
            <ul class="facts">{spaces.into_iter().collect_view()}</ul>
        </section>
    }
    .rendered()
}

fn swatch(token: &str) -> Rendered {
    view! {
        <svg viewBox="0 0 72 44" width="72" height="44" aria-hidden="true">
            <rect x="0.5" y="0.5" width="71" height="43" rx="6" fill=format!("var(--{token})") stroke="var(--edge)" />
        </svg>
    }
    .rendered()
}

/// A bar as thick as the space.
fn bar(token: &str) -> Rendered {
    view! {
        <svg viewBox="0 0 72 58" width="72" height="58" aria-hidden="true">
            <line x1="0" y1="29" x2="72" y2="29" stroke="var(--deep)" stroke-width=format!("var(--{token})") />
        </svg>
    }
    .rendered()
}
