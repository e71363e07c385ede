//! What follows from published figures, in no finer form than these have.

use super::redact::{FULL_FROM, widened};
use crate::instrument::{ConstructIndex, Feeds, Instrument, Scale};
use crate::scoring::{ConstructScore, DeliveryScore, Detail, DimensionScore, Scores, Status};

/// The maturity index and level. `kept` says whether a practice stands as it was in an earlier publication.
pub(super) fn maturity(instrument: &Instrument, scores: &mut Scores, kept: bool, k: u8) {
    let practices: Vec<ConstructIndex> = instrument.constructs_feeding(Feeds::Maturity).collect();
    let any = |detail: Detail| practices.iter().any(|place| scores.constructs[place.get()].detail == detail);
    let (coarse, hidden) = (any(Detail::Coarse), any(Detail::Suppressed));
    let maturity = &mut scores.maturity;
    if coarse {
        maturity.index = maturity.index.map(f64::round);
        maturity.equal_dimension_index = maturity.equal_dimension_index.map(f64::round);
    }
    if hidden && maturity.status == Status::Withheld {
        maturity.status = Status::Suppressed;
    }
    // The interval would take in changes that the index does not show.
    maturity.ci95 = maturity.ci95.filter(|_| !kept);
    if coarse || maturity.n < FULL_FROM {
        maturity.ci95 = maturity.ci95.map(widened);
        maturity.n = u32::from(k);
    }
    let mut items = instrument.items.iter().zip(&scores.items);
    let hidden = items.any(|(item, score)| item.scale == Scale::M5 && score.detail == Detail::Suppressed);
    let level = &mut maturity.level;
    if hidden && level.level_status == Status::Withheld {
        level.level_status = Status::Suppressed;
    }
    // How many items are met is told by the level, and so is of a gate whether it is met there and at the next one.
    if level.level_status != Status::Scored {
        level.basis.met = [0; 4];
    }
    let (least, most) = level.secured_level.map_or((1, 1), |secured| (secured, (secured + 1).min(5)));
    for gate in &mut level.basis.gates {
        gate.met_at = gate.met_at.map(|met| met.clamp(least, most));
    }
}

/// Dimensions, where their constructs are told as whole numbers or not at all.
pub(super) fn dimensions(instrument: &Instrument, constructs: &[ConstructScore], dimensions: &mut [DimensionScore]) {
    for score in dimensions {
        let Some(dimension) = instrument.dimensions.iter().find(|dimension| dimension.id == score.id) else { continue };
        let any = |detail| dimension.constructs.iter().any(|place| constructs[place.get()].detail == detail);
        if any(Detail::Coarse) {
            score.index = score.index.map(f64::round);
        }
        if any(Detail::Suppressed) && score.status == Status::Withheld {
            score.status = Status::Suppressed;
        }
    }
}

/// Delivery performance, where its metrics are told as whole numbers or not at all.
pub(super) fn delivery(delivery: &mut DeliveryScore) {
    let any = |detail: Detail| delivery.metrics.iter().any(|metric| metric.detail == detail);
    let (coarse, hidden) = (any(Detail::Coarse), any(Detail::Suppressed));
    if coarse {
        delivery.index = delivery.index.map(f64::round);
    }
    if hidden && delivery.status == Status::Withheld {
        delivery.status = Status::Suppressed;
    }
}
