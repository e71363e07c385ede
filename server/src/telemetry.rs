//! Structured logs on standard error.

use std::io::{IsTerminal as _, stderr};

use tracing_subscriber::EnvFilter;

use crate::failure::Failure;

/// Starts logging. `what` is a filter, with `json:` in front for JSON lines.
///
/// # Errors
/// The filter cannot be read.
pub fn start(what: &str) -> Result<(), Failure> {
    let (json, filter) = what.strip_prefix("json:").map_or((false, what), |filter| (true, filter));
    let filter = EnvFilter::try_new(filter)
        .map_err(|error| Failure::Input(format!("PLUMBLINE_LOG is {what:?}, which is no filter: {error}")))?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(stderr).with_ansi(stderr().is_terminal());
    if json {
        log.json().init();
    } else {
        log.compact().init();
    }
    Ok(())
}
