//! Requests through the router, without a port: one file a feature.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod helpers;

mod access;
mod accounts;
mod answering;
mod assets;
mod audit;
mod autosave;
mod check;
mod claim;
mod compare;
mod confidential;
mod demo;
mod isolation;
mod letterhead;
mod limits;
mod meeting;
mod organisation;
mod overview;
mod own_data;
mod personal;
mod plan;
mod published;
mod results;
mod rounds;
mod sample;
mod screen;
mod security;
mod sharing;
mod statements;
mod styleguide;
mod team;
mod team_rounds;
