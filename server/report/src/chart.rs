//! The charts that stand alone, as the screen has them.

use charts::{Chart, Group, RoundCharts, Width};
use domain::instrument::{DimensionIndex, Feeds};
use domain::report::RoundReport;
use serde_json::{Value, json};

/// The charts of a round, `null` where there is nothing to draw; `in_words` makes a description fit to be set.
pub(crate) fn value(report: &RoundReport<'_>, in_words: impl Fn(&str) -> String) -> Value {
    let drawn = RoundCharts::new(report.instrument, report.published, report.data);
    let one = |chart: Option<Chart>| chart.map(|chart| printed(&chart, &in_words));
    // Two narrow ones stand side by side, with letters as large as those of a table.
    let spreads = |practices: bool| -> Vec<Value> {
        let of_kind = |place: &DimensionIndex| (report.instrument[*place].feeds == Feeds::Maturity) == practices;
        let places = report.instrument.dimension_indices().filter(of_kind);
        places.filter_map(|place| one(drawn.answers(place, Width::Narrow))).collect()
    };
    json!({
        "challenges": one(drawn.map(Group::Challenges, Width::Wide)),
        "benefits": one(drawn.map(Group::Benefits, Width::Wide)),
        "roles": one(drawn.roles(Width::Wide)),
        "spreads": [spreads(true), spreads(false)],
    })
}

fn printed(chart: &Chart, in_words: impl Fn(&str) -> String) -> Value {
    json!({
        "title": chart.title(),
        "svg": chart.print(),
        "alt": in_words(chart.description()),
        "height": chart.scene().height / chart.scene().width,
    })
}
