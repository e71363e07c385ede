//! The pages of Plumbline, rendered on the server by Leptos.
//!
//! A page is a function from values to a [`shell::Page`]; it loads nothing and changes nothing. `web` calls the use
//! case first and hands its result over, so a page can be rendered again, with what was typed and the messages
//! beside it, by calling the same function once more.
//!
//! Every part hands on what it renders: [`rendered`] says why.
//!
//! To add a page: a file under `pages/` named after its address, a route in [`routes`], a handler in `web`.

pub mod components;
pub mod pages;
pub mod rendered;
pub mod routes;
pub mod shell;
