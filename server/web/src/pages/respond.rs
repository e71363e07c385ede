//! `/respond/{token}`: a section's page and its form. What the island sends is in `autosave.rs`.

use std::collections::BTreeMap;

use app::pages::respond::{Notice, PAGE_ANSWERED, PAGE_MADE, Respond, Scope, page};
use app::routes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::answer::Field;
use domain::questionnaire::Section;
use serde::Deserialize;
use usecases::respond::{Answers, Origin, Respondent, SEEN, Saved, open};
use usecases::{Conflict, Error};

use super::{place_of, see_other};
use crate::form::{Form, as_one};
use crate::problem::Failure;
use crate::render::Frame;

/// The section in the address, and which of its questions are wanted.
#[derive(Debug, Deserialize)]
pub struct Where {
    section: Option<String>,
    only: Option<String>,
}

impl Where {
    fn scope(&self) -> Scope {
        if self.only.as_deref() == Some(routes::LEFT) { Scope::Left } else { Scope::All }
    }
}

fn view(state: &crate::State, respondent: &Respondent, section: Section, answers: Answers) -> Respond {
    Respond {
        token: respondent.token(),
        place: place_of(respondent.round()),
        name: respondent.name().to_owned(),
        mode: respondent.round().mode,
        subject: respondent.round().subject.clone(),
        instrument: respondent.instrument(),
        section,
        scope: Scope::All,
        answers,
        pace: respondent.pace(),
        errors: BTreeMap::new(),
        notice: (!respondent.round_is_open()).then_some(Notice::Closed),
        open: respondent.round_is_open(),
        now: state.app.now(),
    }
}

/// The section that is meant: the one in the address, else where the respondent left off. `None` for a word that
/// names no section.
fn section_of(respondent: &Respondent, answers: &Answers, asked: Option<&str>) -> Option<Section> {
    let instrument = respondent.instrument();
    match asked {
        _ if respondent.is_submitted() => Some(Section::Submitted),
        None if answers.is_empty() => Some(Section::Profile),
        None => Some(answers.walk(instrument).first_open()),
        Some(word) => match Section::parse(instrument, word)? {
            Section::Submitted => Some(Section::Review),
            section => Some(section),
        },
    }
}

/// A section's page.
pub async fn show(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    Query(asked): Query<Where>,
    frame: Frame,
) -> Result<Response, Failure> {
    let found = async {
        let respondent = open(&state.app, &token).await?;
        let answers = respondent.answers(&state.app).await?;
        let section = section_of(&respondent, &answers, asked.section.as_deref()).ok_or(Error::NotFound)?;
        Ok((respondent, answers, section))
    };
    let (respondent, answers, section) = found.await.map_err(|error| Failure::of(&frame, &error))?;
    let walk = answers.walk(respondent.instrument());
    let step = walk.place(section).map(|place| walk.steps()[place]);
    let go = |section: Section| {
        see_other(&routes::section_in(
            &token,
            section.id(respondent.instrument()),
            section_scope(section, asked.scope()),
        ))
    };
    match step {
        // Not for these job roles: the review shows what is.
        None if section != Section::Submitted => Ok(go(Section::Review)),
        // Answered since: on to what is left.
        Some(step) if asked.scope() == Scope::Left && step.left() == 0 && section != Section::Review => {
            Ok(go(walk.next_open(section)))
        }
        _ => {
            let respond = Respond { scope: asked.scope(), ..view(&state, &respondent, section, answers) };
            Ok(frame.show(|| page(&respond)))
        }
    }
}

/// The review has all sections, whatever was asked for before.
fn section_scope(section: Section, scope: Scope) -> Scope {
    if section == Section::Review { Scope::All } else { scope }
}

/// Saves a section's form and goes where the button says; what cannot be taken comes back with a message at it.
pub async fn save(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    Query(asked): Query<Where>,
    frame: Frame,
    form: Form,
) -> Result<Response, Failure> {
    match take(&state, &token, &asked, &form).await {
        Ok(Taken::Go(address)) => Ok(see_other(&address)),
        Ok(Taken::Again(status, respond)) => Ok(frame.show_as(status, || page(&respond))),
        Err(error) => Err(Failure::of(&frame, &error)),
    }
}

fn section_of_form(respondent: &Respondent, form: &Form) -> Section {
    let instrument = respondent.instrument();
    let field = form.fields().keys().find_map(|name| Field::parse(instrument, name));
    field.map_or(Section::Profile, |field| Section::of(instrument, field))
}

enum Taken {
    Go(String),
    /// The page as it was typed, with messages at what is not saved.
    Again(StatusCode, Box<Respond>),
}

