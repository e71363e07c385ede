//! A meeting: the question on a screen, the votes on telephones.

mod over;
pub mod phone;
mod record;
mod scale;
mod screen;
mod steps;

pub use over::{closed, ended, over, start};
pub use screen::{ScreenView, Trouble, page, pulse, seen};

use domain::instrument::{Instrument, ItemIndex};

/// "Technical enablers · Experiments"
fn where_is(instrument: &Instrument, item: ItemIndex) -> String {
    let construct = &instrument[instrument[item].construct];
    format!("{} · {}", instrument[construct.dimension].name, construct.name)
}

/// What an answer or a vote is called: "3 Defined", "Don’t know".
fn answer_in_words(instrument: &Instrument, item: ItemIndex, value: &str) -> String {
    match value {
        "DK" => "Don’t know".to_owned(),
        "NA" => "Not applicable".to_owned(),
        _ => {
            let options = &instrument.scale(instrument[item].scale).options;
            let place = value.parse::<usize>().ok().and_then(|value| value.checked_sub(1));
            place
                .and_then(|place| options.get(place))
                .map_or(String::new(), |option| format!("{value} {}", option.label))
        }
    }
}
