//! What the template of a result is given: the result, its drawings and the file's data about itself, as one JSON value.

use charts::{Mark, Scene, svg};
use domain::report::{ConstructRow, ReportData, RoundReport};
use serde_json::{Value, json};

use crate::appendix;
use crate::chart;
use crate::cover;
use crate::date;
use crate::fonts::{Fonts, Reach};
use crate::text;

/// Longest heading and description of a picture, in characters: the file lists them apart from the pages, and the
/// standards set them a limit.
pub(crate) const TITLE_LIMIT: usize = 200;
const ALT_LIMIT: usize = 1_000;
/// Longest title and round in the line at the head of each page.
const RUNNING_LIMIT: usize = 42;
/// How many practices the summary names at either end.
const STANDING_OUT: usize = 3;
/// Height of a rung of the ladder in units of the drawing; the template scales all rungs together.
const RUNG: f64 = 36.0;

/// The whole input as JSON bytes.
pub(crate) fn bytes(paper: &RoundReport<'_>, fonts: &Fonts, reach: Reach) -> Result<Vec<u8>, serde_json::Error> {
    let data = paper.data;
    let label = |text: &str, limit| text::label(text, limit, fonts, reach);
    let mut report = serde_json::to_value(data)?;
    report["heading"] = titled(&label(&data.heading, TITLE_LIMIT), "Report").into();
    for (i, note) in data.method.iter().enumerate() {
        report["method"][i]["title"] = titled(&label(&note.title, TITLE_LIMIT), "Note").into();
    }
    text::fit_all(&mut report, fonts, reach);
    let mut appendix = serde_json::to_value(appendix::tables(paper))?;
    text::fit_all(&mut appendix, fonts, reach);
    let mut cover = cover::value(paper, |words, limit| label(words, limit));
    text::fit_all(&mut cover, fonts, reach);
    let names = |rows: &[&ConstructRow]| -> Vec<usize> {
        rows.iter().filter_map(|row| data.practices.iter().position(|other| other.id == row.id)).collect()
    };
    let standouts = data.standouts(STANDING_OUT);
    let input = json!({
        "title": titled(&label(&data.heading, TITLE_LIMIT), "Report"),
        "running": { "title": label(&data.heading, RUNNING_LIMIT), "round": label(&data.round, RUNNING_LIMIT) },
        "date": day(&data.date),
        "cover": cover,
        "accent": paper.letterhead.accent.map(|accent| accent.to_string()),
        "report": report,
        "standouts": { "high": names(&standouts.high), "low": names(&standouts.low) },
        "charts": chart::value(paper, |words| label(words, ALT_LIMIT)),
        "appendix": appendix,
        "drawings": drawings(data, |words| label(words, ALT_LIMIT)),
    });
    serde_json::to_vec(&input)
}

/// The day as year, month and day, for the file's own data about itself.
pub(crate) fn day(words: &str) -> Option<Value> {
    date::parse(words).map(|date| json!([date.year(), date.month(), date.day()]))
}

/// An accessible file has no heading without words.
pub(crate) fn titled<'a>(title: &'a str, otherwise: &'a str) -> &'a str {
    if title.is_empty() { otherwise } else { title }
}

fn drawings(data: &ReportData, in_words: impl Fn(&str) -> String) -> Value {
    let secured = data.level.rungs.iter().position(|rung| rung.secured);
    let maturity = &data.maturity;
    let bar = charts::index_bar("Maturity index", &maturity.text, &maturity.range_text, Mark::from(maturity));
    let spreads: Vec<Scene> = data.disagreements.iter().map(|item| charts::spread(&item.counts)).collect();
    json!({
        "logo": svg::print(&charts::logo()),
        "bar": svg::print(&untitled(&bar)),
        "cover": svg::print(&charts::plumb_line(cover::ROWS, RUNG, secured.map(|rung| cover::ABOVE + rung))),
        "plumb": svg::print(&charts::plumb_line(data.level.rungs.len(), RUNG, secured)),
        "scale": svg::print(&charts::interval_scale()),
        "dials": data.dials.iter().map(|dial| cell(Mark::from(&dial.figure))).collect::<Vec<_>>(),
        "practices": cells(&data.practices),
        "challenges": cells(&data.challenges),
        "benefits": cells(&data.benefits),
        "delivery": data.delivery.iter().map(|row| cell(Mark::from(&row.figure))).collect::<Vec<_>>(),
        "spreads": spreads.iter().map(|scene| svg::print(&untitled(scene))).collect::<Vec<_>>(),
        "words": {
            "bar": in_words(&bar.title),
            "spreads": spreads.iter().map(|scene| in_words(&scene.title)).collect::<Vec<_>>(),
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
