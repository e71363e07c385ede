//! Pages for what went wrong: what happened, what was kept, what to do.

use leptos::prelude::*;

use crate::components::button::LinkButton;
use crate::rendered::IntoRendered;
use crate::routes;
use crate::shell::{Page, Viewer};

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No such page, or the link is not complete.
    NotFound,
    /// It is there, but not for this account.
    NotAllowed,
    /// Rounds without an account are switched off here.
    NoAccountFree,
    /// Asked for too often.
    TooOften,
    /// The round takes no more answers.
    RoundClosed,
    /// It was changed or submitted elsewhere since the page was opened.
    ChangedElsewhere,
    /// The round was made with another version of the instrument.
    UnknownInstrument,
    /// The result is not to be seen yet.
    ByOwnLink,
    /// More was sent than is taken.
    TooLarge,
    /// The session has ended, and more was sent than can be carried through signing in.
    NotKept,
    /// What was sent cannot be read.
    Unreadable,
    /// The form came from another site.
    Foreign,
    /// The address is there, but not for this kind of request.
    MethodNotAllowed,
    /// Nothing could be saved.
    NotSaved,
    /// Too busy.
    Busy,
    /// A fault of the program.
    Fault,
}

impl Problem {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NotFound => (
                "This page is not here",
                "The address leads nowhere, or to something that was deleted. A link that was sent to you ends in 32 letters and digits: check that it is whole, or ask whoever sent it.",
            ),
            Self::NotAllowed => (
                "Not yours to open",
                "Your account may not see or do this. Ask an owner of your organisation if it should.",
            ),
            Self::NoAccountFree => (
                "Rounds need an account here",
                "The owners of this server have switched rounds without an account off. Start one from your account, or take the quick check.",
            ),
            Self::TooOften => (
                "Too many tries",
                "There were more tries from here, or for this account, than people make. Wait a minute or two, then go back and try again; what you typed is still on that page.",
            ),
            Self::RoundClosed => ("This round is closed", "It takes no more answers. What was saved before is kept."),
            Self::ChangedElsewhere => (
                "This was changed elsewhere",
                "It was changed or submitted since you opened the page, perhaps in another tab. Go back: what you typed is still on that page. Copy it, then reload.",
            ),
            Self::UnknownInstrument => (
                "This round needs another version",
                "It was made with a version of the questionnaire that this server does not have. Nothing is lost; ask who runs the server to update it.",
            ),
            Self::ByOwnLink => (
                "Only your own link leads there",
                "You have begun this confidential round, and nobody here can look up which answers are yours. Open the address that you kept, or use the device and browser in which you began.",
            ),
            Self::TooLarge => (
                "That was too much at once",
                "A page takes up to 1 MiB and a text up to 10,000 characters. Nothing of this page was saved; go back, shorten it and send it again.",
            ),
            Self::NotKept => (
                "Your session had ended",
                "What you sent is too much to be carried through signing in, so nothing of it was taken. Sign in in another tab, then go back here: what you typed is still on that page, and can be sent again.",
            ),
            Self::Unreadable => {
                ("That could not be read", "What arrived is not a form of this site. Go back and send it again.")
            }
            Self::Foreign => (
                "That came from somewhere else",
                "The form was sent from another site, so it was not taken. Open the page here and send it again.",
            ),
            Self::MethodNotAllowed => ("This address does not take that", "Open it as a page instead."),
            Self::NotSaved => (
                "Not saved",
                "The server cannot write at the moment. Go back: what you typed is still on that page. Send it again in a minute.",
            ),
            Self::Busy => (
                "Too much at once",
                "The server is busy. Go back and try again in a few seconds; what you typed is still on that page.",
            ),
            Self::Fault => (
                "Something broke",
                "The fault is ours and has been logged. What was saved before is kept. Go back and try again.",
            ),
        }
    }
}

/// The page, for whoever is signed in or nobody.
pub fn page(problem: Problem, viewer: Option<&Viewer>) -> Page {
    let (title, text) = problem.words();
    let on = if problem == Problem::NotKept {
        // In this tab the page with what was typed is one step back, and stays so.
        view! { <a class="button" href=routes::LOGIN target="_blank">"Sign in in another tab"</a> }.rendered()
    } else if problem == Problem::NoAccountFree && viewer.is_none() {
        view! { <LinkButton href=routes::LOGIN text="Sign in" /> }.rendered()
    } else if viewer.is_some() {
        view! { <LinkButton href=routes::DASHBOARD text="To the dashboard" /> }.rendered()
    } else {
        view! { <LinkButton href=routes::HOME text="To the start page" /> }.rendered()
    };
    let body = view! {
        <div class="stack">
            <h1>{title}</h1>
            <p class="lead">{text}</p>
            <p>{on}</p>
        </div>
    };
    Page::new(title, body)
}
