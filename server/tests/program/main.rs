//! The released program as a whole: its commands, its exit codes, and what it keeps when it is killed or loses power.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod browser;
mod commands;
mod control;
mod demo;
mod files;
mod killed;
mod power;
mod server;
mod trace;
