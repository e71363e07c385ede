//! What people wrote, and what they point to.

use std::collections::BTreeMap;

use super::Remarks;
use crate::answer::Field;
use crate::instrument::{Column, Instrument};
use crate::privacy::Published;

/// The published texts and links by what they are about: items and metrics in the instrument's order, then the open questions.
pub(super) fn remarks(instrument: &Instrument, published: &Published) -> Vec<Remarks> {
    let mut all: BTreeMap<usize, Remarks> = BTreeMap::new();
    for comment in &published.comments {
        let Some(field) = Field::parse(instrument, &comment.field) else { continue };
        let Some((place, id, about)) = about(instrument, field) else { continue };
        let one = all.entry(place).or_insert_with(|| Remarks { id, about, texts: Vec::new(), links: Vec::new() });
        let kind = if matches!(field, Field::Evidence(_)) { &mut one.links } else { &mut one.texts };
        kind.push(comment.text.clone());
    }
    all.into_values().collect()
}

/// Where it stands, its id, and what it is about.
fn about(instrument: &Instrument, field: Field) -> Option<(usize, String, String)> {
    let items = instrument.items.len();
    match field {
        Field::Comment(Column::Item(place)) | Field::Evidence(Column::Item(place)) => {
            Some((place.get(), instrument[place].id.clone(), instrument[place].topic.clone()))
        }
        Field::Comment(Column::Metric(place)) | Field::Evidence(Column::Metric(place)) => {
            Some((items + place.get(), instrument[place].id.clone(), instrument[place].topic.clone()))
        }
        Field::Open(place) => {
            let asked = &instrument[place];
            Some((items + instrument.metrics.len() + place.get(), asked.id.clone(), asked.question.clone()))
        }
        _ => None,
    }
}
