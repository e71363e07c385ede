//! How severe the challenges are, and how far the benefits are realised.

use domain::instrument::Instrument;
use domain::privacy::{Importance, Published};
use domain::scoring::Band;
use domain::statistics::Interval;

use super::cell::{NONE, absent, index, percent};
use super::{Room, Row, Table};

pub(super) fn table(instrument: &Instrument, published: &Published) -> Table {
    let scores = &published.scores;
    let challenges = scores.challenges.iter().filter_map(|one| {
        row(instrument, published, &one.id, (one.severity, one.band), (one.share_agree, one.share_ci95))
    });
    let benefits = scores.benefits.iter().filter_map(|one| {
        row(instrument, published, &one.id, (one.realisation, one.band), (one.share_agree, one.share_ci95))
    });
    Table {
        title: "Challenges and benefits",
        lead: "How severe a challenge is (high is bad) and how far a benefit is realised. Who agrees: the share of people whose mean is 4 or more, in per cent. Named: how many named it among the three that matter most.",
        room: Room::Page,
        columns: ["Index", "Band", "Who agrees", "95 % range", "Named"].map(str::to_owned).into(),
        rows: challenges.chain(benefits).collect(),
    }
}

fn row(
    instrument: &Instrument,
    published: &Published,
    id: &str,
    (value, band): (Option<f64>, Option<Band>),
    (share, range): (Option<f64>, Option<Interval>),
) -> Option<Row> {
    let place = instrument.construct_index(id)?;
    let (name, score) = (&instrument[place].name, published.scores.constructs.get(place.get())?);
    if let Some(words) = absent(score.detail, score.status) {
        return Some(Row::absent(id, name, words));
    }
    let range =
        range.map_or(NONE.to_owned(), |range| format!("{} to {}", percent(Some(range.low)), percent(Some(range.high))));
    let named = published.importance.iter().find(|one| one.id == id && one.n > 0).map_or(NONE.to_owned(), of);
    let band = band.map_or(NONE, Band::word).to_owned();
    Some(Row::told(id, name, vec![index(score.detail, value), band, percent(share), range, named]))
}

/// "3 of 8"
fn of(importance: &Importance) -> String {
    format!("{} of {}", importance.named, importance.n)
}