async fn take(state: &crate::State, token: &str, asked: &Where, form: &Form) -> Result<Taken, Error> {
    let respondent = open(&state.app, token).await?;
    let go = |section: Section, scope: Scope| {
        let scope = section_scope(section, scope);
        Taken::Go(routes::section_in(token, section.id(respondent.instrument()), scope))
    };
    let has_answers = form.fields().keys().any(|name| Field::parse(respondent.instrument(), name).is_some());
    // What was typed may be neither saved nor lost: the page comes back as it was, and says why.
    if has_answers && !respondent.round_is_open() {
        return kept(state, &respondent, form, Notice::ClosedMeanwhile).await;
    }
    if form.get("action") == "reopen" {
        respondent.reopen(&state.app).await?;
        if !has_answers {
            return Ok(go(Section::Review, Scope::All));
        }
    } else if respondent.is_submitted() && has_answers {
        // Handed in meanwhile, perhaps in another tab.
        return kept(state, &respondent, form, Notice::SubmittedMeanwhile).await;
    }
    // Opened again, because reopening changes what may be saved.
    let respondent = open(&state.app, token).await?;
    let saved = match respondent.save(&state.app, form.fields(), origin(form)).await {
        // In this very moment.
        Err(Error::Conflict(Conflict::RoundClosed)) if has_answers => {
            return kept(state, &respondent, form, Notice::ClosedMeanwhile).await;
        }
        saved => saved?,
    };
    // Read after saving: job roles just given decide which section is next.
    let answers = respondent.answers(&state.app).await?;
    let section = match asked.section.as_deref() {
        // A form sent to the bare address: its fields tell where they stand.
        None if !respondent.is_submitted() => section_of_form(&respondent, form),
        word => section_of(&respondent, &answers, word).ok_or(Error::NotFound)?,
    };
    if !saved.refused.is_empty() || !saved.stale.is_empty() {
        let status = if saved.stale.is_empty() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
        let respond = again(state, &respondent, section, answers, form, saved);
        return Ok(Taken::Again(status, Box::new(Respond { scope: asked.scope(), ..respond })));
    }
    let walk = answers.walk(respondent.instrument());
    let scope = asked.scope();
    Ok(match form.get("action") {
        "submit" => {
            respondent.submit(&state.app).await?;
            go(Section::Submitted, Scope::All)
        }
        "back" => go(walk.previous(section).unwrap_or(section), Scope::All),
        "review" => go(Section::Review, Scope::All),
        "save" | "reopen" => go(section, Scope::All),
        _ if scope == Scope::Left => go(walk.next_open(section), scope),
        _ => go(walk.next(section), scope),
    })
}

/// The page as it was typed, none of which is saved.
async fn kept(state: &crate::State, respondent: &Respondent, form: &Form, notice: Notice) -> Result<Taken, Error> {
    let section = section_of_form(respondent, form);
    let answers = as_typed(respondent, respondent.answers(&state.app).await?, form);
    let respond = Respond { notice: Some(notice), ..view(state, respondent, section, answers) };
    Ok(Taken::Again(StatusCode::CONFLICT, Box::new(respond)))
}

/// A form says of itself when its page was made; one that does not is no page of ours.
fn origin(form: &Form) -> Origin {
    match form.get(PAGE_MADE).parse() {
        Ok(made) => Origin::Page { made, answered: form.get(PAGE_ANSWERED).parse().unwrap_or(0) },
        Err(_) => Origin::Changes,
    }
}

/// The answers with everything that was typed laid over them.
fn as_typed(respondent: &Respondent, mut answers: Answers, form: &Form) -> Answers {
    let fields = form.fields().iter().filter(|(name, _)| Field::parse(respondent.instrument(), name).is_some());
    for (name, values) in fields {
        answers.overlay(name, as_one(values));
        // Nothing of this page was compared with what is stored, so its fields keep the versions that it had seen.
        answers.as_seen(name, form.get(&format!("{SEEN}{name}")).parse().unwrap_or(0));
    }
    answers
}

/// The same page with what was typed and the messages.
fn again(
    state: &crate::State,
    respondent: &Respondent,
    section: Section,
    mut answers: Answers,
    form: &Form,
    saved: Saved,
) -> Respond {
    let refused = saved.refused.into_iter().map(|error| (error.field, error.message));
    let changed_elsewhere = saved.stale.into_iter().map(|field| {
        let theirs = format!(
            "Not saved yet: this was changed elsewhere since you opened the page. There it says: {}. Yours is still here. \
             Send the page again to keep yours, or change it.",
            field.theirs
        );
        (field.field, theirs)
    });
    let errors: BTreeMap<String, String> = refused.chain(changed_elsewhere).collect();
    for field in errors.keys() {
        answers.overlay(field, form.typed(field));
    }
    Respond { errors, ..view(state, respondent, section, answers) }
}
