//! Up to three lines over up to eight times, interrupted where the questions changed.

mod breaks;
mod data;
mod drawing;
mod labels;
mod said;

pub use data::{Break, Trend, TrendFault, TrendSeries};

use crate::chart::{Chart, DataTable, Width};

/// Lines from time to time with the range of each figure. Where the questions changed the line is interrupted, and where
/// a figure is missing it has a gap.
pub fn trend(title: &str, trend: &Trend, width: Width) -> Chart {
    let names: Vec<String> = trend.series().iter().map(|series| series.name.clone()).collect();
    let times: Vec<String> = (0..trend.times().len()).map(|time| said::time_with_break(trend, time)).collect();
    let times = times.iter().map(String::as_str);
    let table =
        DataTable::grid("Time", &names, times, |time, series| trend.series()[series].readings[time].with_range());
    Chart::new(title, said::described(trend), table, width, drawing::drawn(trend, width))
}
