//! What the template of a quick check is given: its words and drawings, as one JSON value.

use charts::{step_bar, svg};
use domain::quick_check::{CheckData, CheckRow};
use serde_json::json;

use crate::fonts::{Fonts, Reach};
use crate::input::day;
use crate::text;

/// The whole input as JSON bytes.
pub(crate) fn bytes(data: &CheckData, fonts: &Fonts, reach: Reach) -> Result<Vec<u8>, serde_json::Error> {
    let mut check = serde_json::to_value(data)?;
    text::fit_all(&mut check, fonts, reach);
    let input = json!({
        "title": data.heading,
        "date": day(&data.date),
        "check": check,
        "drawings": {
            "logo": svg::print(&charts::logo()),
            "rough": svg::print(&step_bar(data.rough.value, 5, false)),
            "practices": bars(&data.practices),
            "challenges": bars(&data.challenges),
            "benefits": bars(&data.benefits),
            "delivery": bars(&data.delivery),
        },
    });
    serde_json::to_vec(&input)
}

/// A bar for each row; nothing where there is nothing to draw.
fn bars(rows: &[CheckRow]) -> Vec<Option<String>> {
    let bar = |row: &CheckRow| row.filled.map(|_| svg::print(&step_bar(row.filled, row.steps, row.attention)));
    rows.iter().map(bar).collect()
}
