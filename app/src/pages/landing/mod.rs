//! `/`: what one gets, the two ways to it, what happens to answers.

mod picture;

use domain::report::ReportData;
use leptos::prelude::*;

use crate::components::field::TextField;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// What was typed into the form, and what was wrong with it.
#[derive(Clone, Debug, Default)]
pub struct StartForm {
    /// The team's name.
    pub team: String,
    /// The model or service.
    pub subject: String,
    /// Message at the team's name.
    pub team_error: Option<String>,
    /// Message at the model or service.
    pub subject_error: Option<String>,
}

/// How a round is begun from here.
#[derive(Clone, Debug)]
pub enum Way {
    /// By a form, without an account.
    Form(StartForm),
    /// Only accounts start rounds here.
    SignIn,
    /// On the dashboard: whoever looks is signed in, and a round that is no team's would be lost to their organisation.
    Dashboard,
}

/// How many questions there are.
#[derive(Clone, Copy, Debug)]
pub struct Questions {
    /// In the full assessment.
    pub full: usize,
    /// In the quick check.
    pub quick: usize,
}

/// The landing page. `sample` is the result that the picture is drawn from.
pub fn page(questions: Questions, way: Way, sample: &ReportData) -> Page {
    let full = questions.full;
    let (free, failed, first) = match way {
        Way::Form(form) => {
            let failed = form.team_error.is_some() || form.subject_error.is_some();
            (true, failed, view! { <StartCard form=form full=full /> }.rendered())
        }
        Way::SignIn => {
            (false, false, account_card(full, "Rounds here are started by who leads a team.", routes::LOGIN, "Sign in"))
        }
        Way::Dashboard => (
            false,
            false,
            account_card(full, "Your rounds are on your dashboard.", routes::DASHBOARD, "To the dashboard"),
        ),
    };
    let short = if free {
        "No account, nothing to install. Answers stay on this server."
    } else {
        "Nothing to install. Answers stay on this server."
    };
    let named = if free {
        "They are kept on this server and go nowhere else. A round started here is named: whoever holds the manage link may see who answered what. No tracking."
    } else {
        "They are kept on this server and go nowhere else. Before the first question everybody is told who sees them. No tracking."
    };
    let goes = if free {
        "A round has two links: one to manage it, one to share. Everybody who opens the shared one gets a response of their own. The result is there at once and grows with each answer."
    } else {
        "Who leads a team opens a round, and its members find it on their dashboard. The result is there at once and grows with each answer."
    };
    let body = view! {
        <div class="stack-wide">
            <section class="hero landing">
                <div class="stack">
                    <h1>"See where your machine-learning delivery stands"</h1>
                    <p class="lead">
                        "Your team answers questions about how your models get built, released and looked after. You get one page that says how mature
                        that is, how sure the figure is, where you see things differently, and what to do next."
                    </p>
                    <p class="soft">{short}</p>
                </div>
                {picture::sample(sample)}
            </section>
            <div class="ways">
                {first}
                <CheckCard quick=questions.quick />
            </div>
            <section class="facts" aria-label="In short">
                <div>
                    <h2>"What you get"</h2>
                    <p>"A maturity index with its range, a secured level with what blocks the next, challenges, benefits, and a PDF to send on. Every number says how it was made."</p>
                </div>
                <div>
                    <h2>"How it goes"</h2>
                    <p>{goes}</p>
                </div>
                <div>
                    <h2>"What happens to answers"</h2>
                    <p>{named}</p>
                </div>
            </section>
            <p class="soft small measure">"Modelled on the published description of a study of ML DevOps adoption (150 professionals surveyed, 20 interviewed; Dileepkumar and Mathew, 2025). It is not the study’s own questionnaire."</p>
        </div>
    };
    let title = if failed { "Please check" } else { "" };
    Page { measure: Measure::Wide, offers_sign_in: true, ..Page::new(title, body) }
}

#[component]
fn StartCard(form: StartForm, full: usize) -> Rendered {
    view! {
        <form method="post" action=routes::START class="card stack" aria-labelledby="start-title">
            <div class="stack-tight">
                <h2 id="start-title">"The full assessment"</h2>
                <p class="soft">{format!("{full} questions in short sections, 15 to 20 minutes a person. Stop whenever you like; don’t know is an honest answer.")}</p>
            </div>
            <div class="pair">
                <TextField name="team" label="Team" hint="Optional, for the result’s title." value=form.team error=form.team_error />
                <TextField
                    name="subject"
                    label="Model or service"
                    hint="Optional, for questions on delivery."
                    value=form.subject
                    error=form.subject_error
                />
            </div>
            <button class="button main" name="action" value="next">"Start a round"</button>
        </form>
    }.rendered()
}

/// In place of the form.
fn account_card(full: usize, how: &'static str, href: &'static str, text: &'static str) -> Rendered {
    view! {
        <section class="card stack" aria-labelledby="account-title">
            <div class="stack-tight">
                <h2 id="account-title">"The full assessment"</h2>
                <p class="soft">{format!("{full} questions in short sections, 15 to 20 minutes a person. {how}")}</p>
            </div>
            <p><a class="button main" href=href>{text}</a></p>
        </section>
    }
    .rendered()
}

#[component]
fn CheckCard(quick: usize) -> Rendered {
    view! {
        <section class="card stack" aria-labelledby="check-title">
            <div class="stack-tight">
                <h2 id="check-title">"Try it alone first"</h2>
                <p class="soft">{format!("{quick} of the questions on one page. You see where you seem to stand and what to look at first, and can go on from there.")}</p>
            </div>
            <p><a class="button" href=routes::CHECK>"Quick check, 4 minutes"</a></p>
        </section>
    }.rendered()
}
