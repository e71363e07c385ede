//! `/account/data` and `/account/delete`: what is kept about oneself, and leaving.

use domain::round::Mode;
use leptos::prelude::*;
use usecases::accounts::{Answers, Goodbye, OwnData};
use usecases::moment;

use crate::components::button::{Button, Kind, LinkButton};
use crate::components::card::Card;
use crate::components::choices::{Choice, Choices};
use crate::components::errors::ErrorSummary;
use crate::components::field::TextField;
use crate::components::notice::{Notice, Tone};
use crate::components::when::day;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::Page;

/// "1 team", "3 teams"
fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// What is kept.
pub fn page(data: &OwnData) -> Page {
    let account = &data.account;
    let made = moment::day(account.created_at);
    let factor = if account.second_factor {
        "A hash of your password, not the password itself; the secret of your second factor."
    } else {
        "A hash of your password, not the password itself."
    };
    let teams: Vec<&str> = data.teams.iter().map(|team| team.name.as_str()).collect();
    let teams = if teams.is_empty() { "none".to_owned() } else { teams.join(", ") };
    let name = if account.name.is_empty() { "no name" } else { &account.name };
    let about = format!("{name}, {}, {} of {}, since {made}.", account.email, account.right, account.organisation_name);
    let responses = data
        .responses
        .iter()
        .map(|response| {
            let together =
                if response.mode == Mode::OneAnswer.word() { " (one answer, filled in together)" } else { "" };
            view! { <li>{format!("{}, {}{together}", response.team, response.round)}</li> }
        })
        .collect_view();
    let answers = match data.responses.len() {
        0 => "none yet".to_owned(),
        rounds => format!(
            "{} in {}, with {} they have had.",
            count(data.filled(), "filled-in field", "filled-in fields"),
            count(rounds, "round", "rounds"),
            count(data.values.len(), "value that", "values that"),
        ),
    };
    let actions = data
        .actions
        .iter()
        .map(|action| {
            let due = action.due.map_or_else(String::new, |due| format!(", until {}", day(due.begins())));
            let status = action.status.words().to_lowercase();
            view! { <li>{format!("{}: {} ({status}{due})", action.team, action.title)}</li> }
        })
        .collect_view();
    let owned = match data.actions.len() {
        0 => "none".to_owned(),
        n => format!("{} that you are named as the owner of.", count(n, "action", "actions")),
    };
    let sessions = format!(
        "{}, each with the network it came from and what the browser calls itself.",
        count(data.sessions.len(), "signed-in browser", "signed-in browsers")
    );
    let log = format!(
        "{} of what you did and what was done to your account. They stay when the account goes.",
        count(usize::try_from(data.log_entries).unwrap_or(0), "entry", "entries")
    );
    let body = view! {
        <div class="stack-wide">
            <div class="stack">
                <h1>"Your data"</h1>
                <p class="lead">"Everything this server keeps about you."</p>
            </div>
            <Card id="kept" title="What is kept">
                <dl class="stack-tight">
                    <dt><strong>"Account"</strong></dt><dd>{about}</dd>
                    <dt><strong>"To sign in"</strong></dt><dd>{factor}</dd>
                    <dt><strong>"Sessions"</strong></dt><dd>{sessions}</dd>
                    <dt><strong>"Teams"</strong></dt><dd>{teams}</dd>
                    <dt><strong>"Answers"</strong></dt><dd>{answers} <ul class="plain">{responses}</ul></dd>
                    <dt><strong>"Plans"</strong></dt><dd>{owned} <ul class="plain">{actions}</ul></dd>
                    <dt><strong>"Audit log"</strong></dt><dd>{log}</dd>
                </dl>
                <p class="soft small">"What a team filled in together belongs to the team and is not counted here. Answers to confidential rounds, and those given by a link without signing in, are not tied to your account: nobody can find them by it."</p>
            </Card>
            <div class="row">
                <LinkButton kind=Kind::Main href=routes::OWN_DATA_JSON text="Download everything" />
                <LinkButton href=routes::LEAVE text="Delete your account" />
            </div>
        </div>
    };
    Page::new("Your data", body)
}

/// What the page to leave shows.
#[derive(Clone, Debug)]
pub struct Leave {
    /// The account's address.
    pub email: String,
    /// What is at stake.
    pub goodbye: Goodbye,
    /// What was typed to confirm it.
    pub typed: String,
    /// What was chosen for the answers.
    pub answers: Answers,
    /// Why it was refused.
    pub error: Option<String>,
}

/// Leaving.
pub fn leave(leave: Leave) -> Page {
    // Who cannot leave finds no form with a field to mend.
    let leave = Leave { error: leave.error.filter(|_| !leave.goodbye.last_owner), ..leave };
    let title = if leave.error.is_some() { "Please check: delete your account" } else { "Delete your account" };
    let errors: Vec<(String, String)> = leave.error.iter().map(|text| ("email".to_owned(), text.clone())).collect();
    let actions = (leave.goodbye.actions > 0).then(|| {
        let what = count(
            leave.goodbye.actions,
            "action of a plan that is yours stays",
            "actions of plans that are yours stay",
        );
        view! { <p>{format!("{what} there, without an owner.")}</p> }
    });
    let rest = if leave.goodbye.last_owner {
        view! {
            <Notice tone=Tone::Warning>
                <p>"You are the only owner who can sign in, so nobody could run the organisation without you. Make somebody else an owner first."</p>
            </Notice>
            <p><LinkButton href=routes::OWN_DATA text="Back to your data" /></p>
        }
        .rendered()
    } else {
        form(leave).rendered()
    };
    let body = view! {
        <div class="stack-wide">
            <div class="stack">
                <h1>"Delete your account"</h1>
                <p class="lead">"It ends at once in every browser, and cannot be brought back. You may want to download your data first."</p>
                {actions}
            </div>
            <ErrorSummary errors=errors />
            {rest}
        </div>
    };
    Page::new(title, body)
}

fn form(leave: Leave) -> Rendered {
    let Leave { email, goodbye, typed, answers, error } = leave;
    let choice = |value: &str, label: &str, about: &str, chosen| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        about: about.to_owned(),
        chosen,
    };
    let choices = (goodbye.responses > 0).then(|| {
        let label = format!("Your answers in {}", count(goodbye.responses, "named round", "named rounds"));
        let options = vec![
            choice(
                "keep",
                "Keep them without your name",
                "The results stay as they are. You are called “Somebody who left”; what you wrote in comments stays. Your links to them end.",
                answers == Answers::Keep,
            ),
            choice(
                "erase",
                "Erase them",
                "With everything they ever held. The results are made anew without them.",
                answers == Answers::Erase,
            ),
        ];
        view! { <Choices name="answers" label=label options=options /> }
    });
    view! {
        <form method="post" action=routes::LEAVE class="stack">
            {choices}
            <TextField
                name="email"
                label="Your address, to confirm"
                hint=format!("Type {email}")
                value=typed
                error=error
            />
            <div class="row">
                <Button kind=Kind::Main value="next" text="Delete my account" />
                <LinkButton href=routes::OWN_DATA text="Keep it" />
            </div>
        </form>
    }
    .rendered()
}
