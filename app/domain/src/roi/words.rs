//! What has to be said beside the numbers.

use super::Roi;
use crate::report::words::whole;

/// Said wherever a return on investment is shown.
pub const FREED_TIME: &str = "Freed time is capacity, not cash: it is worth money only where it is used for something else, or no longer paid for.";

impl Roi {
    /// How much of the value is freed time, and that this is capacity and not cash. The share is that of the base
    /// case, left out where there is no value.
    #[must_use]
    pub fn freed_time_in_words(&self) -> String {
        let (freed, value) = (self.freed_time.base, self.value.base);
        if freed > 0.0 && value > freed {
            format!("{} % of this value is people’s time. {FREED_TIME}", whole(100.0 * freed / value))
        } else if freed > 0.0 {
            format!("This value is people’s time, and nothing else adds to it. {FREED_TIME}")
        } else {
            FREED_TIME.to_owned()
        }
    }
}
