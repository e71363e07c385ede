//! How the route table is written down once and used twice: to answer requests, and to be looked through by tests.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get, post};

use crate::session;
use crate::state::State;

/// Largest form of an import, with its file and the text of the file that was tried before.
const IMPORT_LIMIT: usize = 15 * 1024 * 1024;

/// Who is let in to an entry; what they may do there its handler asks of `usecases`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Everybody.
    Anybody,
    /// Whoever holds the secret that stands in the address.
    Link,
    /// Whoever is signed in. Others are led to sign in, and what they typed is kept meanwhile.
    SignedIn,
}

/// An entry of the route table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// GET or POST.
    pub method: Method,
    /// The address, with the names of its parts in braces.
    pub path: &'static str,
    /// Who is let in.
    pub door: Door,
}

/// What can be done with the table.
pub(crate) trait Table: Sized {
    /// One entry.
    fn entry(self, entry: Entry, to: MethodRouter<State>) -> Self;

    /// A page.
    fn get<H: Handler<T, State>, T: 'static>(self, door: Door, path: &'static str, handler: H) -> Self {
        self.entry(Entry { method: Method::GET, path, door }, get(handler))
    }

    /// A form.
    fn post<H: Handler<T, State>, T: 'static>(self, door: Door, path: &'static str, handler: H) -> Self {
        self.entry(Entry { method: Method::POST, path, door }, post(handler))
    }
}

/// Makes the router.
pub(crate) struct Built {
    state: State,
    router: Router<State>,
}

impl Built {
    pub fn new(state: State) -> Self {
        Self { state, router: Router::new() }
    }

    pub fn router(self) -> Router<State> {
        self.router
    }
}

impl Table for Built {
    fn entry(self, entry: Entry, to: MethodRouter<State>) -> Self {
        let guarded = match entry.door {
            Door::Anybody | Door::Link => to,
            Door::SignedIn => to.layer(from_fn_with_state(self.state.clone(), session::require)),
        };
        // A table of 20,000 people, as a form writes it.
        let guarded = if entry.path == app::routes::IMPORT {
            guarded.layer(DefaultBodyLimit::max(IMPORT_LIMIT))
        } else {
            guarded
        };
        Self { router: self.router.route(entry.path, guarded), ..self }
    }
}

/// Lists the entries.
#[derive(Default)]
pub(crate) struct Listed(pub Vec<Entry>);

impl Table for Listed {
    fn entry(mut self, entry: Entry, _: MethodRouter<State>) -> Self {
        self.0.push(entry);
        self
    }
}
