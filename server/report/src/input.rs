//! What the template is given: the result, its drawings and the file's data about itself, as one JSON value.

use charts::{Mark, Scene, svg};
use domain::report::{ConstructRow, ReportData};
use serde_json::{Value, json};

use crate::date;
use crate::error::ReportError;
use crate::fonts::{Fonts, Reach};
use crate::text;

/// Longest title in the file's data about itself, in characters.
const TITLE_LIMIT: usize = 200;
/// Longest title and round in the line at the head of each page.
const RUNNING_LIMIT: usize = 42;
/// Height of a rung of the ladder in units of the drawing; the template scales all rungs together.
const RUNG: f64 = 36.0;

/// The whole input as JSON bytes.
pub(crate) fn bytes(data: &ReportData, fonts: &Fonts, reach: Reach) -> Result<Vec<u8>, ReportError> {
    let mut report = serde_json::to_value(data)?;
    text::fit_all(&mut report, fonts, reach);
    let mut drawings = drawings(data);
    // The words in a drawing are the result's own words.
    text::fit_all(&mut drawings["words"], fonts, reach);
    let title = text::label(&data.heading, TITLE_LIMIT, fonts, reach);
    let input = json!({
        // An accessible file has a title, whatever the heading was.
        "title": if title.is_empty() { "Report" } else { &title },
        "running": {
            "title": text::label(&data.heading, RUNNING_LIMIT, fonts, reach),
            "round": text::label(&data.round, RUNNING_LIMIT, fonts, reach),
        },
        "date": date::parse(&data.date).map(|date| json!([date.year(), date.month(), date.day()])),
        "report": report,
        "drawings": drawings,
    });
    Ok(serde_json::to_vec(&input)?)
}

fn drawings(data: &ReportData) -> Value {
    let secured = data.level.rungs.iter().position(|rung| rung.secured);
    let maturity = &data.maturity;
    let bar = charts::index_bar("Maturity index", &maturity.text, &maturity.range_text, Mark::from(maturity));
    let spreads: Vec<Scene> = data.disagreements.iter().map(|item| charts::spread(&item.counts)).collect();
    json!({
        "logo": svg::print(&charts::logo()),
        "bar": svg::print(&untitled(&bar)),
        "plumb": svg::print(&charts::plumb_line(data.level.rungs.len(), RUNG, secured)),
        "scale": svg::print(&charts::interval_scale()),
        "dials": data.dials.iter().map(|dial| cell(Mark::from(&dial.figure))).collect::<Vec<_>>(),
        "practices": cells(&data.practices),
        "challenges": cells(&data.challenges),
        "benefits": cells(&data.benefits),
        "delivery": data.delivery.iter().map(|row| cell(Mark::from(&row.figure))).collect::<Vec<_>>(),
        "spreads": spreads.iter().map(|scene| svg::print(&untitled(scene))).collect::<Vec<_>>(),
        "words": {
            "bar": bar.title,
            "spreads": spreads.into_iter().map(|scene| scene.title).collect::<Vec<_>>(),
        },
    })
}

fn cells(rows: &[ConstructRow]) -> Vec<String> {
    rows.iter().map(|row| cell(Mark::from(row))).collect()
}

fn cell(mark: Mark) -> String {
    svg::print(&charts::interval_cell("", mark))
}

/// The drawing without its words, which the PDF holds as the alternative text.
fn untitled(scene: &Scene) -> Scene {
    Scene { title: String::new(), ..scene.clone() }
}
