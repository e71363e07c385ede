//! A web of 3 to 12 axes: for the overview only, since areas mislead and neighbours are chance.

mod drawing;
mod wheel;

use std::fmt;

use crate::chart::{Chart, DataTable, Width};
use crate::parts::{highest, list, lowest};
use crate::values::Reading;

/// Why there is no [`Radar`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RadarFault {
    /// Not 3 to 12 axes.
    Axes,
    /// Not 1 to 3 series.
    Series,
    /// A series without exactly one reading an axis.
    Readings,
}

impl fmt::Display for RadarFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Axes => "a radar has 3 to 12 axes",
            Self::Series => "a radar has 1 to 3 series",
            Self::Readings => "a series needs one reading for each axis",
        })
    }
}

impl std::error::Error for RadarFault {}

/// Readings of up to three teams or rounds on the same axes.
#[derive(Clone, Debug, PartialEq)]
pub struct Radar {
    axes: Vec<String>,
    series: Vec<(String, Vec<Reading>)>,
}

impl Radar {
    /// `axes` are the names of the axes, clockwise from the top; each of `series` has a name and a reading for each axis.
    pub fn new(axes: Vec<String>, series: Vec<(String, Vec<Reading>)>) -> Result<Self, RadarFault> {
        if !(3..=12).contains(&axes.len()) {
            return Err(RadarFault::Axes);
        }
        if !(1..=3).contains(&series.len()) {
            return Err(RadarFault::Series);
        }
        if series.iter().any(|(_, readings)| readings.len() != axes.len()) {
            return Err(RadarFault::Readings);
        }
        Ok(Self { axes, series })
    }
}

/// Lines around the axes, from 0 in the middle to 100. Where a figure is missing a line has a gap.
pub fn radar(title: &str, radar: &Radar, width: Width) -> Chart {
    let names: Vec<String> = radar.series.iter().map(|(name, _)| name.clone()).collect();
    let axes = radar.axes.iter().map(String::as_str);
    let table = DataTable::grid("Axis", &names, axes, |axis, series| radar.series[series].1[axis].with_range());
    Chart::new(title, described(radar), table, width, drawing::drawn(radar, width))
}

fn described(radar: &Radar) -> String {
    let sentences = radar.series.iter().map(|(name, readings)| {
        let pairs: Vec<_> = radar.axes.iter().zip(readings).collect();
        let told = |pair: &(&String, &Reading)| *pair.1;
        let absent = missing(radar, readings);
        let gap = if absent.is_empty() { String::new() } else { format!(" No figure for {}.", list(&absent)) };
        match (highest(&pairs, told), lowest(&pairs, told)) {
            (Some(high), Some(low)) if high.1 != low.1 => {
                format!("{name}: highest on {} ({}), lowest on {} ({}).{gap}", high.0, high.1, low.0, low.1)
            }
            (Some(alike), _) => format!("{name}: all at {}.{gap}", alike.1),
            _ => format!("{name}: no figure can be shown."),
        }
    });
    sentences.collect::<Vec<_>>().join(" ")
}

/// "Data (not shown)" for each axis without a figure.
fn missing(radar: &Radar, readings: &[Reading]) -> Vec<String> {
    let pairs = radar.axes.iter().zip(readings);
    pairs
        .filter_map(|(axis, reading)| Some(format!("{axis} ({})", reading.absence()?.words().to_lowercase())))
        .collect()
}
