//! A trend in words.

use super::{Trend, TrendSeries};
use crate::parts::list;

/// The time, and the break before it if there is one, for the table.
pub(super) fn time_with_break(trend: &Trend, time: usize) -> String {
    let name = &trend.times()[time];
    match trend.breaks().iter().find(|one| one.before == time) {
        Some(broken) => format!("{name} (break before: {})", broken.words),
        None => name.clone(),
    }
}

/// What is said of each series, within the last stretch that can be compared; then the breaks.
pub(super) fn described(trend: &Trend) -> String {
    let mut sentences: Vec<String> = trend.series().iter().map(|series| of_series(trend, series)).collect();
    for broken in trend.breaks() {
        let (before, after) = (&trend.times()[broken.before - 1], &trend.times()[broken.before]);
        sentences.push(format!("Break between {before} and {after}, not compared: {}.", broken.words));
    }
    sentences.join(" ")
}

fn of_series(trend: &Trend, series: &TrendSeries) -> String {
    let name = &series.name;
    let last = trend.stretches().last().copied().unwrap_or((0, 0));
    let told: Vec<_> = (last.0..last.1).filter(|time| series.readings[*time].index().is_some()).collect();
    match told.as_slice() {
        [first, .., last] => {
            let at = |time: usize| format!("{} in {}", series.readings[time].with_range(), trend.times()[time]);
            let overlap = match (series.readings[*first].interval(), series.readings[*last].interval()) {
                (Some(one), Some(other)) if one.meets(other) => "; the ranges overlap",
                (Some(_), Some(_)) => "; the ranges do not overlap",
                _ => "",
            };
            format!("{name} went from {} to {}{overlap}.", at(*first), at(*last))
        }
        [only] => format!("{name} was at {} in {}.", series.readings[*only].with_range(), trend.times()[*only]),
        [] if series.readings.iter().any(|reading| reading.index().is_some()) => {
            format!("{name} has no figure since the last break.")
        }
        [] => format!("{name}: no figure can be shown."),
    }
}

/// "Payments: not shown in Spring 2025." for each series and reason; with several series after the cross that stands there.
pub(super) fn gaps(trend: &Trend) -> Vec<String> {
    use crate::values::Absence;
    let cross = if trend.series().len() > 1 { "× " } else { "" };
    let mut notes = Vec::new();
    for series in trend.series() {
        for absence in [Absence::TooFew, Absence::NotShown, Absence::NotAsked] {
            let times = trend.times().iter().zip(&series.readings);
            let times: Vec<&String> =
                times.filter(|(_, reading)| reading.absence() == Some(absence)).map(|(time, _)| time).collect();
            if !times.is_empty() {
                notes.push(format!("{cross}{}: {} in {}.", series.name, absence.words().to_lowercase(), list(&times)));
            }
        }
    }
    notes
}
