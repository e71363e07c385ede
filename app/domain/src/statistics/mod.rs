//! Statistics of small samples: functions on slices and on counts, each with its source.
//!
//! What is decided from answers (equal or not, agree or not, at least so much) is decided on whole numbers, so that
//! neither rounding nor the order of respondents can turn it over.

mod agreement;
mod descriptive;
mod frequencies;
mod intervals;
mod jackknife;

pub use agreement::{Agreement, rwg};
pub use descriptive::{mean, median, sd};
pub use frequencies::Frequencies;
pub use intervals::{Interval, Z95, t_interval, t95, wilson};
pub use jackknife::jackknife_error;
