//! Choosing the rounds to compare: a form that leads to the comparison's own address.

use leptos::prelude::*;
use store::RoundLine;
use usecases::compare::Choice;

use crate::components::button::{Button, Kind};
use crate::components::choices::{Choice as Option, Choices};
use crate::components::empty::Empty;
use crate::components::form::Faults;
use crate::components::when::day;
use crate::pages::teams::state_word;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// The page where no rounds are named, one only, or some that cannot be compared.
pub fn page(choice: Choice, faults: &Faults) -> Page {
    let form = form(choice, faults);
    let body = view! {
        <div class="stack-wide">
            {faults.summary()}
            <div>
                <h1>"Compare rounds"</h1>
                <p class="soft measure">"Of one team, to see what has changed; or of several, to see where they differ."</p>
            </div>
            {form}
        </div>
    };
    Page { measure: Measure::Wide, ..Page::new(faults.title("Compare rounds"), body) }
}

/// The form. Enter in the search field searches, and what is ticked stays ticked.
pub fn form(choice: Choice, faults: &Faults) -> Rendered {
    let Choice { query, chosen, others } = choice;
    let nothing = chosen.is_empty() && others.is_empty();
    let options: Vec<Option> =
        chosen.iter().map(|round| option(round, true)).chain(others.iter().map(|round| option(round, false))).collect();
    let rounds = if nothing {
        let (title, text) = if query.is_empty() {
            ("There is no round to compare yet.", "Rounds appear here as soon as they are open.")
        } else {
            ("No round of this name.", "A part of the name of a team or round is enough.")
        };
        view! { <Empty title=title text=text /> }.rendered()
    } else {
        view! {
            <Choices name="rounds" label="Rounds" hint="Tick two to eight. The newest come first; the search finds older ones." options=options several=true error=faults.at("rounds") />
            <Button kind=Kind::Main value="compare" text="Compare" />
        }
        .rendered()
    };
    view! {
        <form method="get" action=routes::COMPARE class="stack">
            <div class="search">
                <div class="field">
                    <label for="q">"Find a team or a round"</label>
                    <input type="search" id="q" name="q" value=query autocomplete="off" />
                </div>
                <Button value=routes::CHOOSE text="Search" />
            </div>
            {rounds}
        </form>
    }
    .rendered()
}

fn option(round: &RoundLine, chosen: bool) -> Option {
    Option {
        value: round.id.to_string(),
        label: format!("{}, {}", round.team_name, round.name),
        about: format!("{}, made on {}", state_word(round.state), day(round.created_at)),
        chosen,
    }
}
