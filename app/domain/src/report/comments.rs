//! What people wrote.

use super::Remarks;
use crate::answer::Field;
use crate::instrument::{Column, Instrument};
use crate::privacy::Published;

/// The published texts by what they are about: items and metrics in the instrument's order, then the open questions.
pub(super) fn remarks(instrument: &Instrument, published: &Published) -> Vec<Remarks> {
    let mut all: Vec<(usize, Remarks)> = Vec::new();
    for comment in &published.comments {
        let Some((place, id, about)) = about(instrument, &comment.field) else { continue };
        match all.iter_mut().find(|(_, one)| one.id == id) {
            Some((_, one)) => one.texts.push(comment.text.clone()),
            None => all.push((place, Remarks { id, about, texts: vec![comment.text.clone()] })),
        }
    }
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, one)| one).collect()
}

/// Where it stands, its id, and what it is about.
fn about(instrument: &Instrument, field: &str) -> Option<(usize, String, String)> {
    let items = instrument.items.len();
    match Field::parse(instrument, field)? {
        Field::Comment(Column::Item(place)) => {
            Some((place.get(), instrument[place].id.clone(), instrument[place].topic.clone()))
        }
        Field::Comment(Column::Metric(place)) => {
            Some((items + place.get(), instrument[place].id.clone(), instrument[place].topic.clone()))
        }
        Field::Open(place) => {
            let asked = &instrument[place];
            Some((items + instrument.metrics.len() + place.get(), asked.id.clone(), asked.question.clone()))
        }
        _ => None,
    }
}
