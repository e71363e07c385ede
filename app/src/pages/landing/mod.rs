//! `/`: what this is, how long it takes, what happens to answers, and the form that starts a round.

use leptos::prelude::*;

use crate::components::field::TextField;
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

/// The landing page. `questions` is how many questions the instrument has.
pub fn page(questions: usize, form: StartForm) -> Page {
    let failed = form.team_error.is_some() || form.subject_error.is_some();
    let body = view! {
        <div class="stack-wide">
            <section class="hero">
                <div class="stack">
                    <h1>"See where your machine-learning delivery stands"</h1>
                    <p class="lead">
                        "Your team answers one questionnaire about how models get built, released and looked after. Plumbline shows where you
                        stand, how sure that is, where you see things differently, and what to do next."
                    </p>
                </div>
                <StartCard form=form />
            </section>
            <section class="facts" aria-label="In short">
                <div>
                    <h2>"What you get"</h2>
                    <p>"A maturity index with its range, a secured level with what blocks the next, challenges, benefits, and a PDF to send on. Every number says how it was made."</p>
                </div>
                <div>
                    <h2>"How long it takes"</h2>
                    <p>{format!("{questions} questions in short sections, 15 to 20 minutes a person. Stop whenever you like: your link brings you back. Don’t know is an honest answer.")}</p>
                </div>
                <div>
                    <h2>"What happens to answers"</h2>
                    <p>"They are kept on this server and go nowhere else. A round started here is named: whoever holds the manage link may see who answered what. No account, no cookies, no tracking."</p>
                </div>
            </section>
            <section class="stack">
                <h2>"How it goes"</h2>
                <ol class="how">
                    <li><strong>"Start a round. "</strong>"You get two links: one to manage it, one to share."</li>
                    <li><strong>"Share. "</strong>"Everybody who opens the shared link gets a response of their own. Several views are worth more than one."</li>
                    <li><strong>"Read. "</strong>"The result is there at once and grows with each answer."</li>
                </ol>
                <p class="soft">"Modelled on the published description of a study of ML DevOps adoption (150 professionals surveyed, 20 interviewed; Dileepkumar and Mathew, 2025). It is not the study’s own questionnaire."</p>
            </section>
        </div>
    };
    let title = if failed { "Please check" } else { "" };
    Page { measure: Measure::Wide, ..Page::new(title, body) }
}

#[component]
fn StartCard(form: StartForm) -> impl IntoView {
    view! {
        <form method="post" action=routes::START class="card stack" aria-labelledby="start-title">
            <h2 id="start-title">"Start a round"</h2>
            <TextField name="team" label="Team" hint="Optional. It stands at the top of the result." value=form.team error=form.team_error />
            <TextField
                name="subject"
                label="Model or service"
                hint="Optional. The questions on delivery speak of this one."
                value=form.subject
                error=form.subject_error
            />
            <button class="button main" name="action" value="next">"Start a round"</button>
            <p class="small soft">"No account needed."</p>
        </form>
    }
}
