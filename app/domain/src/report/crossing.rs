//! Challenges by benefits: which practice eases the one and brings the other.

use super::words::whole;
use super::{Crossed, Crossing, CrossingRow, Source};
use crate::instrument::{ConstructIndex, Feeds};

impl Source<'_> {
    /// A row for each challenge, a cell for each benefit; `None` of an instrument without such links, and where no
    /// practice has an index to weigh.
    pub(super) fn crossing(&self) -> Option<Crossing> {
        let (challenges, benefits) = (self.places(Feeds::Severity), self.places(Feeds::Realisation));
        let rows: Vec<CrossingRow> = challenges
            .iter()
            .map(|challenge| CrossingRow {
                challenge: self.headed(*challenge),
                cells: benefits.iter().map(|benefit| self.practices_between(*challenge, *benefit)).collect(),
            })
            .collect();
        let any = rows.iter().flat_map(|row| &row.cells).any(|cell| !cell.is_empty());
        let told = self.places(Feeds::Maturity).iter().any(|place| self.scores.constructs[place.get()].index.is_some());
        (any && told)
            .then(|| Crossing { benefits: benefits.iter().map(|benefit| self.headed(*benefit)).collect(), rows })
    }

    fn places(&self, feeds: Feeds) -> Vec<ConstructIndex> {
        self.instrument.constructs_feeding(feeds).collect()
    }

    fn headed(&self, place: ConstructIndex) -> Crossed {
        let index = self.scores.constructs[place.get()].index;
        Crossed {
            id: self.instrument[place].id.clone(),
            name: self.instrument[place].short.clone(),
            text: index.map_or_else(|| "–".to_owned(), whole),
        }
    }

    /// The practices that are linked to both, the one with the lowest index first; those without an index come last.
    fn practices_between(&self, challenge: ConstructIndex, benefit: ConstructIndex) -> Vec<Crossed> {
        let linked = self.instrument.practices.list.iter();
        let linked = linked.filter(|one| one.challenges.contains(&challenge) && one.benefits.contains(&benefit));
        let mut practices: Vec<ConstructIndex> = linked.map(|one| one.construct).collect();
        let index = |place: &ConstructIndex| self.scores.constructs[place.get()].index.unwrap_or(f64::INFINITY);
        practices.sort_by(|a, b| index(a).total_cmp(&index(b)));
        practices.into_iter().map(|place| self.headed(place)).collect()
    }
}
