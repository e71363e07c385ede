//! The pages of Plumbline, rendered on the server by Leptos.
//!
//! A page is a function from values to a [`shell::Page`]; it loads nothing and changes nothing. `web` calls the use
//! case first and hands its result over, so a page can be rendered again, with what was typed and the messages
//! beside it, by calling the same function once more.
//!
//! Every part hands on an `AnyView`, whose type says nothing of what is inside. With `impl IntoView` a page's type would hold
//! that of each element within it, and the compiler takes a minute over them instead of seconds.
//!
//! To add a page: a file under `pages/` named after its address, a route in [`routes`], a handler in `web`.

pub mod components;
pub mod pages;
pub mod routes;
pub mod shell;
