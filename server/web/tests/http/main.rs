//! Requests through the router, without a port: one file a feature.

mod helpers;

mod answering;
mod assets;
mod autosave;
mod limits;
mod results;
mod rounds;
mod security;
mod team;
