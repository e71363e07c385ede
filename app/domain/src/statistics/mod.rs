//! Statistics of small samples: functions on slices and on counts, each with its source.
//!
//! What is decided from answers (equal or not, agree or not, at least so much) is decided on whole numbers, so that
//! neither rounding nor the order of respondents can turn it over. Other figures are summed in ascending order.

mod agreement;
mod benchmark;
mod consistency;
mod descriptive;
mod detectable;
mod dominance;
mod effect;
mod frequencies;
mod holm;
mod intervals;
mod jackknife;
mod mann_whitney;
mod means;
mod student;
mod summary;

pub use agreement::{Agreement, rwg};
pub use benchmark::{Benchmark, MIN_FOR_PERCENTILES, MIN_FOR_QUARTERS, Place, Quarter, Standing, percentile_rank};
pub use consistency::{MIN_POOLED, Pooled, standardised_alpha};
pub use descriptive::{mean, median, sd};
pub use detectable::detectable_difference;
pub use dominance::Dominance;
pub use effect::{Magnitude, hedges_g, pooled_sd};
pub use frequencies::Frequencies;
pub use holm::holm;
pub use intervals::{Interval, Z95, t_interval, wilson};
pub use jackknife::jackknife_error;
pub use mann_whitney::{Distribution, RankTest, mann_whitney};
pub use means::{TTest, paired, welch};
pub use student::{t95, two_sided};
pub use summary::Summary;
