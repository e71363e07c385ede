//! The released program as a whole: its commands, its exit codes, and what it keeps when it is killed.

mod browser;
mod commands;
mod files;
mod killed;
mod server;
