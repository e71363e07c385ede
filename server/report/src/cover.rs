//! What the cover says, and where what is said comes from.

use domain::report::{RoundReport, Standing};
use serde_json::{Value, json};

use crate::input::titled;

/// Rows of the cover's plumb line: the rungs of the ladder at its foot, and the room that it hangs through.
pub(crate) const ROWS: usize = ABOVE + 5;
/// Rows above the ladder.
pub(crate) const ABOVE: usize = 20;

/// Longest heading on the cover, and longest of its other texts, in characters: it is one page whatever they say, and the
/// summary has them whole.
const HEADING_LIMIT: usize = 110;
const TEXT_LIMIT: usize = 90;

/// The texts of the cover, each no longer than `label` lets it be, and what stands at the end of the method.
pub(crate) fn value(report: &RoundReport<'_>, label: impl Fn(&str, usize) -> String) -> Value {
    let data = report.data;
    let short = |words: &str| label(words, TEXT_LIMIT);
    let about: Vec<Value> = [
        ("Team", &data.team),
        ("Round", &data.round),
        ("Delivery of", &data.subject),
        ("Answers", &data.answered),
        ("Date", &data.date),
    ]
    .iter()
    .filter(|(_, words)| !words.is_empty())
    .map(|(name, words)| json!([name, short(words)]))
    .collect();
    json!({
        "organisation": short(&report.letterhead.organisation),
        "logo": report.letterhead.logo.as_ref().map(|logo| logo.kind().word()),
        "heading": titled(&label(&data.heading, HEADING_LIMIT), "Report"),
        "about": about,
        "standing": standing(report.standing),
        "digest": match report.standing {
            Standing::Kept(digest) => digest,
            Standing::Preliminary | Standing::OwnFile => "",
        },
        "origin": origin(report.standing),
    })
}

/// What the cover says of it.
const fn standing(standing: Standing<'_>) -> &'static str {
    match standing {
        Standing::Kept(_) => "As published",
        Standing::Preliminary => "Preliminary: answers can still change it",
        Standing::OwnFile => "From a file of answers",
    }
}

/// What the report was made from, at the end of its method.
const fn origin(standing: Standing<'_>) -> &'static str {
    match standing {
        Standing::Kept(_) => {
            "This report says what was published of the round and nothing else. The publication is kept under this SHA-256; Plumbline’s other files of the round bear the same."
        }
        Standing::Preliminary => {
            "This report is preliminary: the round is not closed, its answers can still change, and nothing of it is kept. There is a SHA-256 to hold it against once the round is closed."
        }
        Standing::OwnFile => {
            "This report was worked out from a file of answers. Nothing was published, so there is no SHA-256 to hold it against."
        }
    }
}
