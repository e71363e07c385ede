//! The constructs: practices, challenges, benefits.

use domain::instrument::Instrument;
use domain::scoring::ConstructScore;
use domain::scoring::Scores;

use super::cell::{absent, index, people, points, points_range, range};
use super::{Room, Row, Table};

const COLUMNS: [&str; 8] = ["People", "Mean", "95 % range", "Median", "SD", "Index", "95 % range", "Roles balanced"];

pub(super) fn table(instrument: &Instrument, scores: &Scores) -> Table {
    let all = instrument.constructs.iter().zip(&scores.constructs);
    Table {
        title: "Constructs",
        lead: "Means, medians and their range are on 1 to 5; the index puts the mean on 0 to 100. Of challenges a high figure is bad. Roles balanced: the mean over job roles of their means.",
        room: Room::Page,
        columns: COLUMNS.map(str::to_owned).into(),
        rows: all.map(|(construct, score)| row(&construct.short, score)).collect(),
    }
}

fn row(name: &str, score: &ConstructScore) -> Row {
    let detail = score.detail;
    if let Some(words) = absent(detail, score.status) {
        return Row::absent(&score.id, name, words);
    }
    let cells = vec![
        people(detail, score.n as usize),
        points(score.mean),
        points_range(score.ci95),
        points(score.median),
        points(score.sd),
        index(detail, score.index),
        range(detail, score.index_ci95),
        points(score.role_balanced_mean),
    ];
    Row::told(&score.id, name, cells)
}
