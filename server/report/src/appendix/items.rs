//! The questions with a score.

use domain::instrument::{Instrument, Item};
use domain::scoring::{ItemScore, Scores, Status};
use domain::statistics::Agreement;

use super::cell::{NONE, absent, count, index, people, points};
use super::{Room, Row, Table};

const COLUMNS: [&str; 16] = [
    "Answers",
    "Mean",
    "Index",
    "Median",
    "Lower",
    "SD",
    "AD",
    "rwg",
    "1",
    "2",
    "3",
    "4",
    "5",
    "Don’t know",
    "N/A",
    "Agreement",
];

pub(super) fn table(instrument: &Instrument, scores: &Scores) -> Table {
    let all = instrument.items.iter().zip(&scores.items);
    Table {
        title: "Questions",
        lead: "1 to 5: how many gave each answer, those to reversed questions turned round. Lower: the lower of the two middle answers. AD: mean absolute deviation from the mean. rwg: agreement within the group, 0 to 1.",
        room: Room::Side,
        columns: COLUMNS.map(str::to_owned).into(),
        rows: all.map(|(item, score)| row(item, score)).collect(),
    }
}

fn row(item: &Item, score: &ItemScore) -> Row {
    let detail = score.detail;
    let status = match (score.mean, score.tally.applies()) {
        (Some(_), _) => Status::Scored,
        (None, true) => Status::Withheld,
        (None, false) => Status::NotApplicable,
    };
    if let Some(words) = absent(detail, status) {
        return Row::absent(&score.id, &item.topic, words);
    }
    let mut cells = vec![
        people(detail, score.n as usize),
        points(score.mean),
        index(detail, score.index),
        points(score.median),
        score.lower_median.map_or(NONE.to_owned(), |value| value.to_string()),
        points(score.sd),
        points(score.ad),
        points(score.rwg),
    ];
    cells.extend(score.counts.map(|n| count(detail, n)));
    cells.extend([count(detail, score.dont_know), count(detail, score.not_applicable)]);
    cells.push(score.agreement.map_or(NONE, agreement).to_owned());
    Row::told(&score.id, &item.topic, cells)
}

const fn agreement(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Agree => "agree",
        Agreement::Differ => "differ",
        Agreement::Disagree => "disagree",
    }
}
